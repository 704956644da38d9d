import { componentScores, type PrincipalComponents } from '../../../models/projection/components.ts';
import type { MapEngine } from '../map-engine.ts';
import type { CleanPoints } from '../points.ts';

/** The points along some of their principal components: nothing moves. */
export function createPcaMap(
  found: PrincipalComponents,
  { vectors, count }: CleanPoints,
  components: readonly number[],
): MapEngine {
  const positions = componentScores(found, vectors, count, components);
  return {
    tier: 'js',
    repulsion: null,
    explained: explainedShares(found, components),
    iteration: 0,
    step() {},
    isDone: () => true,
    positions: () => positions,
    dispose() {},
  };
}

/** Shares of the whole variance: of these components first, then of all others in their order. */
function explainedShares({ variances, total }: PrincipalComponents, components: readonly number[]) {
  const others = [...variances.keys()].filter((j) => !components.includes(j));
  return Float64Array.from([...components, ...others], (j) => (total > 0 ? (variances[j] ?? 0) / total : 0));
}
