import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { huffmanTree } from '../softmax/huffman.ts';
import { exampleLossAndGradients } from './example.ts';
import type { OutputLayer } from './types.ts';
import { type Update, updateFull, updateHierarchical, updateNegative } from './update.ts';

const D = 4;
const V = 6;
const random = createRandom(9);
const draw = (length: number) => Float64Array.from({ length }, () => random.normal());
const tree = huffmanTree([8, 5, 3, 2, 1, 1]);
const NEGATIVES = [0, 5, 3];

const cases: readonly (readonly [OutputLayer, (update: Update) => number])[] = [
  [{ kind: 'full' }, (update) => updateFull(update, 2)],
  [{ kind: 'hierarchical', tree }, (update) => updateHierarchical(update, tree, 2)],
  [{ kind: 'negative' }, (update) => updateNegative(update, 2, NEGATIVES)],
];

describe.each(cases.map(([layer, apply]) => [layer.kind, layer, apply] as const))(
  '%s',
  (kind, layer, apply) => {
    it('moves by −η times the gradient that the numeric check holds, where no row comes twice', () => {
      const input = draw(D);
      const output = draw((kind === 'hierarchical' ? V - 1 : V) * D);
      const gradients = { input: new Float64Array(D), output: new Float64Array(output.length) };
      const example = { inputs: [0], target: 2, negatives: NEGATIVES };
      const loss = exampleLossAndGradients({ input, output }, layer, example, gradients, D);
      const moved = output.slice();
      const back = new Float64Array(D);
      expect(apply({ output: moved, hidden: input, back, rate: 0.1 })).toBeCloseTo(loss, 12);
      moved.forEach((value, i) => {
        expect(value).toBeCloseTo(output[i]! - 0.1 * gradients.output[i]!, 12);
      });
      back.forEach((value, j) => {
        expect(value).toBeCloseTo(-0.1 * gradients.input[j]!, 12);
      });
    });
  },
);

it('passes over a negative that is the target, as word2vec does', () => {
  const output = draw(V * D);
  const [one, other] = [output.slice(), output.slice()];
  const hidden = draw(D);
  updateNegative({ output: one, hidden, back: new Float64Array(D), rate: 0.1 }, 1, [1, 4, 1]);
  updateNegative({ output: other, hidden, back: new Float64Array(D), rate: 0.1 }, 1, [4]);
  expect(one).toEqual(other);
});
