import { cellParameterCount } from '../../../models/cells/parameters.ts';
import { DEFAULT_RNN } from '../../../models/cells/roles.ts';

/** Ng's example: 100 hidden units, 10,000 words. */
export const SIZES = { hidden: 100, inputs: 10_000 } as const;

/** Rows and columns of W_a = [W_aa | W_ax]. */
export const stackedShape = ({ hidden, inputs }: typeof SIZES): readonly [number, number] => [
  hidden,
  hidden + inputs,
];

/** Parameters of the cell. T is no argument, and that is the point. */
export const cellCount = (sizes: typeof SIZES): number => cellParameterCount(DEFAULT_RNN, sizes);
