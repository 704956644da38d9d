import {
  type Answerer,
  type AskedSet,
  createAnswerer,
  type VectorKernels,
} from '../../models/vectors/answer.ts';
import { keepSet } from './kept/keep-set.ts';
import type { Answering, OpenSet } from './open-set.ts';
import type { VectorQuestion, VectorSetInfo } from './protocol.ts';

/** What is known of a set beside its rows. */
export type AboutSet = Pick<
  VectorSetInfo,
  'name' | 'origin' | 'builtIn' | 'format' | 'wordsInSource' | 'limit' | 'rate' | 'flaws' | 'hasSubwords'
>;

/** What is known of a set that is whole and not out of a file. */
export const WHOLE = {
  builtIn: null,
  format: null,
  wordsInSource: null,
  limit: null,
  rate: null,
  flaws: [],
  hasSubwords: false,
};

/** A set with what answers about it. `about` is asked each time: a growing set learns more. */
export function createOpenSet(
  set: AskedSet,
  kernels: VectorKernels,
  about: () => AboutSet,
  now: () => number,
): OpenSet {
  const { store } = set;
  const id = crypto.randomUUID();
  const answerer = createAnswerer(set, kernels, now);
  const info = (): VectorSetInfo => ({
    ...about(),
    id,
    words: store.count,
    dimensions: store.dimensions,
    precision: store.precision,
    bytes: bytesOf(set),
    hasCounts: set.counts !== null,
    columns: set.columns.map(({ name }) => name),
    tier: kernels.rows.tier,
  });
  return {
    info,
    answer: (question) => answerInSlices(answerer, question, now),
    keep: () => keepSet(set, info(), Date.now()),
  };
}

function* answerInSlices(answerer: Answerer, question: VectorQuestion, now: () => number): Answering {
  if (question.kind !== 'score') return answerer.answer(question);
  const begun = now();
  const scoring = answerer.score(question);
  while (scoring.step()) yield { done: scoring.done, total: scoring.total };
  return { ...scoring.answer(), ms: now() - begun };
}

/** Bytes of rows and words. */
function bytesOf({ store, words }: AskedSet): number {
  let letters = 0;
  for (let i = 0; i < store.count; i++) letters += words[i]?.length ?? 0;
  // A string takes some 16 bytes beside its letters, an entry of a map about 40.
  return store.bytes + letters + 56 * store.count;
}
