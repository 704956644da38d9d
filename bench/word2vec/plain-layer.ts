import { createRandom } from '../../src/models/random.ts';
import type { Word2vecSpec } from '../../src/models/word2vec/trainer.ts';

/**
 * Moves one row of the output layer by g·h, and adds g times what it was to `back`: two loops, as in word2vec.c. (Both in one loop
 * was measured as well: faster by a sixth for CBOW, slower by a sixth or more for skip-gram.)
 */
function moveRow(
  output: Float32Array,
  row: number,
  h: Float32Array,
  from: number,
  back: Float32Array,
  g: number,
): void {
  const d = back.length;
  for (let j = 0; j < d; j++) back[j]! += g * output[row + j]!;
  for (let j = 0; j < d; j++) output[row + j]! += g * h[from + j]!;
}

const LIMIT = 6;
const PLACES = 1024;
const SIGMOIDS = Float32Array.from(
  { length: PLACES },
  (_, i) => 1 / (1 + Math.exp(LIMIT - ((2 * i) / PLACES) * LIMIT)),
);
const NOISE = 1_000_000;

function sigmoid(score: number): number {
  if (score >= LIMIT) return 1;
  if (score <= -LIMIT) return 0;
  return SIGMOIDS[Math.floor((score + LIMIT) * (PLACES / 2 / LIMIT))]!;
}

/** A word in each place, as often as f^a asks for. */
function noiseOf(counts: Int32Array, exponent: number): Int32Array {
  const weights = Float64Array.from(counts, (count) => count ** exponent);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Int32Array(NOISE);
  let [word, reached] = [0, weights[0]! / total];
  for (let i = 0; i < NOISE; i++) {
    table[i] = word;
    if ((i + 1) / NOISE > reached && word < counts.length - 1) reached += weights[++word]! / total;
  }
  return table;
}

function score(output: Float32Array, row: number, h: Float32Array, from: number, d: number): number {
  let sum = 0;
  for (let j = 0; j < d; j++) sum += h[from + j]! * output[row + j]!;
  return sum;
}

/** The output layer: what foretells a word, a tree's nodes or negative samples. */
export interface PlainLayer {
  /** Learns `word` from the d numbers of h at `from`; returns what these are to be moved by. */
  learn(word: number, h: Float32Array, from: number, rate: number): Float32Array;
}

export function createPlainLayer(
  { output: kind, dimensions: d }: Word2vecSpec,
  counts: Int32Array,
  output: Float32Array,
): PlainLayer {
  const back = new Float32Array(d);
  const learnRow = (row: number, h: Float32Array, from: number, label: number, rate: number) =>
    moveRow(output, row, h, from, back, rate * (label - sigmoid(score(output, row, h, from, d))));
  if (kind.kind === 'hierarchical') {
    const { starts, nodes, bits } = kind.tree;
    return {
      learn(word, h, from, rate) {
        back.fill(0);
        for (let i = starts[word]!; i < starts[word + 1]!; i++) {
          learnRow(nodes[i]! * d, h, from, 1 - bits[i]!, rate);
        }
        return back;
      },
    };
  }
  if (kind.kind === 'full') throw new RangeError('the peer has a tree and negative sampling');
  const noise = noiseOf(counts, kind.exponent);
  const random = createRandom(2);
  return {
    learn(word, h, from, rate) {
      back.fill(0);
      learnRow(word * d, h, from, 1, rate);
      for (let k = 0; k < kind.negatives; k++) {
        const other = noise[random.integer(NOISE)]!;
        if (other !== word) learnRow(other * d, h, from, 0, rate);
      }
      return back;
    },
  };
}
