import { type ReactNode, useMemo } from 'react';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../../components/controls/Slider.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { type LineSeries, MultiLineChart } from '../../../components/plots/MultiLineChart.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { halfLife } from '../../../instruments/hold-bit/kept.ts';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { usePublished } from '../../../instruments/live/usePublished.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import tools from '../../../instruments/tools/tools.module.css';
import type { FigureState } from '../../../store/figure.ts';
import { gruMessages } from '../messages.ts';
import { shareLeft } from './facts.ts';
import { KEPT_RANGE, KEPT_TABLE, type KeptSettings } from './keptSettings.ts';
import { HELD } from './live.ts';
import { meanGate, netShares } from './netShares.ts';

const LOWEST = 1e-6;
const percent = (share: number): string =>
  `${share >= 0.01 || share === 0 ? formatFixed(100 * share, 0) : (100 * share).toExponential(1).replaceAll('-', '−')} %`;

const curveOf = (shares: readonly number[]): LineSeries['curve'] => ({
  x: Float64Array.from(shares, (_, n) => n),
  y: Float64Array.from(shares),
  length: shares.length,
});

function Controls({ settings, change }: Pick<FigureState<KeptSettings>, 'settings' | 'change'>) {
  const text = useText(gruMessages);
  return (
    <div className={tools.bar}>
      <Slider
        label={text('kept.gate')}
        value={settings.gate}
        min={KEPT_RANGE.gate[0]}
        max={KEPT_RANGE.gate[1]}
        step={0.01}
        format={(gate) => formatFixed(gate)}
        onChange={(gate) => change({ gate })}
      />
      <Slider
        label={text('kept.steps')}
        value={settings.steps}
        min={KEPT_RANGE.steps[0]}
        max={KEPT_RANGE.steps[1]}
        step={1}
        onChange={(steps) => change({ steps })}
      />
      <SegmentedControl
        label={text('kept.axis')}
        value={settings.scale}
        options={(['linear', 'log'] as const).map((value) => ({
          value,
          label: text(`figure.scale.${value}`),
        }))}
        onChange={(scale) => change({ scale })}
      />
    </div>
  );
}

/** The network's own shares, of the unit that its figure shows. */
function useNet(): readonly number[] | null {
  const view = usePublished(HELD);
  return useMemo(() => {
    if (!view) return null;
    const unit = Math.min(view.settings.unit, view.held.network.hidden) - 1;
    return netShares(view.readings, unit);
  }, [view]);
}

function Readouts({
  settings,
  net,
}: {
  readonly settings: KeptSettings;
  readonly net: readonly number[] | null;
}) {
  const text = useText(gruMessages);
  const half = halfLife(settings.gate);
  const share = net?.at(-1) ?? 0;
  const steps = (net?.length ?? 1) - 1;
  return (
    <p className={tools.note} data-testid="shares">
      {text('kept.readout', {
        gate: formatFixed(settings.gate),
        steps: settings.steps,
        share: percent(shareLeft(settings.gate, settings.steps)),
        half: Number.isFinite(half) ? formatFixed(half, 1) : 'never',
      })}{' '}
      {net
        ? text('kept.net-readout', {
            share: percent(share),
            steps,
            gate: formatFixed(meanGate(share, steps)),
          })
        : text('kept.net-none')}
    </p>
  );
}

/** What is left of a written value, step by step: behind a constant gate, and behind the gates of the network above. */
export function KeptFigure(props: { readonly caption: ReactNode }) {
  const text = useText(gruMessages);
  const figure = useFigure(KEPT_TABLE, 'kept');
  const { settings, change } = figure;
  const net = useNet();
  const chosen = Array.from({ length: settings.steps + 1 }, (_, n) => shareLeft(settings.gate, n));
  const series: readonly LineSeries[] = [
    {
      id: 'chosen',
      label: text('kept.chosen', { gate: formatFixed(settings.gate) }),
      role: 'update',
      curve: curveOf(chosen),
    },
    ...(net
      ? [{ id: 'net', label: text('kept.net'), role: 'hidden', dash: '6 4', curve: curveOf(net) } as const]
      : []),
  ];
  const heads = ['n', text('kept.chosen', { gate: formatFixed(settings.gate) }), text('kept.net')];
  return (
    <ToolFigure
      id="kept"
      title={text('kept.title')}
      caption={props.caption}
      table={KEPT_TABLE}
      figure={figure}
      csv={() => [['n', 'chosen', 'network'], ...chosen.map((share, n) => [n, share, net?.[n] ?? ''])]}
      numbers={
        <NumberTable
          caption={text('kept.table')}
          heads={heads}
          rows={chosen.map((share, n) => ({
            id: String(n),
            cells: [n, formatFixed(share, 4), net?.[n] === undefined ? '–' : formatFixed(net[n], 4)],
          }))}
        />
      }
    >
      <Controls settings={settings} change={change} />
      <MultiLineChart
        series={series}
        name={text('kept.share')}
        xLabel={text('kept.step-axis')}
        yDomain={settings.scale === 'log' ? [LOWEST, 1] : [0, 1]}
        yScale={settings.scale}
        formatY={percent}
        reference={{ value: 0.5, label: text('kept.half') }}
        height={230}
      />
      <Readouts settings={settings} net={net} />
    </ToolFigure>
  );
}
