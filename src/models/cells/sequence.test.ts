import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectGradient } from '../gradient-check.testkit.ts';
import { cellCase, lossWeights, runCase, traceLoss, VARIANTS } from './cells.testkit.ts';
import { lane } from './lanes.ts';
import { zeroCell } from './parameters.ts';
import { computedRoles, DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from './roles.ts';
import { backwardSequence, forwardSequence, zeroState } from './sequence.ts';
import type { CellParameters, CellSpec, Hold, SequenceTrace } from './types.ts';

const SLOTS = ['inputWeights', 'recurrentWeights', 'bias', 'recurrentBias', 'peepholes'] as const;

/** Reverses time in a (T, …) array whose steps are `stride` long. */
function reverseTime(values: Float64Array, stride: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += stride) {
    result.set(values.subarray(start, start + stride), values.length - start - stride);
  }
  return result;
}

describe.each(VARIANTS)('%s: every gradient agrees with central differences', (_name, spec) => {
  it.each([false, true])('reverse %s', (reverse) => {
    const subject = cellCase(spec);
    const weights = lossWeights(subject);
    const loss = () => traceLoss(runCase(subject, { reverse }), weights);
    const gradients = backwardSequence(runCase(subject, { reverse }), subject.parameters, weights);
    for (const name of SLOTS) {
      expectGradient(loss, subject.parameters[name], gradients.parameters[name]);
    }
    expectGradient(loss, subject.input.values, gradients.input ?? new Float64Array(0));
    expectGradient(loss, subject.initial.hidden, gradients.initial.hidden);
    expectGradient(loss, subject.initial.cell, gradients.initial.cell);
  });

  it('with T = 1 and B = 1', () => {
    const subject = cellCase(spec, { inputs: 2, hidden: 3 }, { steps: 1, batch: 1 }, 5);
    const weights = lossWeights(subject);
    const loss = () => traceLoss(runCase(subject), weights);
    const { parameters } = backwardSequence(runCase(subject), subject.parameters, weights);
    expectGradient(loss, subject.parameters.recurrentWeights, parameters.recurrentWeights);
    expectGradient(loss, subject.parameters.inputWeights, parameters.inputWeights);
  });

  it('through held values, every lane in turn', () => {
    const subject = cellCase(spec);
    const weights = lossWeights(subject);
    for (const role of computedRoles(spec)) {
      const holds: Hold[] = [
        { role, step: 1, unit: 2, value: 0.3 },
        { role, step: 3, unit: 0, value: -0.2 },
      ];
      const loss = () => traceLoss(runCase(subject, { holds }), weights);
      const gradients = backwardSequence(runCase(subject, { holds }), subject.parameters, weights);
      expectGradient(loss, subject.flat, concat(gradients.parameters));
      expectGradient(loss, subject.initial.hidden, gradients.initial.hidden);
    }
  });

  it('the gradient of a held value is its own, and nothing reaches its pre-activation', () => {
    const subject = cellCase(spec, undefined, { steps: 4, batch: 1 });
    const weights = lossWeights(subject);
    for (const role of computedRoles(spec)) {
      const value = Float64Array.of(0.4);
      const run = () => runCase(subject, { holds: [{ role, step: 1, unit: 2, value: value[0]! }] });
      const gradients = backwardSequence(run(), subject.parameters, weights);
      const at = subject.shape.hidden + 2;
      expectGradient(() => traceLoss(run(), weights), value, lane(gradients.values, role).slice(at, at + 1));
      const dz = (gradients.pre as Record<string, Float64Array | undefined>)[role];
      if (dz) expect(dz[at]).toBe(0);
    }
  });

  it('rows of a batch do not see one another', () => {
    const subject = cellCase(spec);
    const { batch, steps } = subject.size;
    const { inputs, hidden } = subject.shape;
    const all = runCase(subject);
    for (let b = 0; b < batch; b++) {
      const row = (values: Float64Array, stride: number) =>
        values.filter((_, i) => Math.floor(i / stride) % batch === b);
      const alone = forwardSequence(
        spec,
        subject.shape,
        subject.parameters,
        { form: 'dense', values: row(subject.input.values, inputs) },
        { steps, batch: 1 },
        { initial: { hidden: row(subject.initial.hidden, hidden), cell: row(subject.initial.cell, hidden) } },
      );
      expect(alone.values.hidden).toEqual(row(lane(all.values, 'hidden'), hidden));
    }
  });

  it('backwards in time equals forwards over the reversed input', () => {
    const subject = cellCase(spec);
    const { batch } = subject.size;
    const { inputs, hidden } = subject.shape;
    const backwards = runCase(subject, { reverse: true });
    const values = reverseTime(subject.input.values, batch * inputs);
    const forwards = runCase({ ...subject, input: { form: 'dense', values } });
    for (const role of computedRoles(spec)) {
      expect(lane(backwards.values, role)).toEqual(reverseTime(lane(forwards.values, role), batch * hidden));
    }
    expect(backwards.final).toEqual(forwards.final);
  });

  it('a token id equals its one-hot vector, forward and backward', () => {
    const shape = { inputs: 6, hidden: 4 };
    const subject = cellCase(spec, shape, { steps: 5, batch: 2 });
    const ids = Int32Array.of(0, 5, 2, 2, 4, 1, 5, 0, 3, 3);
    const values = new Float64Array(ids.length * 6);
    ids.forEach((id, i) => {
      values[i * 6 + id] = 1;
    });
    const { size, initial, parameters } = subject;
    const run = (input: Parameters<typeof forwardSequence>[3]) =>
      forwardSequence(spec, shape, parameters, input, size, { initial });
    const weights = lossWeights(subject);
    const sparse = run({ form: 'one-hot', ids });
    const dense = run({ form: 'dense', values });
    expect(difference(lane(sparse.values, 'hidden'), lane(dense.values, 'hidden'))).toBeLessThan(1e-14);
    const fromSparse = backwardSequence(sparse, parameters, weights);
    const fromDense = backwardSequence(dense, parameters, weights);
    expect(fromSparse.input).toBeUndefined();
    expect(difference(concat(fromSparse.parameters), concat(fromDense.parameters))).toBeLessThan(1e-13);
  });

  it('holding a value changes nothing before its step, and the value itself', () => {
    const subject = cellCase(spec);
    const block = subject.size.batch * subject.shape.hidden;
    const free = runCase(subject);
    for (const role of computedRoles(spec)) {
      const held = runCase(subject, { holds: [{ role, step: 2, unit: 1, value: 0.9 }] });
      for (const each of computedRoles(spec)) {
        const earlier = (trace: SequenceTrace) => lane(trace.values, each).subarray(0, 2 * block);
        expect(earlier(held)).toEqual(earlier(free));
      }
      for (let b = 0; b < subject.size.batch; b++) {
        expect(lane(held.values, role)[2 * block + b * subject.shape.hidden + 1]).toBe(0.9);
      }
      expect(held.final).not.toEqual(free.final);
    }
  });

  it('a sequence cut in two with the state carried over equals the whole', () => {
    const subject = cellCase(spec, undefined, { steps: 6, batch: 2 });
    const cut = 2 * 2 * subject.shape.inputs;
    const half = (from: number, to: number, steps: number, initial = subject.initial) =>
      forwardSequence(
        spec,
        subject.shape,
        subject.parameters,
        { form: 'dense', values: subject.input.values.slice(from, to) },
        { steps, batch: 2 },
        { initial },
      );
    const first = half(0, cut, 2);
    const second = half(cut, subject.input.values.length, 4, first.final);
    expect(second.final).toEqual(runCase(subject).final);
  });

  it('an empty sequence ends where it began, and passes its gradient straight through', () => {
    const subject = cellCase(spec, undefined, { steps: 0, batch: 2 });
    const trace = runCase(subject);
    expect(trace.final).toEqual(subject.initial);
    const weights = lossWeights(subject);
    const gradients = backwardSequence(trace, subject.parameters, weights);
    expect(gradients.initial).toEqual({ hidden: weights.finalHidden, cell: weights.finalCell });
    expect(concat(gradients.parameters).every((entry) => entry === 0)).toBe(true);
  });

  it('adds to the gradients that it is given', () => {
    const subject = cellCase(spec);
    const weights = lossWeights(subject);
    const trace = runCase(subject);
    const once = backwardSequence(trace, subject.parameters, weights);
    const into = zeroCell(spec, subject.shape);
    const twice = backwardSequence(trace, subject.parameters, weights, into);
    backwardSequence(trace, subject.parameters, weights, into);
    expect(twice.parameters).toBe(into);
    expect(
      difference(
        concat(into),
        concat(once.parameters).map((entry) => 2 * entry),
      ),
    ).toBeLessThan(1e-12);
  });
});

describe('memory is kept bit for bit', () => {
  const memory = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 4, maxLength: 4 });
  // 0·x + (−0) is +0: the two zeros are the same number to the model, not to the comparison.
  const withoutMinusZero = memory.map((values) => Float64Array.from(values, (value) => value + 0));

  it('Γ_f = 1 with Γ_u = 0 keeps an LSTM’s cell (saturated hard gates)', () => {
    const spec: CellSpec = { ...DEFAULT_LSTM, gate: 'hard-sigmoid' };
    const { shape, parameters, input, size } = cellCase(
      spec,
      { inputs: 3, hidden: 4 },
      { steps: 12, batch: 1 },
    );
    parameters.bias.fill(100, 0, 4).fill(-100, 4, 8);
    fc.assert(
      fc.property(withoutMinusZero, (cell) => {
        const initial = { hidden: new Float64Array(4), cell };
        const { final } = forwardSequence(spec, shape, parameters, input, size, { initial });
        expect(final.cell).toEqual(cell);
      }),
    );
  });

  it('Γ_f = 1 with Γ_u = 0 keeps an LSTM’s cell (gates held by hand)', () => {
    const { spec, shape, parameters, input, size } = cellCase(
      { ...DEFAULT_LSTM, peepholes: true },
      { inputs: 3, hidden: 4 },
      { steps: 8, batch: 1 },
    );
    const holds = Array.from({ length: 32 }, (_, i) => ({ step: i >> 2, unit: i & 3 })).flatMap((at) => [
      { ...at, role: 'forget' as const, value: 1 },
      { ...at, role: 'update' as const, value: 0 },
    ]);
    fc.assert(
      fc.property(withoutMinusZero, (cell) => {
        const initial = { hidden: new Float64Array(4), cell };
        const { final } = forwardSequence(spec, shape, parameters, input, size, { initial, holds });
        expect(final.cell).toEqual(cell);
      }),
    );
  });

  it.each([
    ['full', 'before'],
    ['full', 'after'],
    ['simplified', 'before'],
  ] as const)('Γ_u = 0 keeps a GRU’s memory (%s, reset %s)', (variant, reset) => {
    const spec: CellSpec = { ...DEFAULT_GRU, variant, reset, gate: 'hard-sigmoid' };
    const { shape, parameters, input, size } = cellCase(
      spec,
      { inputs: 3, hidden: 4 },
      { steps: 12, batch: 1 },
    );
    parameters.recurrentWeights.fill(0);
    parameters.bias.fill(-100, 0, 4);
    fc.assert(
      fc.property(withoutMinusZero, (hidden) => {
        const initial = { hidden, cell: new Float64Array(0) };
        const { final } = forwardSequence(spec, shape, parameters, input, size, { initial });
        expect(final.hidden).toEqual(hidden);
      }),
    );
  });

  it('Γ_u = 1 of a GRU that keeps does the same', () => {
    const spec: CellSpec = { ...DEFAULT_GRU, update: 'keeps', gate: 'hard-sigmoid' };
    const subject = cellCase(spec);
    subject.parameters.bias.fill(100, 0, 5);
    expect(runCase(subject).final.hidden).toEqual(subject.initial.hidden);
  });
});

describe('what a caller can get wrong', () => {
  const subject = cellCase(DEFAULT_LSTM);
  const { spec, shape, parameters, size } = subject;

  it('names the lengths that do not fit', () => {
    const short = { form: 'dense', values: new Float64Array(5) } as const;
    expect(() => forwardSequence(spec, shape, parameters, short, size)).toThrow(
      'expected 36 numbers, found 5',
    );
    const initial = zeroState(DEFAULT_RNN, shape, size.batch);
    expect(() => forwardSequence(spec, shape, parameters, subject.input, size, { initial })).toThrow(
      'initial cell state',
    );
  });

  it('refuses token ids outside the vocabulary', () => {
    const ids = new Int32Array(12).fill(3);
    expect(() => forwardSequence(spec, shape, parameters, { form: 'one-hot', ids }, size)).toThrow(
      'token id 3',
    );
  });

  it('drops holds that name no value of this cell', () => {
    const holds: Hold[] = [
      { role: 'reset', step: 0, unit: 0, value: 9 },
      { role: 'forget', step: 4, unit: 0, value: 9 },
      { role: 'forget', step: 0, unit: 5, value: 9 },
      { role: 'forget', step: -1, unit: 0, value: 9 },
      { role: 'forget', step: 0.5, unit: 0, value: 9 },
    ];
    const trace = runCase(subject, { holds });
    expect(trace.holds).toEqual([]);
    expect(trace.final).toEqual(runCase(subject).final);
  });

  it('keeps (T, B, n_a) numbers of every lane', () => {
    const trace = runCase(subject);
    for (const values of [...Object.values(trace.values), ...Object.values(trace.pre)]) {
      expect(values.length).toBe(4 * 3 * 5);
    }
  });
});

function concat(parameters: CellParameters): Float64Array {
  return Float64Array.from(SLOTS.flatMap((name) => [...parameters[name]]));
}

function difference(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}
