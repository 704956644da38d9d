import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../models/cells/cells.testkit.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { CellSpec } from '../../models/cells/types.ts';
import { ACTIVATIONS, type Activation } from '../../models/dense/activations.ts';
import { expectParity, kernelOf, parityCase, referenceOf } from './parity.testkit.ts';
import { openTestWasm } from './wasm.testkit.ts';

const engine = await openTestWasm();
const GRU_AFTER: CellSpec = { ...DEFAULT_GRU, reset: 'after' };

describe.each(VARIANTS)('%s: values and every gradient as the reference', (_name, spec) => {
  it.each([
    [3, 5, 4, 3],
    [1, 1, 1, 1],
    [8, 8, 3, 4],
    [17, 16, 5, 9],
    [5, 33, 2, 6],
  ])('n_x %i, n_a %i, T %i, B %i', (inputs, hidden, steps, batch) => {
    expectParity(engine, parityCase(spec, { inputs, hidden }, { steps, batch }));
  });

  it('one-hot input', () => {
    expectParity(
      engine,
      parityCase(spec, { inputs: 11, hidden: 6 }, { steps: 5, batch: 3 }, { oneHot: true }),
    );
    expectParity(
      engine,
      parityCase(spec, { inputs: 9, hidden: 16 }, { steps: 5, batch: 5 }, { oneHot: true }),
    );
  });

  it('in reverse, with steps left out', () => {
    const mask = Uint8Array.from({ length: 5 * 3 }, (_, i) => Number(i % 4 !== 1 && i < 13));
    for (const reverse of [false, true]) {
      const shape = { inputs: 4, hidden: 7 };
      expectParity(engine, parityCase(spec, shape, { steps: 5, batch: 3 }, { reverse, mask }));
    }
  });
});

describe('every activation, for gate, candidate and output', () => {
  it.each(Object.keys(ACTIVATIONS) as Activation[])('%s', (activation) => {
    const specs: CellSpec[] = [
      { kind: 'rnn', activation },
      { ...DEFAULT_GRU, gate: activation },
      { ...GRU_AFTER, gate: activation, candidate: activation },
      { ...DEFAULT_LSTM, gate: activation, candidate: activation, output: activation, peepholes: true },
      { ...DEFAULT_LSTM, output: activation },
    ];
    for (const spec of specs)
      expectParity(engine, parityCase(spec, { inputs: 3, hidden: 5 }, { steps: 3, batch: 2 }));
  });
});

it('holds for any sizes, cells, directions and masks', () => {
  const anyVariant = fc.constantFrom(...VARIANTS.map(([, spec]) => spec));
  const small = fc.integer({ min: 1, max: 21 });
  const check = fc.property(
    fc.record({
      spec: anyVariant,
      inputs: small,
      hidden: small,
      batch: small,
      steps: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({ reverse: fc.boolean(), oneHot: fc.boolean(), masked: fc.boolean(), seed: fc.nat(999) }),
    ({ spec, inputs, hidden, batch, steps }, { masked, ...options }) => {
      const mask = Uint8Array.from({ length: steps * batch }, (_, i) =>
        Number((i * 7 + options.seed) % 3 !== 0),
      );
      const given = masked ? { ...options, mask } : options;
      expectParity(engine, parityCase(spec, { inputs, hidden }, { steps, batch }, given));
    },
  );
  fc.assert(check, { numRuns: 150 });
});

describe('inputs of ±100', () => {
  it.each(VARIANTS)('%s: finite, saturated as the reference', (_name, spec) => {
    const subject = parityCase(spec, { inputs: 4, hidden: 6 }, { steps: 4, batch: 3 }, { scale: 100 / 1.5 });
    const kernel = kernelOf(engine, subject);
    expect([...kernel.hidden, ...kernel.gradients, ...kernel.inputGradients].every(Number.isFinite)).toBe(
      true,
    );
    // 1 − Γ of a saturated gate has few digits left in 32 bits: beside gradients of 1 they count as nothing.
    expectParity(engine, subject, 1);
  });

  it('a saturated LSTM is still: values are ±1 and 0, gradients vanish', () => {
    const subject = parityCase(
      DEFAULT_LSTM,
      { inputs: 2, hidden: 8 },
      { steps: 2, batch: 2 },
      { scale: 1e6 },
    );
    const kernel = kernelOf(engine, subject);
    const { trace } = referenceOf(subject);
    trace.values.hidden?.forEach((value, i) => {
      expect(Math.abs(kernel.hidden[i]! - value)).toBeLessThanOrEqual(1e-6);
    });
  });
});

describe('large', () => {
  it.each([
    ['RNN', DEFAULT_RNN],
    ['GRU', DEFAULT_GRU],
    ['GRU, reset after', GRU_AFTER],
    ['LSTM', DEFAULT_LSTM],
  ] as const)('%s: hidden 512, T 2', (_name, spec) => {
    expectParity(engine, parityCase(spec, { inputs: 6, hidden: 512 }, { steps: 2, batch: 2 }));
  });

  it.skipIf(!process.env.DEEP).each([
    ['RNN', DEFAULT_RNN],
    ['GRU', DEFAULT_GRU],
    ['GRU, reset after', GRU_AFTER],
    ['LSTM', DEFAULT_LSTM],
  ] as const)('%s: hidden 512, T 512 (only in the deep suite)', { timeout: 600_000 }, (_name, spec) => {
    const mask = Uint8Array.from({ length: 512 * 2 }, (_, i) => Number(i < 900));
    expectParity(engine, parityCase(spec, { inputs: 5, hidden: 512 }, { steps: 512, batch: 2 }, { mask }));
  });
});

describe('refuses', () => {
  const shape = { inputs: 3, hidden: 4 };
  it('sizes that are no sizes', () => {
    for (const size of [
      { steps: 0, batch: 1 },
      { steps: 1, batch: 0 },
      { steps: 1.5, batch: 1 },
    ]) {
      expect(() => engine.createSequence(DEFAULT_LSTM, shape, size, { form: 'dense' })).toThrow(RangeError);
    }
  });

  it('tokens that are no rows of the weights', () => {
    const kernel = engine.createSequence(DEFAULT_LSTM, shape, { steps: 1, batch: 2 }, { form: 'one-hot' });
    kernel.ids.set([0, 3]);
    expect(() => kernel.forward()).toThrow('token id 3');
    kernel.ids.set([-1, 0]);
    expect(() => kernel.forward()).toThrow(RangeError);
  });
});
