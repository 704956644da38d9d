import { MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import styles from './agreement.module.css';
import { percent } from './DistanceChart.tsx';
import { CELLS, LAST_STEP } from './nets.ts';
import { type Result, resultAt } from './results.ts';
import { LOOKS } from './settings.ts';
import { learningCurve } from './training.ts';

/** Right answers while the three nets of one distance learn. */
export function LearningChart(props: { readonly results: readonly Result[]; readonly distance: number }) {
  const text = useText(agreementMessages);
  const { results, distance } = props;
  const title = text('agree.learning', { distance });
  const series = CELLS.map((cell) => ({
    id: cell,
    label: text(`agree.${cell}`),
    ...LOOKS[cell],
    curve: learningCurve(resultAt(results, cell, distance)?.state),
  }));
  return (
    <div>
      <p className={styles.heading}>{title}</p>
      <MultiLineChart
        series={series}
        name={title}
        xLabel={text('agree.step-axis')}
        xLast={LAST_STEP}
        yDomain={[0, 1]}
        formatY={percent}
        reference={{ value: 0.5, label: text('agree.guess') }}
        height={230}
      />
    </div>
  );
}
