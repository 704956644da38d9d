import { describe, expect, it } from 'vitest';
import { expectGradient } from '../gradient-check.testkit.ts';
import { createRandom } from '../random.ts';
import { huffmanTree } from '../softmax/huffman.ts';
import { exampleLossAndGradients, wordProbabilities } from './example.ts';
import type { EmbeddingVectors, OutputLayer } from './types.ts';

const COUNTS = [9, 5, 4, 2, 1, 1];
const D = 3;
const random = createRandom(7);
const draw = (rows: number) => Float64Array.from({ length: rows * D }, () => random.normal());
const tree = huffmanTree(COUNTS);
const zeros = ({ input, output }: EmbeddingVectors) => ({
  input: new Float64Array(input.length),
  output: new Float64Array(output.length),
});

const layers: readonly (readonly [OutputLayer, number])[] = [
  [{ kind: 'full' }, COUNTS.length],
  [{ kind: 'hierarchical', tree }, COUNTS.length - 1],
  [{ kind: 'negative' }, COUNTS.length],
];

describe.each(layers.map(([layer, rows]) => [layer.kind, layer, rows] as const))(
  '%s',
  (_kind, layer, rows) => {
    const vectors = { input: draw(COUNTS.length), output: draw(rows) };

    it.each([
      ['skip-gram', [2]],
      ['CBOW, a word twice', [0, 3, 3, 5]],
    ])('has the gradients of its loss (numeric check): %s', (_name, inputs) => {
      const example = { inputs, target: 4, negatives: [1, 0] };
      const gradients = zeros(vectors);
      exampleLossAndGradients(vectors, layer, example, gradients, D);
      const loss = () => exampleLossAndGradients(vectors, layer, example, zeros(vectors), D);
      expectGradient(loss, vectors.input, gradients.input);
      expectGradient(loss, vectors.output, gradients.output);
    });

    it('shows probabilities that sum to 1, the target’s being what the loss is of', () => {
      const shown = wordProbabilities(vectors, layer, [1, 2], D);
      expect(shown.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      if (layer.kind === 'negative') return;
      const example = { inputs: [1, 2], target: 3, negatives: [] };
      const loss = exampleLossAndGradients(vectors, layer, example, zeros(vectors), D);
      expect(-Math.log(shown[3] ?? Number.NaN)).toBeCloseTo(loss, 12);
    });
  },
);
