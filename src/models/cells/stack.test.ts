import { describe, expect, it } from 'vitest';
import { checkGradient, dot, expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { VARIANTS } from './cells.testkit.ts';
import { dropoutFactors } from './dropout.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN, hasCell } from './roles.ts';
import { forwardSequence } from './sequence.ts';
import {
  backwardStack,
  forwardStack,
  layerShape,
  mapStack,
  outputWidth,
  type StackOptions,
  type StackSpec,
  stackParameterCount,
  viewStack,
} from './stack.ts';
import type { CellSpec, SequenceInput } from './types.ts';

const SIZE = { steps: 3, batch: 2 };

function stackCase(cell: CellSpec, directions: StackSpec['directions'], layers = 2) {
  const spec: StackSpec = { cell, inputs: 3, hidden: 2, layers, directions };
  const flat = testNumbers(1, stackParameterCount(spec), 0.9);
  const state = (seed: number) =>
    mapStack(spec, (layer, direction) => ({
      hidden: testNumbers(seed + 10 * layer + direction, SIZE.batch * 2),
      cell: testNumbers(seed + 10 * layer + direction + 5, hasCell(cell) ? SIZE.batch * 2 : 0),
    }));
  const values = testNumbers(2, SIZE.steps * SIZE.batch * 3);
  const initial = state(100);
  const parameters = viewStack(spec, flat);
  const input: SequenceInput = { form: 'dense', values };
  const run = (options: StackOptions = {}) =>
    forwardStack(spec, parameters, input, SIZE, { initial, ...options });
  return { spec, flat, parameters, values, initial, final: state(200), run };
}

describe.each(VARIANTS)('%s, two layers', (_name, cell) => {
  it.each(['forward', 'concat', 'sum'] as const)(
    'gradients agree with central differences (%s)',
    (directions) => {
      const { spec, flat, parameters, values, initial, final, run } = stackCase(cell, directions);
      const output = testNumbers(3, SIZE.steps * SIZE.batch * outputWidth(spec));
      const loss = () => {
        const trace = run();
        const states = trace.layers.flatMap((cells, layer) =>
          cells.map((each, direction) => {
            const weights = final[layer]?.[direction];
            return weights
              ? dot(each.final.hidden, weights.hidden) + dot(each.final.cell, weights.cell)
              : Number.NaN;
          }),
        );
        return dot(trace.output, output) + states.reduce((sum, each) => sum + each, 0);
      };
      const gradientFlat = new Float64Array(flat.length);
      const gradients = backwardStack(run(), parameters, { output, final }, viewStack(spec, gradientFlat));
      expectGradient(loss, flat, gradientFlat);
      expectGradient(loss, values, gradients.input ?? new Float64Array(0));
      gradients.layers.forEach((cells, layer) => {
        cells.forEach((each, direction) => {
          const start = initial[layer]?.[direction] ?? each.initial;
          // Not expectGradient: a ReLU network may be dead in one direction.
          for (const state of ['hidden', 'cell'] as const) {
            const { relativeError } = checkGradient(loss, start[state], each.initial[state]);
            expect(relativeError).toBeLessThan(1e-4);
          }
        });
      });
    },
  );
});

describe('stack', () => {
  it('one layer forward is the plain sequence', () => {
    const { spec, parameters, values, initial, run } = stackCase(DEFAULT_LSTM, 'forward', 1);
    const [cell] = parameters[0] ?? [];
    const [start] = initial[0] ?? [];
    if (!cell || !start) throw new Error('one cell');
    const alone = forwardSequence(spec.cell, layerShape(spec, 0), cell, { form: 'dense', values }, SIZE, {
      initial: start,
    });
    expect(run().output).toEqual(alone.values.hidden);
  });

  it('concat lays forward before backward, sum adds them', () => {
    const concat = stackCase(DEFAULT_RNN, 'concat', 1);
    const sum = stackCase(DEFAULT_RNN, 'sum', 1);
    const side = concat.run().output;
    const added = sum.run().output;
    const [forward, backward] = (concat.run().layers[0] ?? []).map((each) => each.values.hidden ?? []);
    expect([...side.subarray(0, 4)]).toEqual([forward?.[0], forward?.[1], backward?.[0], backward?.[1]]);
    expect(side.length).toBe(2 * added.length);
    expect(added[5]).toBe((forward?.[5] ?? 0) + (backward?.[5] ?? 0));
  });

  it('the backward direction sees the future, the forward one does not', () => {
    const subject = stackCase(DEFAULT_GRU, 'concat', 1);
    const before = subject.run().output;
    subject.values[subject.values.length - 1]! += 1;
    const after = subject.run().output;
    // Step 0 of the last example, forward then backward.
    expect([...after.subarray(4, 6)]).toEqual([...before.subarray(4, 6)]);
    expect([...after.subarray(6, 8)]).not.toEqual([...before.subarray(6, 8)]);
  });

  it('holds reach the layer and direction that they name, and what is above', () => {
    const subject = stackCase(DEFAULT_LSTM, 'concat');
    const free = subject.run();
    const held = subject.run({
      holds: [{ role: 'cell', step: 1, unit: 0, value: 2, layer: 0, direction: 1 }],
    });
    expect(held.layers[0]?.[0]).toEqual(free.layers[0]?.[0]);
    expect(held.layers[0]?.[1]?.values.cell?.[4]).toBe(2);
    expect(held.layers[1]?.[0]?.values.hidden).not.toEqual(free.layers[1]?.[0]?.values.hidden);
  });

  it('takes token ids at the bottom, and then has no input gradient', () => {
    const { spec, parameters } = stackCase(DEFAULT_GRU, 'concat');
    const trace = forwardStack(
      spec,
      parameters,
      { form: 'one-hot', ids: Int32Array.of(0, 2, 1, 1, 0, 2) },
      SIZE,
    );
    const output = testNumbers(3, trace.output.length);
    const gradients = backwardStack(trace, parameters, { output });
    expect(gradients.input).toBeUndefined();
    expect(gradients.layers[1]?.[1]?.input).toBeDefined();
    expect(gradients.layers[0]?.[0]?.parameters.bias.some((each) => each !== 0)).toBe(true);
  });

  it('lays its parameters end to end in one vector', () => {
    const { spec, flat, parameters } = stackCase({ ...DEFAULT_LSTM, peepholes: true }, 'concat');
    const arrays = parameters.flat().flatMap((cell) => Object.values(cell) as Float64Array[]);
    expect(arrays.reduce((sum, { length }) => sum + length, 0)).toBe(flat.length);
    expect(Float64Array.from(arrays.flatMap((each) => [...each]))).toEqual(flat);
    expect(layerShape(spec, 1)).toEqual({ inputs: 4, hidden: 2 });
  });

  it('an empty sequence has an empty output', () => {
    const { spec, parameters, initial } = stackCase(DEFAULT_LSTM, 'sum');
    const input = { form: 'dense', values: new Float64Array(0) } as const;
    const trace = forwardStack(spec, parameters, input, { steps: 0, batch: 2 }, { initial });
    expect(trace.output.length).toBe(0);
    expect(trace.layers[1]?.[1]?.final).toEqual(initial[1]?.[1]);
  });
});

describe('dropout', () => {
  const dropout = { rate: 0.4, seed: 3, step: 5 };

  it.each(['forward', 'concat', 'sum'] as const)(
    'its gradients agree with central differences (%s)',
    (directions) => {
      const { spec, flat, parameters, values, run } = stackCase(DEFAULT_LSTM, directions, 3);
      const output = testNumbers(3, SIZE.steps * SIZE.batch * outputWidth(spec));
      const loss = () => dot(run({ dropout }).output, output);
      const gradientFlat = new Float64Array(flat.length);
      const gradients = backwardStack(
        run({ dropout }),
        parameters,
        { output },
        viewStack(spec, gradientFlat),
      );
      expectGradient(loss, flat, gradientFlat);
      expectGradient(loss, values, gradients.input ?? new Float64Array(0));
    },
  );

  it('thins out what goes up and leaves what goes on in time alone', () => {
    const { spec, run } = stackCase(DEFAULT_GRU, 'forward', 1);
    const [whole, thin] = [run(), run({ dropout })];
    expect(thin.layers[0]?.[0]?.values.hidden).toEqual(whole.layers[0]?.[0]?.values.hidden);
    const factors = dropoutFactors(dropout, 0, whole.output.length);
    expect(thin.output).toEqual(whole.output.map((value, i) => value * factors[i]!));
    expect(thin.output).toContain(0);
    expect(spec.layers).toBe(1);
  });
});
