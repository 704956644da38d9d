import { useSyncExternalStore } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { raceMessages } from '../../i18n/messages/race.ts';
import type { Run } from '../../store/run-state.ts';
import { runningAccuracy } from './accuracy.ts';
import { LOOKS } from './looks.ts';
import { RACERS, SYMBOLS } from './settings.ts';

const NOTHING = { length: 0, steps: new Float64Array(0), accuracy: new Float64Array(0) };

/** A run's curve, or an empty one before there is a run. */
function useCurve(run: Run | undefined) {
  return useSyncExternalStore(
    (onChange) => run?.store.subscribe(onChange) ?? (() => {}),
    () => run?.store.getState().curve ?? NOTHING,
  );
}

const percent = (share: number): string => `${formatFixed(100 * share, 0)} %`;

/** Running accuracy of the three against the step, and the level of guessing. */
export function RaceChart({ runs }: { readonly runs: readonly Run[] | null }) {
  const text = useText(raceMessages);
  const curves = [useCurve(runs?.[0]), useCurve(runs?.[1]), useCurve(runs?.[2])];
  const series = RACERS.map((racer, i): LineSeries => {
    const curve = runningAccuracy(curves[i] ?? NOTHING);
    return { id: racer, label: text(`race.cell-${racer}`), curve, ...LOOKS[racer] };
  });
  return (
    <MultiLineChart
      series={series}
      name={text('race.chart')}
      xLabel={text('race.step-axis')}
      yDomain={[0, 1]}
      formatY={percent}
      reference={{ value: 1 / SYMBOLS, label: text('race.chance') }}
      height={260}
    />
  );
}
