import { markOf } from '../../../instruments/types/reading.ts';
import type { TypesView } from '../../../instruments/types/TypesFigure.tsx';

/**
 * Whether a network that was trained to its end gives a wrong answer. The one that hands on its output only does so anyway,
 * and does not count.
 */
export const isBroken = ({ form, steps, trained }: TypesView): boolean =>
  trained && form !== 'output' && steps.some((step) => markOf(form, step) === 'wrong');
