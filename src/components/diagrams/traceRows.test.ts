import { describe, expect, it } from 'vitest';
import { cellParameterCount, viewCell } from '../../models/cells/parameters.ts';
import { DEFAULT_LSTM } from '../../models/cells/roles.ts';
import { forwardSequence } from '../../models/cells/sequence.ts';
import { createRandom } from '../../models/random.ts';
import { allUnitRows, traceRows } from './traceRows.ts';

const shape = { inputs: 2, hidden: 3 };
const random = createRandom(3);
const flat = Float64Array.from({ length: cellParameterCount(DEFAULT_LSTM, shape) }, () => random.normal());
const trace = forwardSequence(
  DEFAULT_LSTM,
  shape,
  viewCell(DEFAULT_LSTM, shape, flat),
  { form: 'one-hot', ids: Int32Array.from([0, 1]) },
  { steps: 2, batch: 1 },
);
const tokens = ['the', 'cat'].map((text) => ({ text, known: true }));

describe('traceRows', () => {
  it('has a head of letters and a row a step, with all digits', () => {
    const [head, , second] = traceRows(trace, tokens, 1, 'ng');
    expect(head).toEqual(['t', 'x', 'c', 'Γ_f', 'Γ_u', 'c̃', 'Γ_o', 'a']);
    expect(second?.slice(0, 2)).toEqual([2, 'cat']);
    expect(second?.[3]).toBe(trace.values.forget?.[4]);
  });

  it('obeys the equation it shows: c = Γ_f·c_prev + Γ_u·c̃', () => {
    const [, first, second] = traceRows(trace, tokens, 2, 'ng').map((row) => row.slice(2).map(Number));
    const [c = 0, forget = 0, update = 0, candidate = 0] = second ?? [];
    expect(c).toBeCloseTo(forget * (first?.[0] ?? 0) + update * candidate, 12);
  });
});

describe('allUnitRows', () => {
  it('has a row for every unit and step', () => {
    expect(allUnitRows(trace, tokens, 'textbook')).toHaveLength(1 + 3 * 2);
  });
});
