import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { formatFixed, formatMagnitude, formatPower } from '../../components/diagrams/formatNumber.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { depthMessages } from '../../i18n/messages/depth.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { DepthNet } from './DepthNet.tsx';
import { initialMap, parameterCount, SEEDS, SYMBOLS } from './recall-pair.ts';
import { DEPTH_CELLS, DEPTH_TABLE, type DepthSettings, LEAST, MOST } from './settings.ts';
import { type PairProgress, STEPS } from './training-types.ts';
import { type PairTraining, usePair } from './usePair.ts';

const CELL_NAMES = { lstm: 'LSTM', gru: 'GRU', rnn: 'RNN' } as const;

interface Maps {
  readonly plain: Float64Array;
  readonly skipping: Float64Array;
}

/** Of fresh networks, or of the pair as it is trained. */
function useMaps(settings: DepthSettings, report: PairProgress | undefined): Maps {
  const { cell, layers, steps, seed } = settings;
  const fresh = useMemo(() => {
    const pair = { cell, layers, steps, seed };
    return { plain: initialMap(pair, false), skipping: initialMap(pair, true) };
  }, [cell, layers, steps, seed]);
  return report ? { plain: report.plain.map, skipping: report.skipping.map } : fresh;
}

function Controls({ settings, change }: Pick<FigureState<DepthSettings>, 'settings' | 'change'>) {
  const text = useText(depthMessages);
  return (
    <div className={tools.bar}>
      <Toggle label={text('depth.skips')} checked={settings.skips} onChange={(skips) => change({ skips })} />
      <SegmentedControl
        label={text('depth.cell')}
        value={settings.cell}
        options={DEPTH_CELLS.map((value) => ({ value, label: CELL_NAMES[value] }))}
        onChange={(cell) => change({ cell })}
      />
      {(['layers', 'steps'] as const).map((field) => (
        <Slider
          key={field}
          label={text(`depth.${field}`)}
          value={settings[field]}
          min={LEAST[field]}
          max={MOST[field]}
          step={1}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
    </div>
  );
}

function TrainingControls(props: {
  readonly pair: PairTraining;
  readonly settings: DepthSettings;
  readonly change: FigureState<DepthSettings>['change'];
}) {
  const text = useText(depthMessages);
  const { pair, settings, change } = props;
  const step = pair.reports.at(-1)?.step ?? 0;
  const { seed } = settings;
  return (
    <div className={tools.bar}>
      <Button primary disabled={pair.training} onClick={pair.start}>
        {text('depth.train')}
      </Button>
      <Button icon="reset" disabled={step === 0} onClick={pair.reset}>
        {text('depth.untrained')}
      </Button>
      <Button onClick={() => change({ seed: (seed + SEEDS) % 2 ** 32 })}>{text('depth.seed')}</Button>
      <span className={tools.note} role="status" data-testid="stage">
        {pair.training
          ? text('depth.training', { step, steps: STEPS })
          : step > 0
            ? text('depth.after', { step, seed })
            : text('depth.before', { count: SEEDS, seed })}
      </span>
    </div>
  );
}

/** Both networks' gradients at the selected cell, and how much the skip connections add. */
function Comparison({ settings, maps }: { readonly settings: DepthSettings; readonly maps: Maps }) {
  const text = useText(depthMessages);
  const layer = Math.min(settings.layer, settings.layers);
  const step = Math.min(settings.at, settings.steps);
  const cell = (layer - 1) * settings.steps + step - 1;
  const [plain, skipping] = [maps.plain[cell] ?? Number.NaN, maps.skipping[cell] ?? Number.NaN];
  const ratio = skipping / plain;
  return (
    <p className={tools.note} role="status" data-testid="comparison">
      {text('depth.here', {
        layer,
        step,
        plain: formatMagnitude(plain),
        skipping: formatMagnitude(skipping),
        ratio: ratio >= 10 ? formatFixed(ratio, 0) : formatFixed(ratio, 2),
      })}{' '}
      {text('depth.parameters', { count: parameterCount(settings) })}
    </p>
  );
}

const percent = (share: number): string => `${formatFixed(100 * share, 0)} %`;

function Progress({ reports }: { readonly reports: readonly PairProgress[] }) {
  const text = useText(depthMessages);
  if (reports.length === 0) return null;
  const x = Float64Array.from(reports, ({ step }) => step);
  const curve = (which: 'plain' | 'skipping') => ({
    x,
    y: Float64Array.from(reports, (report) => report[which].accuracy),
    length: reports.length,
  });
  const series: readonly LineSeries[] = [
    { id: 'plain', label: text('depth.plain'), role: 'candidate', dash: '6 4', curve: curve('plain') },
    { id: 'skipping', label: text('depth.skipping'), role: 'output', curve: curve('skipping') },
  ];
  return (
    <MultiLineChart
      series={series}
      name={text('depth.chart')}
      xLabel={text('depth.step-axis')}
      yDomain={[0, 1]}
      formatY={percent}
      reference={{ value: 1 / SYMBOLS, label: text('depth.chance') }}
      height={220}
    />
  );
}

const HEADS = ['layer', 'step', 'plain', 'skipping'] as const;

/** One row a cell, lowest layer first. */
function rowsOf({ steps }: DepthSettings, { plain, skipping }: Maps) {
  return Array.from(plain, (value, cell) => [
    Math.floor(cell / steps) + 1,
    (cell % steps) + 1,
    value,
    skipping[cell] ?? Number.NaN,
  ]);
}

function Numbers({ rows }: { readonly rows: readonly (readonly number[])[] }) {
  const text = useText(depthMessages);
  const heads = HEADS.map((head) => text(`depth.head-${head}`));
  const shown = rows.map((row) => ({
    id: row.slice(0, 2).join(),
    cells: row.map((cell, column) => (column < 2 ? cell : formatPower(cell, 3))),
  }));
  return <NumberTable caption={text('depth.table')} heads={heads} rows={shown} />;
}

/** How much of an error at the end reaches each cell of a deep recurrent network, with and without skip connections. */
export function DepthFigure(props: {
  readonly id: string;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch the training. */
  readonly children?: (reports: readonly PairProgress[]) => ReactNode;
}) {
  const text = useText(depthMessages);
  const figure = useFigure(DEPTH_TABLE, props.id);
  const { settings, change } = figure;
  // Dragging a slider stays smooth: the numbers, a few hundredths of a second's work, follow.
  const shown = useDeferredValue(settings);
  const root = useRef<HTMLDivElement>(null);
  const pair = usePair(shown, root);
  const maps = useMaps(shown, pair.reports.at(-1));
  const rows = rowsOf(shown, maps);
  return (
    <ToolFigure
      id={props.id}
      title={text('depth.title')}
      caption={props.caption}
      table={DEPTH_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...rows]}
      numbers={<Numbers rows={rows} />}
    >
      <div ref={root} style={{ display: 'grid', gap: 14, minWidth: 0 }}>
        <Controls settings={settings} change={change} />
        <TrainingControls pair={pair} settings={shown} change={change} />
        <DepthNet settings={shown} map={shown.skips ? maps.skipping : maps.plain} change={change} />
        <Comparison settings={shown} maps={maps} />
        <Progress reports={pair.reports} />
        {props.children?.(pair.reports)}
      </div>
    </ToolFigure>
  );
}
