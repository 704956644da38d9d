import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../models/cells/cells.testkit.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { CellSpec, SequenceSize } from '../../models/cells/types.ts';
import { NO_TARGET } from '../../models/dense/losses.ts';
import { testNumbers } from '../../models/gradient-check.testkit.ts';
import { type NextSymbolShape, networkOf } from '../../models/language/next-symbol.ts';
import {
  networkLayout,
  networkLossAndGradients,
  networkZeroStates,
  type TokenBatch,
  type TokenNetwork,
} from '../../models/network/token-network.ts';
import { expectNear, forwardTolerance, GRADIENT_TOLERANCE } from './parity.testkit.ts';
import type { NetworkKernel } from './types.ts';
import { openTestWasm, randomTokens } from './wasm.testkit.ts';

const engine = await openTestWasm();
const SGD = { kind: 'sgd', learningRate: 0.5 } as const;
const BOTH_WAYS = ['concat', 'sum'] as const;

/** A language model: classes are tokens, read forward. */
const symbols = (spec: CellSpec, vocabulary: number, hidden: number, layers = 1): TokenNetwork =>
  networkOf({ spec, vocabulary, hidden, layers } satisfies NextSymbolShape);

function roundedParameters(network: TokenNetwork, seed = 1, scale = 0.6): Float64Array {
  return testNumbers(seed, networkLayout(network).length, scale / Math.sqrt(network.hidden / 4)).map(
    Math.fround,
  );
}

function statesOf({ states }: NetworkKernel) {
  return states.map(({ hidden, cell }) => [hidden.slice(), cell.slice()]);
}

function expectParity(
  network: TokenNetwork,
  size: SequenceSize,
  batch: TokenBatch = randomTokens(network, size),
): void {
  const parameters = roundedParameters(network);
  const states = networkZeroStates(network, size.batch);
  states.forEach(({ hidden, cell }, i) => {
    hidden.set(testNumbers(20 + i, hidden.length).map(Math.fround));
    cell.set(testNumbers(30 + i, cell.length).map(Math.fround));
  });
  const kernel = engine.createNetwork(network, size, SGD, { dropout: batch.dropout !== undefined });
  kernel.parameters.set(parameters);
  expect(kernel.states).toHaveLength(states.length);
  const begin = () =>
    kernel.states.forEach(({ hidden, cell }, i) => {
      hidden.set(states[i]?.hidden ?? []);
      cell.set(states[i]?.cell ?? []);
    });
  begin();
  const measured = { ...kernel.evaluate(batch), states: statesOf(kernel) };
  expect(kernel.gradients.findIndex((gradient) => gradient !== 0)).toBe(-1);
  begin();
  const passed = kernel.lossAndGradients(batch);
  expect(measured).toEqual({ ...passed, states: statesOf(kernel) });
  const { loss } = passed;
  const gradients = new Float64Array(parameters.length);
  const expected = networkLossAndGradients(network, parameters, batch, states, gradients);
  const near = forwardTolerance(2 * network.hidden);
  // With most of a layer left out a gradient may be what remains of terms that cancel, rounded as they are.
  const smallest = batch.dropout?.rate ? 1e-3 : 1e-12;
  expectNear([loss], [expected.loss], near, 'loss', 1);
  for (const { name, offset, length } of networkLayout(network).slots) {
    const end = offset + length;
    const found = kernel.gradients.subarray(offset, end);
    expectNear(found, gradients.subarray(offset, end), GRADIENT_TOLERANCE, name, smallest);
  }
  expected.states.forEach(({ hidden, cell }, i) => {
    expectNear(kernel.states[i]?.hidden ?? [], hidden, near, `state ${i}`, 1);
    expectNear(kernel.states[i]?.cell ?? [], cell, near, `cell ${i}`, 1);
  });
  kernel.dispose();
}

describe('loss, every gradient and final states as the reference; the loss alone the same', () => {
  it.each(VARIANTS)('%s', (_name, spec) => {
    const size = { steps: 4, batch: 3 };
    for (const hidden of [1, 5, 8, 12]) {
      expectParity(symbols(spec, 7, hidden), size);
      expectParity(symbols(spec, 9, hidden, 3), size);
    }
  });

  it.each(VARIANTS)(
    '%s, both ways, classes that are no tokens, sequences of their own length',
    (_name, spec) => {
      const size = { steps: 5, batch: 3 };
      for (const directions of BOTH_WAYS) {
        for (const hidden of [1, 5, 8]) {
          for (const layers of [1, 2]) {
            const network = { spec, inputs: 9, classes: 3, hidden, layers, directions };
            expectParity(network, size, randomTokens(network, size, { lengths: [5, 2, 4] }));
          }
        }
      }
    },
  );

  it('any sizes', () => {
    const check = fc.property(
      fc.record({
        spec: fc.constantFrom(...VARIANTS.map(([, spec]) => spec)),
        inputs: fc.integer({ min: 1, max: 70 }),
        classes: fc.integer({ min: 2, max: 70 }),
        hidden: fc.integer({ min: 1, max: 20 }),
        layers: fc.integer({ min: 1, max: 3 }),
        directions: fc.constantFrom('forward' as const, ...BOTH_WAYS),
      }),
      fc.record({ steps: fc.integer({ min: 1, max: 8 }), batch: fc.integer({ min: 1, max: 18 }) }),
      fc.record({ seed: fc.nat(999), masked: fc.boolean(), rate: fc.constantFrom(null, 0, 0.2, 0.5) }),
      (network, size, { seed, masked, rate }) => {
        const length = (b: number) => 1 + ((b * 7 + seed) % size.steps);
        const lengths = masked ? Array.from({ length: size.batch }, (_, b) => length(b)) : null;
        const batch = randomTokens(network, size, { seed, lengths });
        const dropout = rate === null ? {} : { dropout: { rate, seed, step: seed + 1 } };
        expectParity(network, size, { ...batch, ...dropout });
      },
    );
    fc.assert(check, { numRuns: 120 });
  });

  it('what the lessons use: vocabulary 1000, hidden 8, batch 16, T 16', () => {
    expectParity(symbols(DEFAULT_LSTM, 1000, 8), { steps: 16, batch: 16 });
  });

  it('logits in several chunks, weight gradients in several blocks', () => {
    const network = symbols(DEFAULT_GRU, 3001, 20);
    const size = { steps: 60, batch: 10 };
    expectParity(network, size, randomTokens(network, size, { seed: 3, silent: 0.05 }));
  });

  it('sums longer than a block of the cache: hidden 320, two layers, one way and both', () => {
    expectParity(symbols(DEFAULT_LSTM, 11, 320, 2), { steps: 2, batch: 5 });
    const network = { spec: DEFAULT_GRU, inputs: 11, classes: 4, hidden: 160, layers: 2 };
    expectParity({ ...network, directions: 'concat' }, { steps: 2, batch: 5 });
  });

  it('no target at all: no loss, no gradient, states go on', () => {
    const size = { steps: 3, batch: 2 };
    for (const directions of ['forward', ...BOTH_WAYS] as const) {
      const network = { ...symbols(DEFAULT_LSTM, 5, 4, 2), directions };
      const silence = randomTokens(network, size, { silent: 1 });
      expectParity(network, size, silence);
      const kernel = engine.createNetwork(network, size, SGD);
      kernel.parameters.set(roundedParameters(network));
      expect(kernel.lossAndGradients(randomTokens(network, size, { silent: 0 })).loss).toBeGreaterThan(0);
      expect(kernel.lossAndGradients(silence)).toEqual({ loss: 0, right: 0 });
      expect([...kernel.gradients].every((gradient) => gradient === 0)).toBe(true);
    }
  });

  it('logits of ±100 and beyond: finite', () => {
    const size = { steps: 3, batch: 4 };
    const network = symbols(DEFAULT_RNN, 6, 8);
    const kernel = engine.createNetwork(network, size, SGD);
    kernel.parameters.set(roundedParameters(network, 1, 400));
    const batch = randomTokens(network, size);
    const { loss } = kernel.lossAndGradients(batch);
    const gradients = new Float64Array(kernel.parameters.length);
    const parameters = Float64Array.from(kernel.parameters);
    const states = networkZeroStates(network, 4);
    const expected = networkLossAndGradients(network, parameters, batch, states, gradients);
    expect(loss).toBeCloseTo(expected.loss, 3);
    expect([...kernel.gradients].every(Number.isFinite)).toBe(true);
  });
});

describe('dropout', () => {
  const size = { steps: 4, batch: 3 };
  const network = symbols(DEFAULT_LSTM, 7, 6, 2);
  const batch = randomTokens(network, size);
  const dropout = { rate: 0.5, seed: 1, step: 1 };
  const open = (options?: { readonly dropout: boolean }) => {
    const kernel = engine.createNetwork(network, size, SGD, options);
    kernel.parameters.set(roundedParameters(network));
    return kernel;
  };

  it('is of one pass only, and another at every step', () => {
    const kernel = open({ dropout: true });
    const losses = [undefined, dropout, { ...dropout, step: 2 }, undefined].map((each) => {
      for (const { hidden, cell } of kernel.states) for (const values of [hidden, cell]) values.fill(0);
      return kernel.lossAndGradients(each ? { ...batch, dropout: each } : batch).loss;
    });
    expect(losses[3]).toBe(losses[0]);
    expect(new Set(losses).size).toBe(3);
    expect(losses[0]).toBe(open().lossAndGradients(batch).loss);
  });

  it('needs a kernel that was made for it', () => {
    expect(() => open().lossAndGradients({ ...batch, dropout })).toThrow(RangeError);
    expect(() => open().lossAndGradients({ ...batch, dropout: { ...dropout, rate: 0 } })).not.toThrow();
    expect(() =>
      open({ dropout: true }).lossAndGradients({ ...batch, dropout: { ...dropout, rate: 1 } }),
    ).toThrow(RangeError);
  });
});

describe('a mask', () => {
  const size = { steps: 4, batch: 3 };
  const network = {
    spec: DEFAULT_GRU,
    inputs: 6,
    classes: 3,
    hidden: 5,
    layers: 2,
    directions: 'concat',
  } as const;
  const batch = randomTokens(network, size, { silent: 0 });
  const results = (masks: readonly (Uint8Array | undefined)[]) => {
    const kernel = engine.createNetwork(network, size, SGD);
    kernel.parameters.set(roundedParameters(network));
    return masks.map((mask) => {
      for (const { hidden } of kernel.states) hidden.fill(0);
      const { loss } = kernel.lossAndGradients(mask ? { ...batch, mask } : batch);
      return [loss, ...kernel.gradients];
    });
  };

  it('of ones is none; it holds for its batch and no other', () => {
    const ones = new Uint8Array(12).fill(1);
    const some = Uint8Array.from(ones, (_, i) => (i % 3 === 1 && i > 3 ? 0 : 1));
    const [plain, masked, whole, again, last] = results([undefined, some, ones, some, undefined]);
    expect(masked).not.toEqual(plain);
    expect(whole).toEqual(plain);
    expect(again).toEqual(masked);
    expect(last).toEqual(plain);
  });
});

describe('counts the rows that are right', () => {
  it('the first of equal logits is the answer', () => {
    const kernel = engine.createNetwork(symbols(DEFAULT_RNN, 5, 3), { steps: 1, batch: 4 }, SGD);
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

it('measures between two steps and leaves no trace', () => {
  const size = { steps: 4, batch: 3 };
  const network = symbols(DEFAULT_LSTM, 9, 6, 2);
  const update = { step: 1, learningRate: 0.1, clip: 1 };
  const kernels = [false, true].map((measures) => {
    const kernel = engine.createNetwork(network, size, SGD, { dropout: true });
    kernel.parameters.set(roundedParameters(network));
    for (let i = 0; i < 4; i++) {
      if (measures) {
        const before = statesOf(kernel);
        kernel.evaluate(randomTokens(network, size, { seed: 50 + i }));
        kernel.states.forEach(({ hidden, cell }, at) => {
          hidden.set(before[at]?.[0] ?? []);
          cell.set(before[at]?.[1] ?? []);
        });
      }
      const batch = randomTokens(network, size, { seed: i, silent: 0 });
      kernel.step({ ...batch, dropout: { rate: 0.3, seed: 1, step: i } }, { ...update, step: i + 1 });
    }
    return { parameters: kernel.parameters, moments: kernel.moments, states: statesOf(kernel) };
  });
  expect(kernels[1]).toEqual(kernels[0]);
});

describe('refuses', () => {
  const size = { steps: 2, batch: 2 };
  const network: TokenNetwork = { ...symbols(DEFAULT_LSTM, 5, 4), classes: 3 };

  it('tokens and classes that are none of the network’s, batches of another size', () => {
    const kernel = engine.createNetwork(network, size, SGD);
    const [ids, targets] = [Int32Array.of(0, 1, 2, 4), Int32Array.of(0, 1, 2, 2)];
    const wrong: readonly [TokenBatch, string][] = [
      [{ ids: Int32Array.of(0, 1, 2, 5), targets }, 'token id 5'],
      [{ ids, targets: Int32Array.of(0, 1, 2, 3) }, 'target 3'],
      [{ ids, targets: Int32Array.of(-2, 1, 2, 1) }, 'target -2'],
      [{ ids, targets: new Int32Array(3) }, 'found 4 and 3'],
      [{ ids, targets, mask: new Uint8Array(5) }, 'a mask of 5'],
    ];
    kernel.lossAndGradients({ ids, targets });
    for (const [batch, message] of wrong) {
      expect(() => kernel.lossAndGradients(batch)).toThrow(RangeError);
      expect(() => kernel.lossAndGradients(batch)).toThrow(message);
    }
  });

  it('what no memory can hold, and says how much it was', () => {
    const huge = { ...network, inputs: 2 ** 20, classes: 2 ** 20, hidden: 512 };
    expect(() => engine.createNetwork(huge, size, SGD)).toThrow(
      /^a network or map of this size needs \d+ MiB/,
    );
    expect(() => engine.createNetwork(huge, size, SGD)).toThrow(RangeError);
  });

  it('layers, hidden units, tokens and classes that are none', () => {
    for (const wrong of [{ layers: 0 }, { hidden: 0 }, { inputs: 0.5 }, { classes: 0 }]) {
      expect(() => engine.createNetwork({ ...network, ...wrong }, size, SGD)).toThrow(RangeError);
    }
  });
});
