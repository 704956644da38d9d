import { type ReactNode, useDeferredValue, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { feedbackMessages } from '../../i18n/messages/feedback.ts';
import { DIGITS } from '../../models/tasks/spell-digit.ts';
import type { FigureState } from '../../store/figure.ts';
import type { Run } from '../../store/run-state.ts';
import { failureMessage, sayRun } from '../../store/run-text.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { type Drift, LENGTH, measureDrift, WAYS } from './drift.ts';
import styles from './feedback.module.css';
import { Lanes } from './Lanes.tsx';
import { percent } from './percent.ts';
import { AMOUNTS, DRIFT_TABLE, type DriftSettings, STEPS } from './settings.ts';
import { useDrift, useDriftParameters, useDriftRun } from './useDrift.ts';

const HEADS = ['step', 'forced', 'free', 'stumbled'] as const;
const X = Float64Array.from({ length: LENGTH }, (_, t) => t + 1);

function Controls({ settings, change }: Pick<FigureState<DriftSettings>, 'settings' | 'change'>) {
  const text = useText(feedbackMessages);
  return (
    <div className={tools.bar}>
      <SegmentedControl
        label={text('drift.amount')}
        value={settings.amount}
        options={AMOUNTS.map((value) => ({
          value,
          label: text(`drift.amount-${value}`, { steps: STEPS[value] }),
        }))}
        onChange={(amount) => change({ amount })}
      />
      <Select
        label={text('drift.digit')}
        value={String(settings.digit)}
        options={DIGITS.map((value) => ({ value, label: value }))}
        onChange={(digit) => change({ digit: Number(digit) })}
      />
      <Select
        label={text('drift.way')}
        value={settings.way}
        options={WAYS.map((value) => ({ value, label: text(`drift.way-${value}`) }))}
        onChange={(way) => change({ way })}
      />
      <Button
        disabled={settings.way === 'greedy'}
        onClick={() => change({ draw: (settings.draw + 1) % 2 ** 32 })}
      >
        {text('drift.draw')}
      </Button>
      <Button onClick={() => change({ seed: (settings.seed + 1) % 2 ** 32 })}>{text('drift.seed')}</Button>
    </div>
  );
}

function Progress({ run, settings }: { readonly run: Run; readonly settings: DriftSettings }) {
  const text = useText(feedbackMessages);
  const { frame, failure, goodStep } = useStore(run.store);
  if (failure) {
    return (
      <p className={styles.failure} role="alert">
        {sayRun(text, failureMessage(failure, goodStep))}
      </p>
    );
  }
  const step = frame?.stats.step ?? 0;
  return (
    <p className={styles.note} data-testid="drift-progress" data-step={step}>
      {frame
        ? text('drift.progress', {
            step,
            until: STEPS[settings.amount],
            accuracy: percent(frame.stats.accuracy ?? Number.NaN),
          })
        : text('drift.waiting')}
    </p>
  );
}

function Chart({ drift, before }: { readonly drift: Drift; readonly before: Float64Array | null }) {
  const text = useText(feedbackMessages);
  const curve = (y: Float64Array) => ({ x: X, y, length: LENGTH });
  const series: readonly LineSeries[] = [
    ...(before
      ? [{ id: 'before', label: '', role: 'forget', faint: true, curve: curve(before) } as const]
      : []),
    {
      id: 'stumbled',
      label: text('drift.series-stumbled'),
      role: 'output',
      dash: '2 4',
      curve: curve(drift.stumbled),
    },
    { id: 'free', label: text('drift.series-free'), role: 'forget', dash: '7 3', curve: curve(drift.free) },
    { id: 'forced', label: text('drift.series-forced'), role: 'update', curve: curve(drift.forced) },
  ];
  return (
    <MultiLineChart
      series={series}
      name={text('drift.chart')}
      xLabel={text('drift.step-axis')}
      yDomain={[0, 1]}
      formatY={(share) => `${formatFixed(100 * share, 0)} %`}
      height={250}
    />
  );
}

function Now({ drift }: { readonly drift: Drift }) {
  const text = useText(feedbackMessages);
  const last = {
    last: LENGTH,
    forced: percent(drift.forced[LENGTH - 1] ?? Number.NaN),
    free: percent(drift.free[LENGTH - 1] ?? Number.NaN),
  };
  return (
    <p className={styles.now} data-testid="drift-now">
      {Number.isNaN(drift.after)
        ? text('drift.now-clean', last)
        : text('drift.now', { ...last, before: percent(drift.before), after: percent(drift.after) })}
    </p>
  );
}

/** What a lesson may watch. */
export interface DriftView {
  readonly drift: Drift;
  readonly step: number;
  readonly settings: DriftSettings;
}

function Trained(props: {
  readonly run: Run;
  readonly parameters: Float64Array;
  readonly settings: DriftSettings;
  readonly children: ((view: DriftView) => ReactNode) | undefined;
}) {
  const { run, parameters, settings } = props;
  const text = useText(feedbackMessages);
  const { drift, step, before } = useDrift(run, parameters, settings);
  return (
    <>
      <Progress run={run} settings={settings} />
      <Lanes parameters={parameters} settings={settings} />
      <Chart drift={drift} before={before} />
      <Now drift={drift} />
      <p className={styles.note}>
        {text('drift.legend', { runs: drift.runs })}
        {before ? ` ${text('drift.kept', { steps: STEPS.little })}` : ''}
      </p>
      {props.children?.({ drift, step, settings })}
    </>
  );
}

function rowsOf(parameters: Float64Array, { way, draw }: DriftSettings): readonly (readonly number[])[] {
  const { forced, free, stumbled } = measureDrift(parameters, way, draw);
  return Array.from(forced, (value, t) => [t + 1, value, free[t] ?? Number.NaN, stumbled[t] ?? Number.NaN]);
}

const fixed = (value: number): string => value.toFixed(4);

function Numbers(props: { readonly parameters: Float64Array; readonly settings: DriftSettings }) {
  const text = useText(feedbackMessages);
  const rows = rowsOf(props.parameters, props.settings);
  return (
    <NumberTable
      caption={text('drift.table')}
      heads={HEADS.map((head) => text(`drift.head-${head}`))}
      rows={rows.map(([t = 0, ...shares]) => ({ id: String(t), cells: [t, ...shares.map(fixed)] }))}
    />
  );
}

/** A decoder that was trained with teacher forcing: its errors when it is forced, and when it lives on its own outputs. */
export function DriftFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: DriftView) => ReactNode;
}) {
  const text = useText(feedbackMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(DRIFT_TABLE, props.id);
  const { settings, change } = figure;
  const run = useDriftRun(frame, settings);
  // Measuring hundreds of runs takes a few hundredths of a second: controls go first.
  const parameters = useDeferredValue(useDriftParameters(run, settings.seed));
  return (
    <ToolFigure
      id={props.id}
      title={text('drift.title')}
      caption={props.caption}
      table={DRIFT_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...rowsOf(parameters, settings)]}
      numbers={<Numbers parameters={parameters} settings={settings} />}
    >
      <div ref={frame} className={styles.main}>
        <Controls settings={settings} change={change} />
        {run ? (
          <Trained run={run} parameters={parameters} settings={settings}>
            {props.children}
          </Trained>
        ) : (
          <p className={tools.waiting} role="status">
            {text('drift.waiting')}
          </p>
        )}
      </div>
    </ToolFigure>
  );
}
