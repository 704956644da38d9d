import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatSpeed, positionToSpeed, speedToPosition } from '../../components/controls/speed.ts';
import { ThroughTimeNet } from '../../components/diagrams/throughTime/ThroughTimeNet.tsx';
import type { ThroughSelection } from '../../components/diagrams/throughTime/throughTypes.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { sumOverLosses } from '../../models/language/through-time.ts';
import { useSettings } from '../../store/settings.ts';
import { useFigure } from '../link/useFigure.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import { useWalk, type Walk } from '../unrolled/useWalk.ts';
import styles from './bptt.module.css';
import { litBy } from './lit.ts';
import { ModelBar } from './ModelBar.tsx';
import { NodeDetail } from './NodeDetail.tsx';
import { formatGradient, formatSmall } from './numbers.ts';
import type { Reading } from './reading.ts';
import { ModelTrouble, ModelWaiting, printedSentence } from './Status.tsx';
import { ThroughTable, throughRows } from './ThroughTable.tsx';
import { keptLosses, THROUGH_TABLE, type ThroughSettings } from './through-settings.ts';
import { fitPlace, type NodePlace, orderOf, placeAt, stopCount } from './through-walk.ts';
import { type ModelView, useModel } from './useModel.ts';

type View = ModelView<ThroughSettings>;

/** Where the figure stands in the two passes, and how it gets on. */
function useSteps(view: View, steps: number) {
  const { settings, change } = view.figure;
  const place = fitPlace({ node: settings.node, step: settings.at - 1 }, steps);
  const order = orderOf(place, steps);
  const goTo = (to: NodePlace) => change({ node: to.node, at: to.step + 1, walking: true });
  const walk = useWalk(() => {
    goTo(placeAt(order + 1, steps));
    return order + 2 < stopCount(steps);
  });
  const move = (by: number) => {
    walk.stop();
    goTo(placeAt(order + by, steps));
  };
  const toggle = () => {
    if (walk.playing) return walk.stop();
    if (!settings.walking || order + 1 >= stopCount(steps)) goTo(placeAt(0, steps));
    else change({ walking: true });
    return walk.start();
  };
  const showAll = () => {
    walk.stop();
    change({ walking: false });
  };
  return { place, order, walk, move, toggle, showAll };
}
type Steps = ReturnType<typeof useSteps>;

/** A walk stops when the figure leaves the screen. */
function useStopOffScreen(frame: RefObject<HTMLElement | null>, walk: Walk): void {
  const latest = useRef(walk);
  latest.current = walk;
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) latest.current.stop();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
}

function WalkBar({
  view,
  steps,
  count,
}: {
  readonly view: View;
  readonly steps: Steps;
  readonly count: number;
}) {
  const text = useText(bpttMessages);
  const { walk, order, move } = steps;
  const { walking } = view.figure.settings;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div className={styles.bar} role="group" aria-label={text('bptt.walk')}>
      <PlayButton
        playing={walk.playing}
        onToggle={steps.toggle}
        {...(walk.playing ? {} : { label: text('bptt.play') })}
      />
      <Button icon="reset" label={text('bptt.start')} onClick={() => move(-count)} />
      <Button icon="back" label={text('bptt.previous')} disabled={order === 0} onClick={() => move(-1)} />
      <Button
        icon="forward"
        label={text('bptt.next')}
        disabled={order + 1 >= count}
        onClick={() => move(1)}
      />
      <Slider
        quiet
        label={text('figure.speed')}
        value={speedToPosition(walk.speed)}
        min={-2}
        max={2}
        step={0.25}
        format={(position) => formatSpeed(positionToSpeed(position))}
        onChange={(position) => walk.setSpeed(positionToSpeed(position))}
      />
      <span className={styles.place} role="status">
        {walking ? text('bptt.stop', { at: order + 1, count }) : text('bptt.whole')}
      </span>
      {walking && <Button onClick={steps.showAll}>{text('bptt.all')}</Button>}
    </div>
  );
}

/** Which loss is sent back: all of them, or one. */
function LossChoice({ view, reading }: { readonly view: View; readonly reading: Reading }) {
  const text = useText(bpttMessages);
  const { settings, change } = view.figure;
  const steps = reading.through.losses.length;
  const options = Array.from({ length: steps }, (_, step) => ({
    value: String(step + 1),
    label: text('bptt.loss-one', {
      step: step + 1,
      token: visibleSymbol(reading.tokens[step + 1]?.text ?? ''),
    }),
  }));
  return (
    <Select
      label={text('bptt.loss-at')}
      value={String(Math.min(settings.loss, steps))}
      options={[{ value: '0', label: text('bptt.loss-all') }, ...options]}
      onChange={(loss) => change({ loss: Number(loss) })}
    />
  );
}

/** Numbers of the drawing: states, losses, and the gradients of the losses that are sent back. */
function useValues({ through }: Reading, loss: number) {
  return useMemo(() => {
    const { losses, trace, reach, shape } = through;
    const kept = keptLosses(loss, losses.length);
    const gradients = Array.from(losses, (_, step) => sumOverLosses(through, reach, step, kept));
    const value = ({ node, step, unit }: ThroughSelection): number => {
      if (node === 'loss') return losses[step] ?? Number.NaN;
      if (node === 'gradient') return gradients[step]?.[unit] ?? Number.NaN;
      return trace.values.hidden?.[step * shape.hidden + unit] ?? Number.NaN;
    };
    const limit = Math.max(...gradients.flatMap((step) => Array.from(step, Math.abs)));
    return { kept, value, limit };
  }, [through, loss]);
}
type Values = ReturnType<typeof useValues>;

function Drawing(props: {
  readonly view: View;
  readonly reading: Reading;
  readonly steps: Steps;
  readonly values: Values;
  readonly selected: ThroughSelection;
}) {
  const { view, reading, steps, values, selected } = props;
  const text = useText(bpttMessages);
  const notation = useSettings((state) => state.notation);
  const { settings, change } = view.figure;
  const { losses, shape } = reading.through;
  const count = losses.length;
  const revealed = (node: ThroughSelection['node'], step: number) =>
    !settings.walking || orderOf({ node, step }, count) <= steps.order;
  const describe = (at: ThroughSelection, isRevealed: boolean) =>
    text(`bptt.cell-${at.node}`, {
      unit: at.unit + 1,
      step: at.step + 1,
      value: isRevealed ? formatGradient(values.value(at)) : text('bptt.not-yet'),
    });
  return (
    <ThroughTimeNet
      steps={count}
      units={shape.hidden}
      tokens={reading.tokens}
      value={values.value}
      format={formatSmall}
      limit={values.limit}
      revealed={revealed}
      lit={litBy(steps.place, values.kept, count)}
      selected={selected}
      onSelect={({ node, step, unit }) => {
        steps.walk.stop();
        change({ node, at: step + 1, unit: unit + 1 });
      }}
      onPlayToggle={steps.toggle}
      notation={notation}
      name={text('bptt.figure', { sentence: printedSentence(reading) })}
      labels={{
        gradient: text('bptt.lane-gradient'),
        loss: text('bptt.lane-loss'),
        state: text('bptt.lane-state'),
        input: text('bptt.lane-input'),
      }}
      describe={describe}
    />
  );
}

function Body({ view, reading }: { readonly view: View; readonly reading: Reading }) {
  const text = useText(bpttMessages);
  const notation = useSettings((state) => state.notation);
  const frame = useRef<HTMLDivElement>(null);
  const { settings } = view.figure;
  const count = reading.through.losses.length;
  const steps = useSteps(view, count);
  const values = useValues(reading, settings.loss);
  useStopOffScreen(frame, steps.walk);
  const unit = Math.min(settings.unit, reading.through.shape.hidden) - 1;
  const selected = { ...steps.place, unit };
  return (
    <div ref={frame} className={styles.body}>
      <div className={styles.between}>
        <WalkBar view={view} steps={steps} count={stopCount(count)} />
        <LossChoice view={view} reading={reading} />
      </div>
      <Drawing {...{ view, reading, steps, values, selected }} />
      <p className={styles.note}>
        {text('bptt.scale-state')} · {text('bptt.scale-gradient', { limit: formatGradient(values.limit) })} ·{' '}
        {text('bptt.keys')}
      </p>
      <NodeDetail reading={reading} selected={selected} kept={values.kept} notation={notation} />
    </div>
  );
}

/** Forward and backward over a sentence that a really trained RNN reads: every value opens to its arithmetic. */
export function ThroughFigure(props: {
  readonly id: string;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
}) {
  const view = useModel(useFigure(THROUGH_TABLE, props.id));
  const { reading, figure } = view;
  const { loss } = figure.settings;
  return (
    <ToolFigure
      id={props.id}
      title={props.title}
      caption={props.caption}
      table={THROUGH_TABLE}
      figure={figure}
      csv={() => (reading ? throughRows(reading, loss) : [])}
      numbers={reading ? <ThroughTable reading={reading} loss={loss} /> : null}
    >
      <ModelTrouble model={view} />
      <ModelBar model={view} />
      {reading ? <Body view={view} reading={reading} /> : <ModelWaiting model={view} />}
    </ToolFigure>
  );
}
