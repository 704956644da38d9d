import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATIONS } from '../dense/activations.ts';
import { cellCase, runCase, VARIANTS } from './cells.testkit.ts';
import { lane } from './lanes.ts';
import { gateOperands, previousValue, valueIndex } from './operands.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, gateRoles } from './roles.ts';
import { forwardSequence } from './sequence.ts';

const PLACE = fc.record({
  step: fc.nat({ max: 3 }),
  batch: fc.nat({ max: 2 }),
  unit: fc.nat({ max: 4 }),
});

describe.each(VARIANTS)('%s: operands', (_name, spec) => {
  it.each([false, true])('their products sum to the trace’s z (reverse %s)', (reverse) => {
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(...gateRoles(spec)), PLACE, (seed, role, place) => {
        const subject = cellCase(spec, undefined, undefined, seed);
        const trace = runCase(subject, { reverse });
        const found = gateOperands(trace, subject.parameters, { ...place, role });
        const sum = found.terms.reduce((total, { product }) => total + product, 0);
        expect(Math.abs(sum - found.pre)).toBeLessThan(1e-12);
        expect(found.pre).toBe(lane(trace.pre, role)[valueIndex(trace, place)]);
        expect(found.value).toBe(ACTIVATIONS[found.activation].value(found.pre));
        expect(found.held).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('parameterIndex is the weight: changing it there changes z by value · change', () => {
    const subject = cellCase(spec);
    const place = { step: 0, batch: 1, unit: 2 };
    for (const role of gateRoles(spec)) {
      for (const term of gateOperands(runCase(subject), subject.parameters, { ...place, role }).terms) {
        expect(subject.flat[term.parameterIndex]).toBe(term.weight);
        subject.flat[term.parameterIndex]! += 0.125;
        const after = gateOperands(runCase(subject), subject.parameters, { ...place, role });
        subject.flat[term.parameterIndex]! -= 0.125;
        const before = gateOperands(runCase(subject), subject.parameters, { ...place, role });
        // A peephole of Γ_o sees c, which no weight of Γ_o changes at this step; the rest of z stays put likewise.
        const slope = term.value * (term.reset ?? 1);
        expect(after.pre - before.pre).toBeCloseTo(0.125 * slope, 12);
      }
    }
  });
});

describe('operands', () => {
  it('a one-hot input is one term with its token’s row', () => {
    const { spec, shape, parameters, initial } = cellCase(
      DEFAULT_LSTM,
      { inputs: 9, hidden: 2 },
      { steps: 2, batch: 1 },
    );
    const input = { form: 'one-hot', ids: Int32Array.of(4, 7) } as const;
    const trace = forwardSequence(spec, shape, parameters, input, { steps: 2, batch: 1 }, { initial });
    const { terms, pre } = gateOperands(trace, parameters, { role: 'output', step: 1, batch: 0, unit: 1 });
    const inputs = terms.filter(({ source }) => source === 'input');
    expect(inputs).toEqual([
      expect.objectContaining({ index: 7, value: 1, weight: parameters.inputWeights[7 * 8 + 7] }),
    ]);
    expect(terms.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(pre, 12);
  });

  it('a candidate is reset by each operand’s Γ_r before the product, by its own after', () => {
    const place = { role: 'candidate', step: 2, batch: 1, unit: 3 } as const;
    const before = cellCase(DEFAULT_GRU);
    const trace = runCase(before);
    const reset = (unit: number) => trace.values.reset?.[valueIndex(trace, { ...place, unit })];
    const terms = gateOperands(trace, before.parameters, place).terms.filter(
      ({ source }) => source === 'hidden',
    );
    expect(terms.map((term) => term.reset)).toEqual([0, 1, 2, 3, 4].map(reset));

    const after = cellCase({ ...DEFAULT_GRU, reset: 'after' });
    const other = runCase(after);
    const own = other.values.reset?.[valueIndex(other, place)];
    const recurrent = gateOperands(other, after.parameters, place).terms.filter(
      ({ source }) => source === 'hidden' || source === 'recurrent-bias',
    );
    expect(recurrent.map((term) => term.reset)).toEqual(Array(6).fill(own));
  });

  it('says that a gate is held, and still what z would have made of it', () => {
    const subject = cellCase(DEFAULT_LSTM);
    const place = { role: 'forget', step: 1, batch: 0, unit: 2 } as const;
    const trace = runCase(subject, { holds: [{ role: 'forget', step: 1, unit: 2, value: 1 }] });
    const found = gateOperands(trace, subject.parameters, place);
    expect([found.held, found.value]).toEqual([true, 1]);
    expect(found.pre).toBe(runCase(subject).pre.forget?.[valueIndex(trace, place)]);
  });

  it('a gate that the cell lacks is the caller’s mistake', () => {
    const subject = cellCase(DEFAULT_GRU);
    const place = { role: 'output', step: 0, batch: 0, unit: 0 } as const;
    expect(() => gateOperands(runCase(subject), subject.parameters, place)).toThrow(RangeError);
  });

  it('the value before the first computed step is the initial state', () => {
    const subject = cellCase(DEFAULT_LSTM);
    const place = { batch: 2, unit: 1 };
    const initial = subject.initial.cell[2 * 5 + 1];
    expect(previousValue(runCase(subject), 'cell', { ...place, step: 0 })).toBe(initial);
    expect(previousValue(runCase(subject, { reverse: true }), 'cell', { ...place, step: 3 })).toBe(initial);
    expect(previousValue(runCase(subject), 'cell', { ...place, step: 3 })).not.toBe(initial);
  });
});
