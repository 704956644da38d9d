import type { DescentPoint } from '../../models/gradient-flow/one-unit.ts';

/** Both descents, from their start to the last update. */
export interface Descents {
  readonly plain: readonly DescentPoint[];
  readonly clipped: readonly DescentPoint[];
}
