import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { huffmanTree } from '../softmax/huffman.ts';
import { exampleLossAndGradients } from './example.ts';
import type { OutputLayer } from './types.ts';
import { type Group, updateLogistic, updateSoftmax } from './update.ts';

const D = 4;
const V = 6;
const TARGET = 2;
const RATE = 0.1;
const random = createRandom(9);
const draw = (length: number) => Float64Array.from({ length }, () => random.normal());
const tree = huffmanTree([8, 5, 3, 2, 1, 1]);
const NEGATIVES = [0, 5, 3, 5];
const path = tree.nodes.subarray(tree.starts[TARGET], tree.starts[TARGET + 1]);
const turns = tree.bits.subarray(tree.starts[TARGET], tree.starts[TARGET + 1]);

type Rows = Pick<Group, 'rows' | 'labels'>;
const everyRow = Array.from({ length: V }, (_, row) => row);
const cases: readonly (readonly [OutputLayer, typeof updateLogistic, Rows])[] = [
  [
    { kind: 'full' },
    updateSoftmax,
    { rows: everyRow, labels: everyRow.map((row) => Number(row === TARGET)) },
  ],
  [
    { kind: 'hierarchical', tree },
    updateLogistic,
    { rows: path, labels: Array.from(turns, (bit) => 1 - bit) },
  ],
  [{ kind: 'negative' }, updateLogistic, { rows: [TARGET, ...NEGATIVES], labels: [1, 0, 0, 0, 0] }],
];

describe.each(cases.map(([layer, update, rows]) => [layer.kind, layer, update, rows] as const))(
  '%s',
  (kind, layer, update, rows) => {
    it.each([1, 3])('moves %i examples by −η times the gradients that the numeric check holds', (n) => {
      const input = draw(n * D);
      const output = draw((kind === 'hierarchical' ? V - 1 : V) * D);
      const gradients = { input: new Float64Array(n * D), output: new Float64Array(output.length) };
      let expected = 0;
      for (let i = 0; i < n; i++) {
        const example = { inputs: [i], target: TARGET, negatives: NEGATIVES };
        expected += exampleLossAndGradients({ input, output }, layer, example, gradients, D);
      }
      const moved = output.slice();
      const { back, loss } = update({ output: moved, hidden: input, dimensions: D, ...rows, rate: RATE });
      expect(loss).toBeCloseTo(expected, 12);
      moved.forEach((value, i) => {
        expect(value).toBeCloseTo(output[i]! - RATE * gradients.output[i]!, 12);
      });
      back.forEach((value, i) => {
        expect(value).toBeCloseTo(-RATE * gradients.input[i]!, 12);
      });
    });
  },
);
