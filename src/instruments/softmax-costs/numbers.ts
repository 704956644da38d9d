import type { LogPoint } from '../../components/plots/LogLogChart.tsx';
import type { CostPoint, CostWay } from '../../store/costs.ts';

/** How many times the tree's time a way takes; NaN where one of them is not known. */
export function timesTheTree({ ms }: Pick<CostPoint, 'ms'>, way: CostWay): number {
  return (ms[way] ?? Number.NaN) / (ms.hierarchical ?? Number.NaN);
}

/** What counting products alone lets one expect: V rows against log₂ V. */
export const expectedTimes = (vocabulary: number): number => vocabulary / Math.log2(vocabulary);

/** A way's curve: milliseconds a target, or times the tree's. */
export function curveOf(
  points: readonly CostPoint[],
  way: CostWay,
  view: 'time' | 'ratio',
): readonly LogPoint[] {
  return points.map((point) => ({
    x: point.vocabulary,
    y: view === 'time' ? (point.ms[way] ?? Number.NaN) : timesTheTree(point, way),
  }));
}

/** Powers of ten that hold all of these numbers. */
export function decadesAround(
  values: readonly number[],
  fallback: readonly [number, number],
): readonly [number, number] {
  const found = values.filter((value) => Number.isFinite(value) && value > 0);
  if (found.length === 0) return fallback;
  const low = 10 ** Math.floor(Math.log10(Math.min(...found)) + 1e-9);
  return [low, Math.max(10 * low, 10 ** Math.ceil(Math.log10(Math.max(...found)) - 1e-9))];
}
