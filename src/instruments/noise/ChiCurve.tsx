import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import { significant } from '../ngrams/format.ts';
import { chiSquare } from './chi-square.ts';
import { chiSquareLimit, type DrawHistory, RIVALS } from './history.ts';

const LOOKS = {
  own: { role: 'hidden' },
  uniform: { role: 'candidate', dash: '2 4' },
  unigram: { role: 'forget', dash: '8 3' },
} as const;

/** χ² of the draws so far: it stays where it is against their own noise, and grows against any other. */
export function ChiCurve({ history, own }: { readonly history: DrawHistory; readonly own: Float64Array }) {
  const text = useText(noiseMessages);
  const x = Float64Array.from(history.at);
  const series: readonly LineSeries[] = RIVALS.map((rival) => ({
    id: rival,
    label: text(`noise.line-${rival}`),
    curve: { x, y: Float64Array.from(history.chi[rival]), length: x.length },
    ...LOOKS[rival],
  }));
  const limit = chiSquareLimit(0.05, Math.max(1, chiSquare(history.tally.seen, own).freedom));
  const most = Math.max(10 * limit, ...RIVALS.flatMap((rival) => history.chi[rival]));
  return (
    <MultiLineChart
      series={series}
      name={text('noise.chi-chart')}
      xLabel={text('noise.chi-draws')}
      yDomain={[1, 10 ** Math.ceil(Math.log10(most))]}
      yScale="log"
      formatY={(value) => significant(value, 2)}
      reference={{ value: limit, label: text('noise.chi-limit', { limit: significant(limit, 3) }) }}
      height={210}
    />
  );
}
