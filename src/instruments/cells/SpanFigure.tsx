import { memo, useMemo, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { HelpDialog } from '../../components/controls/HelpDialog.tsx';
import { StepperBar } from '../../components/controls/StepperBar.tsx';
import { DetailPanel } from '../../components/diagrams/DetailPanel.tsx';
import type { FigureSelection, FigureToken, LaneFrame } from '../../components/diagrams/figureTypes.ts';
import { selectOperands } from '../../components/diagrams/selectOperands.ts';
import { plainSymbol, roleSymbol } from '../../components/diagrams/symbols.ts';
import { TraceTable } from '../../components/diagrams/TraceTable.tsx';
import { UnrolledNet } from '../../components/diagrams/UnrolledNet.tsx';
import { ValueLane } from '../../components/diagrams/ValueLane.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useNetTerm } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import type { LaneRole, SequenceTrace } from '../../models/cells/types.ts';
import { viewNextSymbol } from '../../models/language/next-symbol.ts';
import { traceSpan } from '../../models/units/span.ts';
import { useSettings } from '../../store/settings.ts';
import { fitPlace, isAtEnd, type Move, movePlace, type Place } from '../unrolled/stepper.ts';
import { useWalk } from '../unrolled/useWalk.ts';
import styles from './cells.module.css';
import type { Stretch } from './choose.ts';
import { laneLetter } from './lane.ts';
import type { CellsView } from './view.ts';

const NO_EDITS: ReadonlySet<number> = new Set();

interface SpanProps extends SpanFigureProps {
  readonly span: Stretch;
  readonly trace: SequenceTrace;
}

/** The selected box, and the walk through the computation of the span. */
function useSteps({ view, span, trace, step, lane }: SpanProps) {
  const { change } = view;
  const [walking, setWalking] = useState(false);
  const { spec, size } = trace;
  const place = fitPlace(spec, size.steps, { step: step - 1, role: lane });
  const goTo = (to: Place) =>
    change({ spanStep: to.step + 1, spanLane: to.role, cellAt: span.from + to.step + 1 });
  const walk = useWalk(() => {
    const next = movePlace(spec, size.steps, place, 'next-gate');
    goTo(next);
    return !isAtEnd(spec, size.steps, next);
  });
  const move = (how: Move) => {
    walk.stop();
    setWalking(true);
    goTo(movePlace(spec, size.steps, place, how));
  };
  const toggle = () => {
    if (walk.playing) return walk.stop();
    if (!walking || isAtEnd(spec, size.steps, place)) goTo(movePlace(spec, size.steps, place, 'start'));
    setWalking(true);
    walk.start();
  };
  const showAll = () => {
    walk.stop();
    setWalking(false);
  };
  return { place, walk, walking, move, toggle, showAll, goTo };
}
type Steps = ReturnType<typeof useSteps>;

function WalkBar({ steps, trace }: { readonly steps: Steps; readonly trace: SequenceTrace }) {
  const text = useText();
  const { place, walk, move } = steps;
  const start = movePlace(trace.spec, trace.size.steps, place, 'start');
  return (
    <div className={styles.bar}>
      <StepperBar
        playing={walk.playing}
        playLabel={text(walk.playing ? 'walk.pause' : 'walk.start')}
        onPlayToggle={steps.toggle}
        onGate={(by) => move(by > 0 ? 'next-gate' : 'previous-gate')}
        onStep={(by) => move(by > 0 ? 'next-step' : 'previous-step')}
        onReset={() => move('start')}
        canGoBack={place.step > start.step || place.role !== start.role}
        canGoForward={!isAtEnd(trace.spec, trace.size.steps, place)}
        speed={walk.speed}
        onSpeed={walk.setSpeed}
      />
      {steps.walking && <Button onClick={steps.showAll}>{text('walk.all')}</Button>}
    </div>
  );
}

/** Texts of the span's tokens, and what stands under the columns: above the first layer, the layer below's hidden states. */
function useSpanTokens({ view, span }: Pick<SpanProps, 'view' | 'span'>) {
  const notation = useSettings(({ notation: letters }) => letters);
  const { tokens, layer, search } = view;
  const { kind } = search.read.model.shape.spec;
  return useMemo(() => {
    const times = (i: number) => (span.from > 0 ? { time: span.from + i + 1 } : {});
    const words = tokens
      .slice(span.from, span.to)
      .map(({ text, known }, i) => ({ text: visibleSymbol(text), known, ...times(i) }));
    const below = `${plainSymbol(roleSymbol('hidden', notation, kind))}[${layer}]`;
    const columns: readonly FigureToken[] =
      layer > 0 ? words.map((word) => ({ ...word, text: below, known: true })) : words;
    return { words, columns };
  }, [tokens, span.from, span.to, layer, notation, kind]);
}

function Net(props: SpanProps & { readonly steps: Steps }) {
  const { view, span, trace, steps } = props;
  const text = useText(cellMessages);
  const term = useNetTerm();
  const notation = useSettings(({ notation: letters }) => letters);
  const [help, setHelp] = useState(false);
  const { words, columns } = useSpanTokens(props);
  const { layer, unit, values, change, search } = view;
  const letter = laneLetter(search.lane, trace.spec.kind, notation);
  const onSelect = ({ role, step, unit: chosen }: FigureSelection) =>
    change({
      spanStep: step + 1,
      spanLane: role,
      cellAt: span.from + step + 1,
      ...(chosen === unit ? {} : { cellLayer: layer + 1, cellUnit: chosen + 1 }),
    });
  const below = (frame: LaneFrame) => (
    <ValueLane
      frame={frame}
      label={letter}
      shortLabel={letter.split(' ')[0] ?? letter}
      values={values.subarray(span.from, span.to)}
      texts={layer > 0 ? words.map((word) => word.text) : null}
      name={text('cells.span-lane', { letter, unit: unit + 1, layer: layer + 1 })}
    />
  );
  return (
    <>
      <UnrolledNet
        trace={trace}
        tokens={columns}
        view={{ kind: 'one', unit }}
        selected={{ ...steps.place, unit }}
        onSelect={onSelect}
        cursor={steps.walking ? steps.place : null}
        notation={notation}
        lossStep={null}
        name={text('cells.span-net', {
          layer: layer + 1,
          unit: unit + 1,
          text: words.map((word) => word.text).join(''),
        })}
        highlightedTerm={term.active}
        onTermHover={term.set}
        onPlayToggle={steps.toggle}
        onHelp={() => setHelp(true)}
        below={below}
      />
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </>
  );
}

/** The arithmetic of the selected box. */
function Detail(props: SpanProps & { readonly steps: Steps }) {
  const { view, trace, steps } = props;
  const text = useText(cellMessages);
  const term = useNetTerm();
  const notation = useSettings(({ notation: letters }) => letters);
  const { words } = useSpanTokens(props);
  const { layer, unit } = view;
  const { model, reading } = view.search.read;
  const { shape, vocabulary } = model;
  const cell = useMemo(
    () => viewNextSymbol(shape, reading.parameters).layers[layer],
    [shape, reading, layer],
  );
  const selection = { ...steps.place, unit };
  const word = words[steps.place.step];
  if (!cell || !word) return null;
  return (
    <DetailPanel
      trace={trace}
      parameters={cell}
      selection={selection}
      token={word}
      operands={selectOperands(trace, cell, selection)}
      notation={notation}
      inputName={(index) => vocabulary.tokens[index] ?? String(index)}
      gradient={null}
      parameterOffset={0}
      {...(shape.layers > 1 ? { layer: layer + 1 } : {})}
      editedParameters={NO_EDITS}
      highlightedTerm={term.active}
      onTermHover={term.set}
      name={text('cells.span-detail')}
    />
  );
}

function Opened(props: SpanProps) {
  const { view, span, trace } = props;
  const text = useText(cellMessages);
  const notation = useSettings(({ notation: letters }) => letters);
  const [table, setTable] = useState(false);
  const steps = useSteps(props);
  const { words } = useSpanTokens(props);
  const { layer, unit, search } = view;
  const values = {
    from: span.from + 1,
    to: span.to,
    layer: layer + 1,
    unit: unit + 1,
    step: search.read.reading.step,
  };
  return (
    <section className={styles.span} aria-label={text('cells.span-title', values)}>
      <p className={styles.subtitle}>{text('cells.span-title', values)}</p>
      <p className={styles.note}>{text(span.from > 0 ? 'cells.span-carried' : 'cells.span-zero', values)}</p>
      <WalkBar steps={steps} trace={trace} />
      <div className={styles.opened}>
        <div className={styles.net}>
          <Net {...props} steps={steps} />
        </div>
        <Detail {...props} steps={steps} />
      </div>
      <div>
        <Button icon="table" expanded={table} onClick={() => setTable(!table)}>
          {text('cells.span-table')}
        </Button>
      </div>
      {table && <TraceTable trace={trace} tokens={words} unit={unit} notation={notation} />}
    </section>
  );
}

export interface SpanFigureProps {
  readonly view: CellsView;
  /** Selected box: step counted from 1, and lane. */
  readonly step: number;
  readonly lane: LaneRole;
}

/** Every gate of the unit over the chosen span, from the state that the network carried there. */
export const SpanFigure = memo(function SpanFigure({ view, step, lane }: SpanFigureProps) {
  const { search, layer, span } = view;
  const { reading, model } = search.read;
  const [from, to] = span ? [span.from, span.to] : [0, 0];
  const trace = useMemo(
    () => (to > from ? traceSpan(model.shape, reading, { layer, from, to }) : null),
    [model.shape, reading, layer, from, to],
  );
  return span && trace ? <Opened view={view} step={step} lane={lane} span={span} trace={trace} /> : null;
});
