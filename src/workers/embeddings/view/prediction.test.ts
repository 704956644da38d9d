import { expect, it } from 'vitest';
import { createRandom } from '../../../models/random.ts';
import { huffmanTree } from '../../../models/softmax/huffman.ts';
import { wordProbabilities } from '../../../models/word2vec/example.ts';
import type { OutputSpec } from '../../../models/word2vec/trainer.ts';
import { predict } from './prediction.ts';

const random = createRandom(8);
const [V, d] = [17, 4];
const counts = Array.from({ length: V }, () => 1 + random.integer(90));
const tree = huffmanTree(counts);
const hidden = Float64Array.from({ length: d }, () => random.normal());

/** Rows of eight numbers, of which four count. */
function layerOf(rows: number) {
  return {
    values: Float32Array.from({ length: rows * 8 }, () => random.normal()),
    stride: 8,
    dimensions: d,
    rows,
  };
}
const tightOf = ({ values, rows }: ReturnType<typeof layerOf>) =>
  Float64Array.from({ length: rows * d }, (_, i) => values[Math.floor(i / d) * 8 + (i % d)]!);

it.each<[string, OutputSpec, number]>([
  ['full softmax', { kind: 'full' }, V],
  ['a tree', { kind: 'hierarchical', tree }, V - 1],
])('%s: what is shown is a distribution, and the one that is learnt', (_name, spec, rows) => {
  const layer = layerOf(rows);
  // The hidden vector by itself is the mean of one input.
  const vectors = { input: hidden, output: tightOf(layer) };
  const expected = wordProbabilities(vectors, spec, [0], d);
  for (const target of [0, 5, V - 1]) {
    const { logProbability, logProbabilities, steps } = predict(layer, spec, hidden, target, true);
    expect(Math.exp(logProbability)).toBeCloseTo(expected[target]!, 12);
    expect(logProbabilities?.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 12);
    expect(logProbabilities?.[target]).toBeCloseTo(logProbability, 12);
    if (spec.kind !== 'hierarchical') continue;
    expect(steps.at(-1)?.product).toBeCloseTo(Math.exp(logProbability), 12);
    expect(steps.map(({ node }) => node)).toEqual([
      ...tree.nodes.subarray(tree.starts[target], tree.starts[target + 1]),
    ]);
  }
});

it('of negative sampling it is each word’s own yes or no', () => {
  const layer = layerOf(V);
  const { logProbability, logProbabilities } = predict(
    layer,
    { kind: 'negative', negatives: 5, exponent: 0.75 },
    hidden,
    3,
    true,
  );
  const score = tightOf(layer)
    .subarray(3 * d, 4 * d)
    .reduce((sum, value, j) => sum + value * hidden[j]!, 0);
  expect(Math.exp(logProbability)).toBeCloseTo(1 / (1 + Math.exp(-score)), 12);
  expect(logProbabilities?.[3]).toBe(logProbability);
});
