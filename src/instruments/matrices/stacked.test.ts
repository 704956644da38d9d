import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellParameterCount, viewCell } from '../../models/cells/parameters.ts';
import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { forwardSequence } from '../../models/cells/sequence.ts';
import { createRandom } from '../../models/random.ts';
import { bothWays, MOST_COLUMNS, shownColumns, stackedStep } from './stacked.ts';

const SHAPE = { inputs: 11, hidden: 5 };

function network(seed: number) {
  const random = createRandom(seed);
  const flat = Float64Array.from({ length: cellParameterCount(DEFAULT_RNN, SHAPE) }, () => random.normal());
  const parameters = viewCell(DEFAULT_RNN, SHAPE, flat);
  const ids = Int32Array.from({ length: 6 }, () => random.integer(SHAPE.inputs));
  const input = { form: 'one-hot', ids } as const;
  const trace = forwardSequence(DEFAULT_RNN, SHAPE, parameters, input, { steps: 6, batch: 1 });
  return { parameters, ids, trace };
}

describe('stackedStep', () => {
  const { parameters, ids, trace } = network(1);

  it('has W_aa on the left, W_ax on the right, a row a unit', () => {
    const step = stackedStep(trace, parameters, 3);
    const width = 16;
    expect(step.weights).toHaveLength(5 * width);
    expect(step.weights[2 * width + 4]).toBe(parameters.recurrentWeights[4 * 5 + 2]);
    expect(step.weights[2 * width + 5 + 7]).toBe(parameters.inputWeights[7 * 5 + 2]);
  });

  it('has the state before on top of the one-hot input', () => {
    const step = stackedStep(trace, parameters, 3);
    expect([...step.operand.subarray(0, 5)]).toEqual([...(trace.values.hidden?.subarray(10, 15) ?? [])]);
    expect(step.operand.reduce((sum, x, i) => (i < 5 ? sum : sum + x), 0)).toBe(1);
    expect(step.operand[5 + (ids[3] ?? 0)]).toBe(1);
    expect([...stackedStep(trace, parameters, 0).operand.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('bothWays', () => {
  it('is the same to the last bit for a one-hot input, and what the network computed but for rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.nat(5), fc.nat(4), (seed, t, unit) => {
        const { parameters, trace } = network(seed);
        const ways = bothWays(stackedStep(trace, parameters, t), unit);
        expect(Object.is(ways.separate, ways.stacked)).toBe(true);
        expect(Math.abs(ways.stacked - ways.own)).toBeLessThan(1e-13);
        expect(Math.tanh(ways.own)).toBe(trace.values.hidden?.[t * 5 + unit]);
      }),
    );
  });

  it('takes the input’s part from a single column', () => {
    const { parameters, ids, trace } = network(4);
    const ways = bothWays(stackedStep(trace, parameters, 2), 3);
    expect(ways.input).toBe(parameters.inputWeights[(ids[2] ?? 0) * 5 + 3]);
    expect(ways.joined).toBe(ways.recurrent + ways.input);
  });
});

describe('shownColumns', () => {
  it('are the sentence’s, each once, in order', () => {
    expect(shownColumns([7, 3, 7, 9], 3)).toEqual([3, 7, 9]);
  });

  it('always hold the current one, however long the sentence', () => {
    const ids = Array.from({ length: 60 }, (_, i) => i);
    const columns = shownColumns(ids, 59);
    expect(columns).toHaveLength(MOST_COLUMNS);
    expect(columns.at(-1)).toBe(59);
  });
});
