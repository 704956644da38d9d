import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../../models/cells/roles.ts';
import { outputWidth, type StackSpec } from '../../../models/cells/stack.ts';
import type { CellSpec } from '../../../models/cells/types.ts';
import { NO_TARGET } from '../../../models/dense/losses.ts';
import { centralDifference } from '../../../models/finite-difference.ts';
import { createRandom } from '../../../models/random.ts';
import type { LabInput, LabNetwork } from '../model.ts';
import { labLayout, seededParameters } from '../model.ts';
import {
  computeGradients,
  computeValues,
  evaluate,
  type LabCase,
  numericGradient,
  type Objective,
  onlyStep,
} from './compute.ts';

const CELLS: readonly CellSpec[] = [
  { ...DEFAULT_LSTM, peepholes: true },
  DEFAULT_GRU,
  { ...DEFAULT_GRU, reset: 'after', update: 'keeps' },
  { ...DEFAULT_GRU, variant: 'simplified' },
  DEFAULT_RNN,
];
const SHAPES: readonly Pick<StackSpec, 'layers' | 'directions'>[] = [
  { layers: 1, directions: 'forward' },
  { layers: 2, directions: 'concat' },
  { layers: 2, directions: 'sum' },
];
const ids = Int32Array.of(2, 0, 1, 2);
const vocabulary = ['a', 'b', 'c'];
const symbols: LabInput = { kind: 'symbols', ids, vocabulary };
const random = createRandom(5);
const numbers: LabInput = {
  kind: 'numbers',
  values: Float64Array.from({ length: 12 }, () => random.normal()),
};

function caseOf(cell: CellSpec, shape: Pick<StackSpec, 'layers' | 'directions'>, input: LabInput): LabCase {
  const network: LabNetwork = { stack: { cell, inputs: 3, hidden: 3, ...shape }, classes: 3 };
  const parameters = seededParameters(network, 11).map((value) => value + 0.3 * random.normal());
  return { model: { network, parameters }, input, holds: [] };
}

const loss: Objective = { kind: 'loss', targets: Int32Array.of(0, 1, NO_TARGET, 2) };

function expectGradient(given: LabCase, objective: Objective) {
  const found = computeGradients(given, computeValues(given), objective);
  expect(found.value).toBeCloseTo(evaluate(given, objective), 12);
  const { length } = labLayout(given.model.network);
  expect(found.parameters).toHaveLength(length);
  for (let index = 0; index < length; index += 3) {
    expect(found.parameters[index]).toBeCloseTo(numericGradient(given, objective, index), 7);
  }
}

describe('gradients of the lab', () => {
  it.each(CELLS.flatMap((cell) => SHAPES.map((shape) => ({ cell, shape }))))(
    'are those of finite differences: $cell.kind $shape.layers $shape.directions',
    ({ cell, shape }) => {
      expectGradient(caseOf(cell, shape, symbols), loss);
      const dense = caseOf(cell, shape, numbers);
      const unit = outputWidth(dense.model.network.stack) - 1;
      expectGradient(dense, { kind: 'output', step: 2, unit });
    },
  );

  it.each(SHAPES)('reach the inputs, one-hot ones too: $layers $directions', (shape) => {
    const given = caseOf(DEFAULT_LSTM, shape, symbols);
    const { input } = computeGradients(given, computeValues(given), loss);
    const values = new Float64Array(12);
    ids.forEach((id, step) => {
      values[3 * step + id] = 1;
    });
    // The same sequence written out as numbers, each of which can be moved.
    const lossOf = (moved: Float64Array) =>
      evaluate({ ...given, input: { kind: 'numbers', values: moved } }, loss);
    input.forEach((value, index) => {
      expect(value).toBeCloseTo(centralDifference(lossOf, values, index, 1e-5), 8);
    });
  });

  it('stop at what is held by hand', () => {
    const shape = { layers: 1, directions: 'forward' } as const;
    const free = caseOf(DEFAULT_LSTM, shape, symbols);
    const holds = [0, 1, 2].flatMap((unit) =>
      [0, 1, 2, 3].map((step) => ({ role: 'forget' as const, step, unit, value: 0, layer: 0, direction: 0 })),
    );
    const held = { ...free, holds };
    expectGradient(held, loss);
    const { trace } = computeValues(held);
    // Nothing is kept: the cell is what the update gate writes now.
    const { cell, update, candidate } = trace.layers[0]?.[0]?.values ?? {};
    expect(cell).toEqual(update?.map((value, i) => value * (candidate?.[i] ?? Number.NaN)));
    const { layers } = computeGradients(held, computeValues(held), loss);
    expect(layers[0]?.[0]?.pre.forget?.every((value) => value === 0)).toBe(true);
  });
});

describe('onlyStep', () => {
  const targets = Int32Array.of(4, NO_TARGET, 2, NO_TARGET);
  it('leaves the target of one step, the last one where the step has none', () => {
    expect(onlyStep(targets, 0)).toEqual(Int32Array.of(4, -1, -1, -1));
    expect(onlyStep(targets, null)).toEqual(Int32Array.of(-1, -1, 2, -1));
    expect(onlyStep(targets, 3)).toEqual(Int32Array.of(-1, -1, 2, -1));
    expect(onlyStep(targets, 60)).toEqual(Int32Array.of(-1, -1, 2, -1));
  });
});
