import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import type { Run } from '../../store/run-state.ts';
import { runningAccuracy } from '../race/accuracy.ts';
import { useRunState } from '../runs/useRunState.ts';

const percent = (share: number): string => `${formatFixed(100 * share, 0)} %`;
const NOTHING = { length: 0, steps: new Float64Array(), accuracy: new Float64Array() };

/** Share of right answers while it learns; guessing is right every other time. */
export function Curve({ run }: { readonly run: Run | null }) {
  const text = useText(holdMessages);
  const curve = runningAccuracy(useRunState(run)?.curve ?? NOTHING);
  return (
    <MultiLineChart
      series={[{ id: 'right', label: text('hold.curve'), role: 'hidden', curve }]}
      name={text('hold.chart')}
      xLabel={text('hold.step-axis')}
      yDomain={[0, 1]}
      formatY={percent}
      reference={{ value: 0.5, label: text('hold.chance') }}
      height={150}
    />
  );
}
