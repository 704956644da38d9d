import { formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import type { Columns } from '../../components/plots/curve.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import type { CellFlow } from './flows.ts';
import { LOOKS, type View } from './settings.ts';

const DOMAIN = [1e-14, 1e1] as const;

/** Lengths by steps back, as they are or as shares of the last step's. */
function curveOf(norms: Float64Array, view: View): Columns {
  const whole = view === 'share' ? (norms[0] ?? 1) : 1;
  return {
    x: Float64Array.from(norms, (_, k) => k),
    y: norms.map((norm) => norm / whole),
    length: norms.length,
  };
}

/** The three nets' gradients on a logarithmic axis; thin, what they were before training. */
export function FlowChart({ flows, view }: { readonly flows: readonly CellFlow[]; readonly view: View }) {
  const text = useText(agreementMessages);
  const isTrained = flows.some(({ state }) => (state?.step ?? 0) > 0);
  const series = flows.flatMap(({ cell, before, now }): readonly LineSeries[] => {
    const label = text(`agree.${cell}`);
    const look = LOOKS[cell];
    const own: LineSeries = { id: cell, label, ...look, curve: curveOf(now.hidden, view) };
    const past: LineSeries = {
      ...own,
      id: `${cell} before`,
      faint: true,
      curve: curveOf(before.hidden, view),
    };
    const memory: readonly LineSeries[] = now.cell
      ? [
          {
            id: `${cell} c`,
            label: text('agree.lstm-cell'),
            role: 'candidate',
            dash: '10 3 2 3',
            curve: curveOf(now.cell, view),
          },
        ]
      : [];
    return [...(isTrained ? [past] : []), own, ...memory];
  });
  return (
    <MultiLineChart
      series={series}
      name={text('flow.chart')}
      xLabel={text('flow.axis')}
      yDomain={DOMAIN}
      yScale="log"
      formatY={formatMagnitude}
      height={320}
    />
  );
}
