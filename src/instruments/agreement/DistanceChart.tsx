import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import type { Columns } from '../../components/plots/curve.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import { CELLS } from './nets.ts';
import type { Result } from './results.ts';
import { LOOKS } from './settings.ts';

/** 98 %, never broken in two. */
export const percent = (share: number): string => `${formatFixed(100 * share, 0)}\u00a0%`;

/** Accuracies of one cell's trained nets, by distance. */
function curveOf(results: readonly Result[], kind: 'same' | 'other'): Columns {
  const known = results.flatMap(({ net, accuracy }) =>
    accuracy ? [{ x: net.distance, y: accuracy[kind] }] : [],
  );
  return {
    x: Float64Array.from(known, ({ x }) => x),
    y: Float64Array.from(known, ({ y }) => y),
    length: known.length,
  };
}

/** How often each cell's nets are right on fresh sentences, by distance; a point appears when its net is trained. */
export function DistanceChart({ results }: { readonly results: readonly Result[] }) {
  const text = useText(agreementMessages);
  const series = CELLS.flatMap((cell): readonly LineSeries[] => {
    const own = results.filter(({ net }) => net.cell === cell);
    const line: LineSeries = {
      id: cell,
      label: text(`agree.${cell}`),
      points: true,
      ...LOOKS[cell],
      curve: curveOf(own, 'other'),
    };
    return [{ ...line, id: `${cell} same`, faint: true, curve: curveOf(own, 'same') }, line];
  });
  return (
    <div>
      <MultiLineChart
        series={series}
        name={text('agree.chart')}
        xLabel={text('agree.axis')}
        xLast={Math.max(...results.map(({ net }) => net.distance))}
        yDomain={[0, 1]}
        formatY={percent}
        reference={{ value: 0.5, label: text('agree.guess') }}
        height={250}
      />
    </div>
  );
}
