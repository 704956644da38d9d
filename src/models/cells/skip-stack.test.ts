import { describe, expect, it } from 'vitest';
import { dot, expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { cellParameterCount, viewCell } from './parameters.ts';
import { DEFAULT_CELLS } from './roles.ts';
import { backwardSkipStack, forwardSkipStack, type SkipStack } from './skip-stack.ts';
import { backwardStack, forwardStack } from './stack.ts';
import type { CellParameters } from './types.ts';

const SIZE = { steps: 4, batch: 2 } as const;
const [INPUTS, HIDDEN, LAYERS] = [3, 4, 3];

function viewLayers(stack: SkipStack, flat: Float64Array): readonly CellParameters[] {
  let offset = 0;
  return Array.from({ length: stack.layers }, (_, layer) => {
    const shape = { inputs: layer === 0 ? stack.inputs : stack.hidden, hidden: stack.hidden };
    const view = viewCell(stack.cell, shape, flat, offset);
    offset += cellParameterCount(stack.cell, shape);
    return view;
  });
}

describe.each(['rnn', 'gru', 'lstm'] as const)('skip stack of %s', (kind) => {
  const stackOf = (skips: boolean): SkipStack => ({
    cell: DEFAULT_CELLS[kind],
    inputs: INPUTS,
    hidden: HIDDEN,
    layers: LAYERS,
    skips,
  });
  const flat = testNumbers(3, 1000, 0.8);
  const x = testNumbers(4, SIZE.steps * SIZE.batch * INPUTS);
  const input = { form: 'dense', values: x } as const;
  const seed = testNumbers(5, SIZE.steps * SIZE.batch * HIDDEN);

  it('without skip connections is the plain stack, values and gradients', () => {
    const stack = stackOf(false);
    const parameters = viewLayers(stack, flat);
    const trace = forwardSkipStack(stack, parameters, input, SIZE);
    const plainSpec = { ...stack, directions: 'forward' } as const;
    const nested = parameters.map((cell) => [cell]);
    const plain = forwardStack(plainSpec, nested, input, SIZE);
    expect(trace.output).toEqual(plain.output);
    const gradients = backwardSkipStack(trace, parameters, seed);
    const expected = backwardStack(plain, nested, { output: seed });
    expect(gradients.layers.map(({ values }) => values.hidden)).toEqual(
      expected.layers.map(([own]) => own?.values.hidden),
    );
  });

  it('adds what a layer reads to what it says, from the second layer on', () => {
    const stack = stackOf(true);
    const { layers, output } = forwardSkipStack(stack, viewLayers(stack, flat), input, SIZE);
    const said = layers.map(({ values }) => values.hidden ?? new Float64Array());
    output.forEach((value, i) => {
      const added = said.reduce((total, each) => total + (each[i] ?? Number.NaN), 0);
      expect(value).toBeCloseTo(added, 12);
    });
  });

  it.each([true, false])('has the gradient that finite differences have (skips %s)', (skips) => {
    const stack = stackOf(skips);
    const parameters = viewLayers(stack, flat);
    const used = parameters.reduce(
      (total, cell) => total + Object.values(cell).reduce((n, part) => n + part.length, 0),
      0,
    );
    const values = flat.subarray(0, used);
    const into = new Float64Array(used);
    const loss = () => dot(forwardSkipStack(stack, parameters, input, SIZE).output, seed);
    const trace = forwardSkipStack(stack, parameters, input, SIZE);
    backwardSkipStack(trace, parameters, seed, viewLayers(stack, into));
    expectGradient(loss, values, into);
  });
});

it('hands a gradient past layers that pass nothing on', () => {
  const stack: SkipStack = { cell: DEFAULT_CELLS.rnn, inputs: 2, hidden: 2, layers: 4, skips: true };
  const parameters = viewLayers(stack, new Float64Array(200));
  // All weights are 0, so no layer lets anything through: only the skip connections are left.
  const trace = forwardSkipStack(
    stack,
    parameters,
    { form: 'dense', values: new Float64Array(4) },
    { steps: 2, batch: 1 },
  );
  const seed = Float64Array.from([0, 0, 1, -2]);
  const { layers } = backwardSkipStack(trace, parameters, seed);
  for (const { values } of layers) expect(Array.from(values.hidden ?? [])).toEqual([0, 0, 1, -2]);
  const plain = { ...stack, skips: false };
  const without = backwardSkipStack({ ...trace, stack: plain }, parameters, seed);
  expect(Array.from(without.layers[0]?.values.hidden ?? [])).toEqual([0, 0, 0, 0]);
});
