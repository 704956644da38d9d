import type { Nearest } from '../protocol.ts';
import { type Layer, rowOf } from './layer.ts';

type Neighbour = NonNullable<Nearest['nearest']>[number];

/** Ranks words by cosine. */
export interface Ranking {
  /** The `count` words nearest to a vector, the nearest first, equals by id; `except` is left out, and words whose length is 0 or no number. */
  nearest(vector: Float64Array, count: number, except: number): readonly Neighbour[];
}

/** Over the first `words` rows. */
export function createRanking(layer: Layer, words: number): Ranking {
  const lengths = lengthsOf(layer, words);
  return {
    nearest(vector, count, except) {
      const best: Neighbour[] = [];
      const length = lengthOf(vector);
      if (!hasDirection(length)) return best;
      for (let id = 0; id < words; id++) {
        if (id === except || !hasDirection(lengths[id]!)) continue;
        const cosine = dot(layer, id, vector) / (length * lengths[id]!);
        if (best.length < count || cosine > best[best.length - 1]!.cosine)
          insert(best, { id, cosine }, count);
      }
      return best;
    },
  };
}

/** Not of a vector of nothing, nor of one that diverged. */
const hasDirection = (length: number) => length > 0 && length < Number.POSITIVE_INFINITY;

/** Keeps the best `count`, in order: most words never get here. */
function insert(best: Neighbour[], found: Neighbour, count: number): void {
  let at = best.length;
  while (at > 0 && best[at - 1]!.cosine < found.cosine) at--;
  best.splice(at, 0, found);
  if (best.length > count) best.pop();
}

function dot({ values, stride, dimensions }: Layer, row: number, vector: Float64Array): number {
  const at = row * stride;
  let sum = 0;
  for (let j = 0; j < dimensions; j++) sum += values[at + j]! * vector[j]!;
  return sum;
}

function lengthsOf(layer: Layer, words: number): Float64Array {
  const lengths = new Float64Array(words);
  for (let row = 0; row < words; row++) lengths[row] = lengthOf(rowOf(layer, row));
  return lengths;
}

function lengthOf(vector: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < vector.length; j++) sum += vector[j]! * vector[j]!;
  return Math.sqrt(sum);
}
