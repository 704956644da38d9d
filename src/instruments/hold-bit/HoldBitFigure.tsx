import { type ReactNode, useMemo, useRef } from 'react';
import { MemoryLanes } from '../../components/diagrams/memory/MemoryLanes.tsx';
import { useNetTerm } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import type { FigureState } from '../../store/figure.ts';
import { useSettings } from '../../store/settings.ts';
import { useFigure } from '../link/useFigure.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { Answer, Kept } from './Answer.tsx';
import { Curve } from './Curve.tsx';
import { Detail } from './Detail.tsx';
import { HandBar } from './HandBar.tsx';
import styles from './hold-bit.module.css';
import { holdSteps, releaseSteps } from './holds.ts';
import { Longer } from './Longer.tsx';
import { HoldNumbers, numberRows } from './Numbers.tsx';
import type { BothReadings } from './reading.ts';
import { type HoldRow, holdRows, rowOf } from './rows.ts';
import { SequenceBar } from './SequenceBar.tsx';
import { flipBit, toggleWrite, withToken, writeSequenceText } from './sequence.ts';
import { HOLD_TABLE, type HoldBitSettings } from './settings.ts';
import { TaskBar, TrainingBar } from './TrainingBar.tsx';
import { type HoldBitRun, useHoldBit, useReadings } from './useHoldBit.ts';
import { useLanes, useTokens } from './useLanes.ts';

/** What a key adds to a gate. */
const NUDGE = 0.1;

/** What a lesson may watch. */
export interface HoldBitView {
  readonly settings: HoldBitSettings;
  readonly held: HoldBitRun;
  readonly readings: BothReadings;
}

interface Parts extends Pick<FigureState<HoldBitSettings>, 'settings' | 'change'> {
  readonly held: HoldBitRun;
  readonly readings: BothReadings;
  /** Selected, counted from 0. */
  readonly step: number;
  readonly unit: number;
}

/** Keys of the drawing, at the selected place. */
function keysOf({ settings, change, held, readings, step, unit }: Parts, row: HoldRow | null) {
  const { ids } = readings;
  const show = (next: Int32Array) => change({ sequence: writeSequenceText(next) });
  const gate = readings.held.trace.values.update?.[step * held.network.hidden + unit] ?? 0;
  const nudge = (by: number) => change({ holds: holdSteps(settings.holds, [step], unit, gate + by) });
  const release = () => change({ holds: releaseSteps(settings.holds, [step], unit) });
  const onInput = {
    0: () => show(withToken(ids, step, (ids[step] ?? 0) >= 2 ? 2 : 0)),
    1: () => show(withToken(ids, step, (ids[step] ?? 0) >= 2 ? 3 : 1)),
    w: () => show(toggleWrite(ids, step)),
    Enter: () => show(flipBit(ids, step)),
  };
  const onGate = {
    '+': () => nudge(NUDGE),
    '=': () => nudge(NUDGE),
    '-': () => nudge(-NUDGE),
    Delete: release,
    Backspace: release,
  };
  return {
    ' ': held.toggle,
    ...(row === null ? onInput : {}),
    ...(row?.lane === 'update' ? onGate : {}),
  };
}

/** The drawing: input, gates, memories and answer over time. */
function Drawing(parts: Parts) {
  const { settings, change, held, readings, step, unit } = parts;
  const text = useText(holdMessages);
  const term = useNetTerm();
  const notation = useSettings(({ notation: letters }) => letters);
  const { network } = held;
  const rows = useMemo(() => holdRows(network.spec, network.hidden, unit), [network, unit]);
  const lanes = useLanes(readings, rows, notation);
  const tokens = useTokens(readings.ids);
  const row = rowOf(rows, settings.lane, unit);
  const select = (place: { readonly row: number; readonly step: number }) => {
    const to = rows[place.row - 1] ?? null;
    change({
      at: place.step + 1,
      lane: to?.lane ?? 'input',
      ...(to && to.unit >= 0 ? { unit: to.unit + 1 } : {}),
    });
  };
  return (
    <MemoryLanes
      tokens={tokens}
      lanes={lanes}
      inputWord={text('hold.input')}
      selected={{ row, step }}
      onSelect={select}
      onToken={(at) => change({ sequence: writeSequenceText(flipBit(readings.ids, at)) })}
      keys={keysOf(parts, rows[row - 1] ?? null)}
      {...(network.spec.kind === 'gru'
        ? {
            onDrag: (to: number, at: number, value: number) =>
              change({ holds: holdSteps(settings.holds, [at], rows[to - 1]?.unit ?? 0, value) }),
          }
        : {})}
      name={text('hold.name', { steps: readings.ids.length })}
      highlightedTerm={term.active}
      onTermHover={term.set}
    />
  );
}

function Legend({ isGru, isHeld }: { readonly isGru: boolean; readonly isHeld: boolean }) {
  const text = useText(holdMessages);
  return (
    <p className={tools.note}>
      {[
        text('hold.legend-write'),
        ...(isGru ? [text('hold.legend-candidate')] : []),
        ...(isHeld ? [text('hold.legend-before')] : []),
      ].join(' · ')}
      <br />
      {text('hold.keys')}
    </p>
  );
}

function Body(parts: Parts) {
  const { settings, change, held, readings, step, unit } = parts;
  const notation = useSettings(({ notation: letters }) => letters);
  const { network, parameters } = held;
  return (
    <>
      <Drawing {...parts} />
      <Answer readings={readings} spoken={!held.playing} />
      <div className={styles.main}>
        <div className={styles.hand}>
          <SequenceBar settings={settings} change={change} ids={readings.ids} step={step} />
          <HandBar settings={settings} change={change} ids={readings.ids} step={step} unit={unit} />
          <Kept readings={readings} step={step} unit={unit} />
          <Legend isGru={network.spec.kind === 'gru'} isHeld={readings.free !== readings.held} />
          <Curve run={held.run} />
          <Longer held={held} settings={settings} />
        </div>
        <Detail
          network={network}
          parameters={parameters}
          readings={readings}
          step={step}
          unit={unit}
          lane={settings.lane}
          notation={notation}
          holds={settings.holds}
          change={change}
        />
      </div>
    </>
  );
}

/**
 * A small recurrent network learns, while the page is read, to hold the bit that was written last. Its gates, its memory and its
 * answer are on show for a sequence that the reader makes; any gate can be held by hand, and what it was before stays in sight.
 */
export function HoldBitFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch the running network. */
  readonly children?: (view: HoldBitView) => ReactNode;
}) {
  const text = useText(holdMessages);
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(HOLD_TABLE, props.id);
  const { settings, change } = figure;
  const held = useHoldBit(root, settings);
  const readings = useReadings(held, settings);
  const step = Math.min(settings.at, readings.ids.length) - 1;
  const unit = Math.min(settings.unit, held.network.hidden) - 1;
  const parts = { settings, change, held, readings, step, unit };
  return (
    <ToolFigure
      id={props.id}
      title={text('hold.title')}
      caption={props.caption}
      table={HOLD_TABLE}
      figure={figure}
      csv={() => numberRows(readings)}
      numbers={<HoldNumbers readings={readings} />}
    >
      <div ref={root} className={styles.figure}>
        <TaskBar settings={settings} change={change} />
        <TrainingBar held={held} />
        <Body {...parts} />
        {props.children?.({ settings, held, readings })}
      </div>
    </ToolFigure>
  );
}
