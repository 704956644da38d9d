import { type ReactNode, useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { FoldingNet, type FoldingStep } from '../../components/diagrams/FoldingNet.tsx';
import { formatExact, formatFixed } from '../../components/diagrams/formatNumber.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { rnnMessages } from '../../i18n/messages/rnn.ts';
import { valueIndex } from '../../models/cells/operands.ts';
import { mostProbable } from '../../models/language/probe.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import type { Published } from '../live/published.ts';
import { usePublished } from '../live/usePublished.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import type { Shown } from '../unrolled/useUnrolled.ts';
import { useWalk } from '../unrolled/useWalk.ts';
import type { UnrolledView } from '../unrolled/view.ts';
import { FOLDING_TABLE, type FoldingSettings } from './settings.ts';
import { useMorph } from './useMorph.ts';

interface Reading {
  readonly steps: readonly FoldingStep[];
  readonly initial: number;
  readonly units: number;
  readonly unit: number;
}

/** The unit's value and the network's guess at every step of the sentence on show. */
function readSteps({ probe, shape, vocabulary }: Shown, asked: number, tag: string): Reading | null {
  const trace = probe.layers[0]?.trace;
  if (!trace) return null;
  const unit = Math.min(asked, shape.hidden) - 1;
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumSignificantDigits: 2 });
  const steps = probe.tokens.map(({ text }, step): FoldingStep => {
    const output = probe.probabilities.subarray(step * shape.vocabulary, (step + 1) * shape.vocabulary);
    const best = mostProbable(output);
    return {
      token: visibleSymbol(text),
      value: trace.values.hidden?.[valueIndex(trace, { step, batch: 0, unit })] ?? Number.NaN,
      guess: visibleSymbol(vocabulary[best] ?? ''),
      probability: percent.format(output[best] ?? Number.NaN),
    };
  });
  return { steps, initial: trace.initial.hidden[unit] ?? 0, units: shape.hidden, unit };
}

/** Walks through time, from the start again once the end is reached. */
function useTime(figure: FigureState<FoldingSettings>, count: number) {
  const { settings, change } = figure;
  const at = Math.min(settings.at, count);
  const walk = useWalk(() => {
    change({ at: Math.min(at + 1, count) });
    return at + 1 < count;
  });
  const toggle = () => {
    if (walk.playing) return walk.stop();
    if (at === count) change({ at: 1 });
    walk.start();
  };
  return { at, walk, toggle };
}

function Controls(props: {
  readonly reading: Reading;
  readonly figure: FigureState<FoldingSettings>;
  readonly time: ReturnType<typeof useTime>;
}) {
  const { reading, figure, time } = props;
  const { settings, change } = figure;
  const text = useText(rnnMessages);
  const other = settings.form === 'folded' ? 'unrolled' : 'folded';
  return (
    <div className={tools.bar}>
      <SegmentedControl
        label={text('folding.form')}
        value={settings.form}
        options={(['folded', 'unrolled'] as const).map((value) => ({
          value,
          label: text(`folding.${value}`),
        }))}
        onChange={(form) => change({ form })}
      />
      <Button onClick={() => change({ form: other })}>{text(`folding.to-${other}`)}</Button>
      <PlayButton playing={time.walk.playing} onToggle={time.toggle} />
      <Slider
        label={text('folding.step')}
        value={time.at}
        min={1}
        max={reading.steps.length}
        step={1}
        format={(t) => `t=${t}`}
        onChange={(at) => {
          time.walk.stop();
          change({ at });
        }}
      />
      {reading.units > 1 && (
        <Slider
          label={text('view.unit')}
          value={reading.unit + 1}
          min={1}
          max={reading.units}
          step={1}
          onChange={(unit) => change({ unit })}
        />
      )}
    </div>
  );
}

const HEADS = ['t', 'token', 'before', 'value', 'guess'] as const;

const rowsOf = ({ steps, initial }: Reading) =>
  steps.map(({ token, value, guess, probability }, t) => {
    return [
      t + 1,
      token,
      t === 0 ? initial : (steps[t - 1]?.value ?? 0),
      value,
      `${guess} ${probability}`,
    ] as const;
  });

function Body(props: {
  readonly view: UnrolledView;
  readonly reading: Reading;
  readonly figure: FigureState<FoldingSettings>;
}) {
  const { view, reading, figure } = props;
  const text = useText(rnnMessages);
  const time = useTime(figure, reading.steps.length);
  const share = useMorph(figure.settings.form === 'folded' ? 0 : 1);
  const letter = view.notation === 'ng' ? 'a' : 'h';
  const now = reading.steps[time.at - 1];
  const before = time.at === 1 ? reading.initial : (reading.steps[time.at - 2]?.value ?? Number.NaN);
  return (
    <>
      <Controls reading={reading} figure={figure} time={time} />
      <ScrollBox label={text('folding.name')} className={tools.scroller ?? ''}>
        <FoldingNet
          steps={reading.steps}
          initial={reading.initial}
          share={share}
          current={time.at - 1}
          letter={letter}
          delayLabel={text('folding.delay')}
          name={text('folding.name')}
          onSelect={(step) => figure.change({ at: step + 1 })}
        />
      </ScrollBox>
      <p className={tools.note} role="status" data-testid="fold-now">
        {text('folding.now', {
          t: time.at,
          before: time.at - 1,
          token: now?.token ?? '',
          letter,
          unit: reading.unit + 1,
          old: formatFixed(before),
          value: formatFixed(now?.value ?? Number.NaN),
        })}
      </p>
    </>
  );
}

/** The running network folded into one cell with a loop, and unrolled into a copy for every step: the same numbers. */
export function FoldingFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly live: Published<UnrolledView>;
  readonly caption?: ReactNode;
}) {
  const text = useText(rnnMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const view = usePublished(props.live);
  const figure = useFigure(FOLDING_TABLE, props.id);
  const shown = view?.shown ?? null;
  const { unit } = figure.settings;
  const reading = useMemo(() => shown && readSteps(shown, unit, tag), [shown, unit, tag]);
  const rows = reading ? rowsOf(reading) : [];
  return (
    <ToolFigure
      id={props.id}
      title={text('folding.title')}
      caption={props.caption}
      table={FOLDING_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...rows]}
      numbers={
        <NumberTable
          caption={text('folding.table', { unit: (reading?.unit ?? 0) + 1 })}
          heads={HEADS.map((head) => text(`folding.head-${head}`))}
          rows={rows.map((row) => ({
            id: String(row[0]),
            cells: row.map((cell, i) =>
              typeof cell === 'number' && i > 0 ? formatExact(cell).replaceAll('-', '−') : cell,
            ),
          }))}
        />
      }
    >
      {view && reading ? (
        <Body view={view} reading={reading} figure={figure} />
      ) : (
        <p className={tools.waiting} role="status">
          {text('matrices.waiting')}
        </p>
      )}
    </ToolFigure>
  );
}
