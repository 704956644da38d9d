import { integer, real } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

/** Everything that a link of the figure carries. */
export interface LeakySettings {
  /** α of the leaky units. */
  readonly alpha: number;
  /** d of the long edges. */
  readonly delay: number;
  /** Spectral radius of the matrix on every edge. */
  readonly radius: number;
  /** Steps back that are followed. */
  readonly steps: number;
  readonly seed: number;
}

export const MOST = { alpha: 0.99, delay: 20, radius: 1.2, steps: 100 } as const;
export const LEAST = { alpha: 0, delay: 2, radius: 0.2, steps: 10 } as const;

export const LEAKY_TABLE: Table<LeakySettings> = {
  alpha: { key: 'alpha', codec: real(0.9, LEAST.alpha, MOST.alpha) },
  delay: { key: 'd', codec: integer(8, LEAST.delay, MOST.delay) },
  radius: { key: 'rho', codec: real(0.7, LEAST.radius, MOST.radius) },
  steps: { key: 'T', codec: integer(60, LEAST.steps, MOST.steps) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
};
