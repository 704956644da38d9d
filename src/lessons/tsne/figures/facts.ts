import { largestPerplexity } from '../../../models/projection/affinities.ts';

/** Points of the question about the largest perplexity. */
export const FEW = 40;
export const largestOfFew = largestPerplexity(FEW);

/** Words of the bundle that are shown elsewhere, and numbers of each: coordinates that a map of two axes has not. */
export const WORD_DIMENSIONS = 100;
