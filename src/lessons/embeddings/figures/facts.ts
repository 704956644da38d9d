import { productCost } from './lookup.ts';
import { distance, oneHot } from './measures.ts';

/** How far any two words are apart as one-hot vectors; the vocabulary's size does not matter. */
export const apart = distance(oneHot(0, 5), oneHot(3, 5));

/** A vocabulary and a number of dimensions as textbooks have them. */
export const SIZES = { words: 10_000, dimensions: 300 } as const;
export const cost = productCost(SIZES.words, SIZES.dimensions);
