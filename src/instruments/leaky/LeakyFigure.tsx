import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed, formatMagnitude, formatPower } from '../../components/diagrams/formatNumber.ts';
import type { Columns } from '../../components/plots/curve.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { leakyMessages } from '../../i18n/messages/leaky.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { REMEDIES, type Remedy, type RemedyFlow, remedyFlows } from './remedies.ts';
import { LEAKY_TABLE, LEAST, type LeakySettings, MOST } from './settings.ts';

const DOMAIN = [1e-12, 1e2] as const;

const LOOKS: Readonly<Record<Remedy, Pick<LineSeries, 'role' | 'dash'>>> = {
  plain: { role: 'input' },
  leaky: { role: 'hidden' },
  skip: { role: 'reset', dash: '8 3' },
  long: { role: 'candidate', dash: '2 3' },
};

const STEP = { alpha: 0.01, delay: 1, radius: 0.05, steps: 5 } as const;

function Controls({ settings, change }: Pick<FigureState<LeakySettings>, 'settings' | 'change'>) {
  const text = useText(leakyMessages);
  return (
    <div className={tools.bar}>
      {(['alpha', 'delay', 'radius', 'steps'] as const).map((field) => (
        <Slider
          key={field}
          label={text(`leaky.${field}`)}
          value={settings[field]}
          min={LEAST[field]}
          max={MOST[field]}
          step={STEP[field]}
          format={(value) => (STEP[field] < 1 ? formatFixed(value, 2) : String(value))}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
      <Button icon="reset" onClick={() => change({ seed: (settings.seed + 1) % 2 ** 32 })}>
        {text('leaky.another')}
      </Button>
    </div>
  );
}

/** The steps that an error reaches, as a curve: with long edges alone these are every d-th. */
function reached(norms: Float64Array): Columns {
  const places = Array.from(norms, (_, k) => k).filter((k) => norms[k]! > 0);
  return {
    x: Float64Array.from(places),
    y: Float64Array.from(places, (k) => norms[k]!),
    length: places.length,
  };
}

function Curves({
  flows,
  settings,
}: {
  readonly flows: readonly RemedyFlow[];
  readonly settings: LeakySettings;
}) {
  const text = useText(leakyMessages);
  const power = Float64Array.from({ length: settings.steps + 1 }, (_, k) => settings.alpha ** k);
  const series = flows.map(
    ({ remedy, norms }): LineSeries => ({
      id: remedy,
      label: text(`leaky.${remedy}`),
      curve: reached(norms),
      ...LOOKS[remedy],
    }),
  );
  return (
    <MultiLineChart
      series={[
        {
          id: 'power',
          label: text('leaky.power'),
          role: 'hidden',
          dash: '6 5',
          faint: true,
          curve: reached(power),
        },
        ...series,
      ]}
      name={text('leaky.chart')}
      xLabel={text('leaky.axis')}
      yDomain={DOMAIN}
      yScale="log"
      formatY={formatMagnitude}
      height={320}
    />
  );
}

function Readout({
  flows,
  settings,
}: {
  readonly flows: readonly RemedyFlow[];
  readonly settings: LeakySettings;
}) {
  const text = useText(leakyMessages);
  const { steps, delay, alpha } = settings;
  const last = steps - (steps % delay);
  const at = (remedy: Remedy, k: number) =>
    formatMagnitude(flows.find((flow) => flow.remedy === remedy)?.norms[k] ?? Number.NaN);
  return (
    <>
      <p className={tools.readout} role="status" data-testid="remedies">
        {text('leaky.here', {
          steps,
          delay,
          last,
          plain: at('plain', steps),
          leaky: at('leaky', steps),
          skip: at('skip', steps),
          long: at('long', last),
          alpha: formatFixed(alpha, 2),
          scale: formatFixed(1 / (1 - alpha), 1),
        })}
      </p>
      <p className={tools.note}>{text('leaky.legend')}</p>
    </>
  );
}

const rowsOf = (flows: readonly RemedyFlow[], { steps, alpha }: LeakySettings) =>
  Array.from({ length: steps + 1 }, (_, k) => [
    k,
    ...flows.map(({ norms }) => norms[k] ?? Number.NaN),
    alpha ** k,
  ]);

function Numbers({ rows }: { readonly rows: readonly (readonly number[])[] }) {
  const text = useText(leakyMessages);
  return (
    <NumberTable
      caption={text('leaky.table')}
      heads={['k', ...REMEDIES.map((remedy) => text(`leaky.${remedy}`)), text('leaky.power')]}
      rows={rows.map(([k, ...values]) => ({
        id: String(k),
        cells: [k, ...values.map((value) => formatPower(value, 3))],
      }))}
    />
  );
}

/** How far an error reaches: plain units, leaky units, further edges over d steps, and only those. */
export function LeakyFigure(props: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(leakyMessages);
  const figure = useFigure(LEAKY_TABLE, props.id);
  const { settings, change } = figure;
  const shown = useDeferredValue(settings);
  const flows = useMemo(() => remedyFlows(shown), [shown]);
  const rows = rowsOf(flows, shown);
  return (
    <ToolFigure
      id={props.id}
      title={text('leaky.title')}
      caption={props.caption}
      table={LEAKY_TABLE}
      figure={figure}
      csv={() => [['k', ...REMEDIES, 'alpha^k'], ...rows]}
      numbers={<Numbers rows={rows} />}
    >
      <Controls settings={settings} change={change} />
      <Curves flows={flows} settings={shown} />
      <Readout flows={flows} settings={shown} />
    </ToolFigure>
  );
}
