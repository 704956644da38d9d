import { topProbabilities } from '../../components/plots/topProbabilities.ts';
import type { TreeWalk } from './useTreeWalk.ts';

/** Leaves in the table of numbers. */
const MOST = 100;

/** The most probable words, and the target; `rank` is the word's place by frequency, from 1. */
export function leafRows({ forest, walk }: Pick<TreeWalk, 'forest' | 'walk'>) {
  if (!forest || !walk) return [];
  const { words } = forest.info;
  return topProbabilities(walk.probabilities, MOST, forest.pair.target).top.map(({ id, probability }) => ({
    word: words[id] ?? '',
    rank: id + 1,
    probability,
    log: walk.logProbabilities[id] ?? Number.NaN,
  }));
}
