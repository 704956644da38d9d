import type { Tier } from '../protocol.ts';
import type { ProjectionNotice } from './protocol.ts';

/** One map over points that do not change: how it moves, whatever the method. */
export interface MapEngine {
  readonly tier: Tier;
  /** t-SNE: how repulsion is summed. */
  readonly repulsion: 'exact' | 'grid' | null;
  /** PCA: share of the variance along each component, those of the map first. */
  readonly explained: Float64Array | null;
  /** What it could not do as it was asked. */
  readonly notices?: readonly ProjectionNotice[];
  readonly iteration: number;
  step(iterations: number): void | Promise<void>;
  /** Whether there is no further iteration. */
  isDone(): boolean;
  /** (n, dimensions); a view, valid until the next call. */
  positions(): Float32Array;
  /** KL(P‖Q); absent where the method has none. */
  divergence?(): number | Promise<number>;
  /** Moves points; absent where they stand where they must. */
  place?(positions: Float32Array): void;
  dispose(): void;
}
