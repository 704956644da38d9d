import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../models/cells/cells.testkit.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { CellSpec, SequenceSize } from '../../models/cells/types.ts';
import { NO_TARGET } from '../../models/dense/losses.ts';
import { testNumbers } from '../../models/gradient-check.testkit.ts';
import {
  initialiseNextSymbol,
  lossAndGradients,
  type NextSymbolShape,
  nextSymbolLayout,
  type SymbolBatch,
  zeroStates,
} from '../../models/language/next-symbol.ts';
import { createRandom } from '../../models/random.ts';
import { expectNear, forwardTolerance, GRADIENT_TOLERANCE } from './parity.testkit.ts';
import type { NextSymbolKernel, WasmEngine } from './types.ts';
import { openTestWasm } from './wasm.testkit.ts';

const engine = await openTestWasm();
const SGD = { kind: 'sgd', learningRate: 0.5 } as const;
const ADAM = { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** Tokens and targets; of the targets the share `silent` is left out. */
function batchOf(vocabulary: number, { steps, batch }: SequenceSize, seed = 1, silent = 0.3): SymbolBatch {
  const draw = createRandom(seed);
  const length = steps * batch;
  const ids = Int32Array.from({ length }, () => draw.integer(vocabulary));
  const targets = Int32Array.from({ length }, () =>
    draw.next() < silent ? NO_TARGET : draw.integer(vocabulary),
  );
  return { ids, targets };
}

function roundedParameters(shape: NextSymbolShape, seed = 1, scale = 0.6): Float64Array {
  return testNumbers(seed, nextSymbolLayout(shape).length, scale / Math.sqrt(shape.hidden / 4)).map(
    Math.fround,
  );
}

function expectParity(
  shape: NextSymbolShape,
  size: SequenceSize,
  batch: SymbolBatch,
  on: WasmEngine = engine,
): void {
  const parameters = roundedParameters(shape);
  const states = zeroStates(shape, size.batch);
  states.forEach(({ hidden, cell }, i) => {
    hidden.set(testNumbers(20 + i, hidden.length).map(Math.fround));
    cell.set(testNumbers(30 + i, cell.length).map(Math.fround));
  });
  const kernel = on.createNextSymbol(shape, size, SGD);
  kernel.parameters.set(parameters);
  kernel.states.forEach(({ hidden, cell }, i) => {
    hidden.set(states[i]?.hidden ?? []);
    cell.set(states[i]?.cell ?? []);
  });
  const { loss } = kernel.lossAndGradients(batch);
  const gradients = new Float64Array(parameters.length);
  const expected = lossAndGradients(shape, parameters, batch, states, gradients);
  expectNear([loss], [expected.loss], forwardTolerance(2 * shape.hidden), 'loss', 1);
  for (const { name, offset, length } of nextSymbolLayout(shape).slots) {
    const end = offset + length;
    const found = kernel.gradients.subarray(offset, end);
    expectNear(found, gradients.subarray(offset, end), GRADIENT_TOLERANCE, name, 1e-12);
  }
  expected.states.forEach(({ hidden, cell }, i) => {
    const { states: left } = kernel;
    expectNear(left[i]?.hidden ?? [], hidden, forwardTolerance(2 * shape.hidden), 'state', 1);
    expectNear(left[i]?.cell ?? [], cell, forwardTolerance(2 * shape.hidden), 'cell', 1);
  });
  kernel.dispose();
}

describe('loss, every gradient and final states as the reference', () => {
  it.each(VARIANTS)('%s', (_name, spec) => {
    const size = { steps: 4, batch: 3 };
    for (const hidden of [1, 5, 8, 12]) {
      expectParity({ spec, vocabulary: 7, hidden, layers: 1 }, size, batchOf(7, size));
      expectParity({ spec, vocabulary: 9, hidden, layers: 3 }, size, batchOf(9, size));
    }
  });

  it('any sizes', () => {
    const check = fc.property(
      fc.record({
        spec: fc.constantFrom(...VARIANTS.map(([, spec]) => spec)),
        vocabulary: fc.integer({ min: 2, max: 70 }),
        hidden: fc.integer({ min: 1, max: 20 }),
        layers: fc.integer({ min: 1, max: 3 }),
      }),
      fc.record({ steps: fc.integer({ min: 1, max: 8 }), batch: fc.integer({ min: 1, max: 18 }) }),
      fc.nat(999),
      (shape, size, seed) => expectParity(shape, size, batchOf(shape.vocabulary, size, seed)),
    );
    fc.assert(check, { numRuns: 80 });
  });

  it('what the lessons use: vocabulary 1000, hidden 8, batch 16, T 16', () => {
    const size = { steps: 16, batch: 16 };
    expectParity({ spec: DEFAULT_LSTM, vocabulary: 1000, hidden: 8, layers: 1 }, size, batchOf(1000, size));
  });

  it('logits in several chunks, weight gradients in several blocks', () => {
    const size = { steps: 60, batch: 10 };
    const shape = { spec: DEFAULT_GRU, vocabulary: 3001, hidden: 20, layers: 1 };
    expectParity(shape, size, batchOf(3001, size, 3, 0.05));
  });

  it('sums longer than a block of the cache: hidden 320, two layers', () => {
    const size = { steps: 2, batch: 5 };
    expectParity({ spec: DEFAULT_LSTM, vocabulary: 11, hidden: 320, layers: 2 }, size, batchOf(11, size));
  });

  it('no target at all: no loss, no gradient, states go on', () => {
    const size = { steps: 3, batch: 2 };
    const shape = { spec: DEFAULT_LSTM, vocabulary: 5, hidden: 4, layers: 2 };
    expectParity(shape, size, batchOf(5, size, 1, 1));
    const kernel = engine.createNextSymbol(shape, size, SGD);
    kernel.parameters.set(roundedParameters(shape));
    expect(kernel.lossAndGradients(batchOf(5, size, 1, 0)).loss).toBeGreaterThan(0);
    expect(kernel.lossAndGradients(batchOf(5, size, 1, 1))).toEqual({ loss: 0, right: 0 });
    expect([...kernel.gradients].every((gradient) => gradient === 0)).toBe(true);
  });

  it('logits of ±100 and beyond: finite', () => {
    const size = { steps: 3, batch: 4 };
    const shape = { spec: DEFAULT_RNN, vocabulary: 6, hidden: 8, layers: 1 };
    const kernel = engine.createNextSymbol(shape, size, SGD);
    kernel.parameters.set(roundedParameters(shape, 1, 400));
    const { loss } = kernel.lossAndGradients(batchOf(6, size));
    const gradients = new Float64Array(kernel.parameters.length);
    const parameters = Float64Array.from(kernel.parameters);
    const expected = lossAndGradients(shape, parameters, batchOf(6, size), zeroStates(shape, 4), gradients);
    expect(loss).toBeCloseTo(expected.loss, 3);
    expect([...kernel.gradients].every(Number.isFinite)).toBe(true);
  });
});

describe('counts the rows that are right', () => {
  it('the first of equal logits is the answer', () => {
    const shape = { spec: DEFAULT_RNN, vocabulary: 5, hidden: 3, layers: 1 };
    const kernel = engine.createNextSymbol(shape, { steps: 1, batch: 4 }, SGD);
    const targets = Int32Array.of(0, 1, 4, NO_TARGET);
    expect(kernel.lossAndGradients({ ids: new Int32Array(4), targets }).right).toBe(1);
    // The head's bias is the last of the parameters: token 4 becomes the answer everywhere.
    kernel.parameters[kernel.parameters.length - 1] = 1;
    expect(kernel.lossAndGradients({ ids: new Int32Array(4), targets }).right).toBe(1);
    expect(
      kernel.lossAndGradients({ ids: new Int32Array(4), targets: new Int32Array(4).fill(4) }).right,
    ).toBe(4);
  });
});

/** A kernel begun as a run begins. */
function begun(on: WasmEngine, spec: CellSpec, size: SequenceSize, hidden = 16): NextSymbolKernel {
  const shape = { spec, vocabulary: 20, hidden, layers: 2 };
  const kernel = on.createNextSymbol(shape, size, ADAM);
  kernel.parameters.set(initialiseNextSymbol(shape, createRandom(5), { forgetBias: 1 }));
  return kernel;
}

function curve(kernel: NextSymbolKernel, size: SequenceSize, steps: number): number[] {
  return Array.from({ length: steps }, (_, i) => {
    const update = { step: i + 1, learningRate: 0.01, clip: 1 };
    const { loss, gradientNorm } = kernel.step(batchOf(20, size, i), update);
    return loss + gradientNorm;
  });
}

describe('training', () => {
  const size = { steps: 6, batch: 9 };

  it('the same beginning gives the same curve, bit for bit', () => {
    const first = curve(begun(engine, DEFAULT_LSTM, size), size, 40);
    expect(curve(begun(engine, DEFAULT_LSTM, size), size, 40)).toEqual(first);
    expect(new Set(first).size).toBe(40);
  });

  it('goes on bit for bit from parameters, moments and states', () => {
    const whole = begun(engine, DEFAULT_GRU, size);
    curve(whole, size, 10);
    const resumed = begun(engine, DEFAULT_GRU, size);
    resumed.parameters.set(whole.parameters);
    resumed.moments.set(whole.moments);
    resumed.states.forEach(({ hidden }, i) => {
      hidden.set(whole.states[i]?.hidden ?? []);
    });
    const update = { step: 11, learningRate: 0.01, clip: 1 };
    const batch = batchOf(20, size, 99);
    expect(resumed.step(batch, update)).toEqual(whole.step(batch, update));
    expect(resumed.parameters).toEqual(whole.parameters);
  });

  it('takes no memory as it goes on', () => {
    const kernel = begun(engine, DEFAULT_LSTM, size);
    const { buffer } = kernel.parameters;
    const bytes = buffer.byteLength;
    curve(kernel, size, 1000);
    expect(kernel.parameters.buffer).toBe(buffer);
    expect(buffer.byteLength).toBe(bytes);
  });

  it('leaves parameters and moments alone when the loss is no number', () => {
    const kernel = begun(engine, DEFAULT_LSTM, size);
    curve(kernel, size, 3);
    kernel.parameters[7] = Number.NaN;
    const before = kernel.parameters.slice();
    const moments = kernel.moments.slice();
    const ids = new Int32Array(size.steps * size.batch);
    const result = kernel.step({ ids, targets: ids }, { step: 4, learningRate: 0.01, clip: 1 });
    expect([result.loss, result.gradientNorm].every(Number.isFinite)).toBe(false);
    expect(kernel.parameters).toEqual(before);
    expect(kernel.moments).toEqual(moments);
  });
});

describe('refuses', () => {
  const size = { steps: 2, batch: 2 };
  const shape = { spec: DEFAULT_LSTM, vocabulary: 5, hidden: 4, layers: 1 };
  it('tokens and targets outside the vocabulary, batches of another size', () => {
    const kernel = engine.createNextSymbol(shape, size, SGD);
    const fine = Int32Array.of(0, 1, 2, 4);
    expect(() => kernel.lossAndGradients({ ids: Int32Array.of(0, 1, 2, 5), targets: fine })).toThrow(
      RangeError,
    );
    expect(() => kernel.lossAndGradients({ ids: fine, targets: Int32Array.of(0, 1, 2, 5) })).toThrow(
      RangeError,
    );
    expect(() => kernel.lossAndGradients({ ids: fine, targets: Int32Array.of(-2, 1, 2, 3) })).toThrow(
      RangeError,
    );
    expect(() => kernel.lossAndGradients({ ids: fine, targets: new Int32Array(3) })).toThrow(RangeError);
  });

  it('what no memory can hold, and says how much it was', () => {
    const huge = { ...shape, vocabulary: 2 ** 20, hidden: 512 };
    expect(() => engine.createNextSymbol(huge, size, SGD)).toThrow(/^a network of this size needs \d+ MiB/);
    expect(() => engine.createNextSymbol(huge, size, SGD)).toThrow(RangeError);
  });

  it('layers, hidden units and vocabularies that are none', () => {
    for (const wrong of [{ layers: 0 }, { hidden: 0 }, { vocabulary: 0.5 }]) {
      expect(() => engine.createNextSymbol({ ...shape, ...wrong }, size, SGD)).toThrow(RangeError);
    }
  });
});
