import type { FigureRole } from '../../layout/unrolledTypes.ts';

/** The colour of each tagger, the same in every figure; `cut` is the two-way tagger without its backward chain. */
export const LOOKS = {
  forward: 'hidden',
  concat: 'cell',
  sum: 'reset',
  cut: 'forget',
} as const satisfies Record<string, FigureRole>;
