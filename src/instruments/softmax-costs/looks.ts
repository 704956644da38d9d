import type { MarkerShape } from '../../components/plots/Marker.tsx';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import type { CostWay } from '../../store/costs.ts';

/** Each way's colour and mark, in bars and curves. */
export const LOOKS: Readonly<Record<CostWay, { readonly role: FigureRole; readonly shape: MarkerShape }>> = {
  full: { role: 'input', shape: 'square' },
  batched: { role: 'output', shape: 'triangle' },
  negative: { role: 'candidate', shape: 'diamond' },
  hierarchical: { role: 'cell', shape: 'circle' },
};
