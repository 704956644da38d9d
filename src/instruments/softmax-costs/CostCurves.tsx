import { LogLogChart, type LogPoint, type LogSeries } from '../../components/plots/LogLogChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { softmaxCostMessages } from '../../i18n/messages/softmax-costs.ts';
import type { CostPoint, CostWay } from '../../store/costs.ts';
import { LOOKS } from './looks.ts';
import { curveOf, decadesAround, expectedTimes } from './numbers.ts';
import type { CostSettings } from './settings.ts';
import { SIZES } from './settings.ts';
import { useWayName } from './useWayName.ts';

const X_DOMAIN = [1000, 100_000] as const;
/** The notes' rule of thumb. */
const FIFTY = 50;

const EXPECTED: readonly LogPoint[] = SIZES.map((size) => ({
  x: Number(size),
  y: expectedTimes(Number(size)),
}));

export interface CostCurvesProps {
  readonly ways: readonly CostWay[];
  readonly points: readonly CostPoint[];
  readonly settings: CostSettings;
}

/** Time, or times the tree's time, over the size of the vocabulary. */
export function CostCurves({ ways, points, settings }: CostCurvesProps) {
  const text = useText(softmaxCostMessages);
  const nameOf = useWayName(settings.negatives);
  const { view } = settings;
  const isRatio = view === 'ratio';
  const series = ways
    .filter((way) => !(isRatio && way === 'hierarchical'))
    .map((way): LogSeries => {
      const curve = curveOf(points, way, view);
      const shown = isRatio ? curve : curve.map(({ x, y }) => ({ x, y: 1000 * y }));
      return { id: way, label: nameOf(way), points: shown, ...LOOKS[way] };
    });
  const guides = isRatio
    ? [
        { id: 'expected', label: text('costs.expected'), points: EXPECTED },
        { id: 'fifty-rounded', label: text('costs.fifty'), points: X_DOMAIN.map((x) => ({ x, y: FIFTY })) },
      ]
    : [];
  const values = [...series, ...guides].flatMap((one) => one.points.map(({ y }) => y));
  return (
    <LogLogChart
      series={series}
      at={{ x: Number(settings.vocabulary), y: Number.NaN }}
      guides={guides}
      xDomain={X_DOMAIN}
      yDomain={decadesAround(values, [0.1, 10_000])}
      xLabel={text('costs.x')}
      yLabel={text(`costs.y.${view}`)}
      name={text('costs.curve')}
      height={300}
    />
  );
}
