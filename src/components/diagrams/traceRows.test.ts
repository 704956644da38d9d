import { describe, expect, it } from 'vitest';
import { cellParameterCount, viewCell } from '../../models/cells/parameters.ts';
import { DEFAULT_LSTM } from '../../models/cells/roles.ts';
import { forwardSequence } from '../../models/cells/sequence.ts';
import { createRandom } from '../../models/random.ts';
import { allUnitRows, layerRows, traceRows } from './traceRows.ts';

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

describe('layerRows', () => {
  it('has every unit and step of every layer, named by its layer', () => {
    const rows = layerRows([trace, trace], tokens, 'ng');
    expect(rows).toHaveLength(1 + 2 * 3 * 2);
    expect(rows[0]?.slice(0, 4)).toEqual(['layer', 'unit', 't', 'x']);
    expect(rows.at(-1)?.slice(0, 4)).toEqual([2, 3, 2, 'cat']);
    expect(rows.at(-1)?.slice(1)).toEqual(allUnitRows(trace, tokens, 'ng').at(-1));
  });
});

describe('allUnitRows', () => {
  it('has a row for every unit and step', () => {
    expect(allUnitRows(trace, tokens, 'textbook')).toHaveLength(1 + 3 * 2);
  });
});
