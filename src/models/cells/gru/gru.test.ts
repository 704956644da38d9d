import { describe, expect, it } from 'vitest';
import { cellCase, lossWeights, runCase } from '../cells.testkit.ts';
import { lane } from '../lanes.ts';
import { viewCell } from '../parameters.ts';
import { DEFAULT_GRU } from '../roles.ts';
import { backwardSequence, forwardSequence } from '../sequence.ts';
import type { GruSpec } from '../types.ts';

describe('GRU by hand', () => {
  // One unit, x = 1, a_prev = 2; gates are 0.2z + ½ and the candidate is linear.
  // b_u = 1: Γ_u = 0.7. b_r = −1: Γ_r = 0.3. Candidate: W_cx = 1, W_c = 3, b_c = ½, and b_hc = 1 after the product.
  //
  //   before: c̃ = 3·(0.3·2) + 1 + ½ = 3.3        after: c̃ = 0.3·(3·2 + 1) + 1 + ½ = 3.6
  //   Γ_u writes: a = 0.7·3.3 + 0.3·2 = 2.91             a = 0.7·3.6 + 0.3·2 = 3.12
  //   Γ_u keeps:  a = 0.3·3.3 + 0.7·2 = 2.39             a = 0.3·3.6 + 0.7·2 = 2.48
  //   simplified: c̃ = 3·2 + 1 + ½ = 7.5, writes: a = 0.7·7.5 + 0.3·2 = 5.85
  const hard = { ...DEFAULT_GRU, gate: 'hard-sigmoid', candidate: 'linear' } as const satisfies GruSpec;
  it.each([
    ['before', 'writes', 3.3, 2.91],
    ['before', 'keeps', 3.3, 2.39],
    ['after', 'writes', 3.6, 3.12],
    ['after', 'keeps', 3.6, 2.48],
  ] as const)('reset %s, Γ_u %s', (reset, update, candidate, hidden) => {
    const trace = step({ ...hard, reset, update }, [0, 0, 1, 0, 0, 3, 1, -1, 0.5, 1]);
    expect(trace.values.candidate?.[0]).toBeCloseTo(candidate, 14);
    expect(trace.final.hidden[0]).toBeCloseTo(hidden, 14);
  });

  it('simplified', () => {
    const trace = step({ ...hard, variant: 'simplified' }, [0, 1, 0, 3, 1, 0.5]);
    expect(trace.values.candidate?.[0]).toBeCloseTo(7.5, 14);
    expect(trace.final.hidden[0]).toBeCloseTo(5.85, 14);
    expect(trace.values.reset).toBeUndefined();
  });

  function step(spec: GruSpec, flat: readonly number[]) {
    const shape = { inputs: 1, hidden: 1 };
    return forwardSequence(
      spec,
      shape,
      viewCell(spec, shape, Float64Array.from(flat)),
      { form: 'dense', values: Float64Array.of(1) },
      { steps: 1, batch: 1 },
      { initial: { hidden: Float64Array.of(2), cell: new Float64Array(0) } },
    );
  }
});

describe('GRU', () => {
  it('writes and keeps are one function under negated update weights, with opposite gradients there', () => {
    const keeps = cellCase({ ...DEFAULT_GRU, update: 'keeps' });
    const writes = cellCase({ ...DEFAULT_GRU, update: 'writes' });
    const { hidden } = writes.shape;
    for (const name of ['inputWeights', 'recurrentWeights', 'bias'] as const) {
      const values = writes.parameters[name];
      for (let i = 0; i < values.length; i++) if (i % (3 * hidden) < hidden) values[i]! *= -1;
    }
    const [a, b] = [runCase(keeps), runCase(writes)];
    lane(a.values, 'hidden').forEach((value, i) => {
      expect(b.values.hidden?.[i]).toBeCloseTo(value, 13);
    });
    const fromKeeps = backwardSequence(a, keeps.parameters, lossWeights(keeps)).parameters.bias;
    const fromWrites = backwardSequence(b, writes.parameters, lossWeights(writes)).parameters.bias;
    fromKeeps.forEach((value, i) => {
      expect(fromWrites[i]).toBeCloseTo(i < hidden ? -value : value, 12);
    });
  });

  it('with Γ_r held at 1, resetting before equals not resetting', () => {
    const full = cellCase(DEFAULT_GRU);
    const { steps, batch } = full.size;
    const holds = Array.from({ length: steps * full.shape.hidden }, (_, i) => ({
      role: 'reset' as const,
      step: i % steps,
      unit: Math.floor(i / steps),
      value: 1,
    }));
    const simplified = cellCase({ ...DEFAULT_GRU, variant: 'simplified' });
    const pick = (from: Float64Array, to: Float64Array) => {
      const h = full.shape.hidden;
      for (let row = 0; row * 3 * h < from.length; row++) {
        to.set(from.subarray(row * 3 * h, row * 3 * h + h), row * 2 * h);
        to.set(from.subarray(row * 3 * h + 2 * h, (row + 1) * 3 * h), row * 2 * h + h);
      }
    };
    for (const name of ['inputWeights', 'recurrentWeights', 'bias'] as const) {
      pick(full.parameters[name], simplified.parameters[name]);
    }
    const expected = runCase({
      ...simplified,
      input: full.input,
      initial: full.initial,
      size: { steps, batch },
    });
    expect(runCase(full, { holds }).values.hidden).toEqual(expected.values.hidden);
  });
});
