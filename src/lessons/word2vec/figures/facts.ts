import { keepProbability } from '../../../models/word2vec/subsample.ts';
import { pairsOf } from '../../../models/word2vec/windows.ts';

/** (centre, context) pairs of a sentence, with a fixed window. */
export const pairCount = (words: number, window: number): number => pairsOf(words, () => window).length;

/** Chance that a word at some distance is in a window that draws its reach from 1 … window. */
export const reachShare = (distance: number, window: number): number =>
  Math.max(0, window - distance + 1) / window;

/** Chance that one occurrence of a word with this share of the text stays, with t = 0.001. */
export const keptShare = (share: number): number => keepProbability(share, 1e-3);
