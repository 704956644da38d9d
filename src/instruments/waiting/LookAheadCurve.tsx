import { useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { waitingMessages } from '../../i18n/messages/waiting.ts';
import type { Tagger } from '../taggers/shared-taggers.ts';
import { SCORED } from '../taggers/task.ts';
import { lookAheadScores } from './look-ahead-scores.ts';

const percent = (share: number): string => `${formatFixed(100 * share, 0)} %`;

/** What a two-way tagger gets right when it may wait for so many words and no more; empty until there is one to measure. */
export function LookAheadCurve({ tagger }: { readonly tagger: Tagger | undefined }) {
  const text = useText(waitingMessages);
  const scores = useMemo(() => (tagger ? lookAheadScores(tagger) : []), [tagger]);
  const curve = (key: 'all' | 'ambiguous') => ({
    x: Float64Array.from(scores, (_, ahead) => ahead),
    y: Float64Array.from(scores, (score) => score[key]),
    length: scores.length,
  });
  const series: readonly LineSeries[] = [
    { id: 'ambiguous', label: text('wait.ambiguous'), role: 'cell', curve: curve('ambiguous') },
    { id: 'all', label: text('wait.all'), role: 'input', dash: '6 3', curve: curve('all') },
  ];
  return (
    <MultiLineChart
      series={series}
      name={text('wait.curve', { count: SCORED })}
      xLabel={text('wait.curve-axis')}
      yDomain={[0, 1]}
      formatY={percent}
      reference={{ value: 0.5, label: text('wait.chance') }}
      height={200}
    />
  );
}
