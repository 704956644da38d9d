import { createRandom } from '../../models/random.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { expectedDepth } from '../../models/softmax/tree.ts';
import { COST_WAYS, type CostOrder, type CostPoint, type CostWay } from './protocol.ts';
import { type CostModules, createSubject, type Subject, type SubjectOptions } from './subjects.ts';
import { drawnText, zipfCounts } from './text.ts';

/** Sentences of the text that is learnt from: enough that rare words come, and their rows from memory. */
const SENTENCES = 4096;
/** What a sample lasts at least, ms, and how many there are; the median counts. */
const SAMPLE_MS = 12;
const SAMPLES = 5;
/** A way that takes this long for one sample is slow enough to be told apart by fewer. */
const PATIENCE_MS = 400;

/** Measures one size of vocabulary after the other; between two ways whoever drives it may rest. */
export function* measureCosts(
  order: CostOrder,
  modules: CostModules | null,
  now: () => number,
): Generator<CostPoint | null, void> {
  for (const vocabulary of order.vocabularies) {
    const counts = zipfCounts(vocabulary);
    const tree = huffmanTree(counts);
    const corpus = drawnText(counts, SENTENCES, createRandom(order.seed));
    const ms: Partial<Record<CostWay, number>> = {};
    for (const way of COST_WAYS) {
      const subject = maybeSubject(way, modules, { ...order, corpus, tree });
      if (subject) ms[way] = timePerTarget(subject, now);
      yield null;
    }
    yield { vocabulary, ms, depth: expectedDepth(tree, counts) };
  }
}

/** Null: too large for this machine, or not there. */
function maybeSubject(way: CostWay, modules: CostModules | null, options: SubjectOptions): Subject | null {
  try {
    return createSubject(way, modules, options);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Milliseconds a target: the median of some samples. */
export function timePerTarget(subject: Subject, now: () => number): number {
  const samples: number[] = [];
  const begun = now();
  // The first call finds nothing in the caches and code that is not yet made fast.
  subject();
  do samples.push(sample(subject, now));
  while (samples.length < SAMPLES && now() - begun < PATIENCE_MS);
  samples.sort((a, b) => a - b);
  return samples[samples.length >> 1]!;
}

function sample(subject: Subject, now: () => number): number {
  const begun = now();
  let targets = 0;
  do targets += subject();
  while (now() - begun < SAMPLE_MS);
  return (now() - begun) / targets;
}
