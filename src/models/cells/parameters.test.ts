import { describe, expect, it } from 'vitest';
import { VARIANTS } from './cells.testkit.ts';
import { cellParameterCount, cellSlots, hasRecurrentBias, viewCell, zeroCell } from './parameters.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from './roles.ts';
import type { CellSpec } from './types.ts';

const SHAPE = { inputs: 10, hidden: 4 };

describe('cellParameterCount', () => {
  // G·n_a·(n_x + n_a + 1) for G gates, as every textbook counts them.
  it.each<readonly [CellSpec, number]>([
    [DEFAULT_RNN, 4 * 15],
    [DEFAULT_GRU, 12 * 15],
    [{ ...DEFAULT_GRU, reset: 'after' }, 12 * 15 + 4],
    [{ ...DEFAULT_GRU, variant: 'simplified' }, 8 * 15],
    [{ ...DEFAULT_GRU, variant: 'simplified', reset: 'after' }, 8 * 15],
    [DEFAULT_LSTM, 16 * 15],
    [{ ...DEFAULT_LSTM, peepholes: true }, 16 * 15 + 12],
  ])('%o: %i', (spec, count) => {
    expect(cellParameterCount(spec, SHAPE)).toBe(count);
  });
});

describe.each(VARIANTS)('%s: slots', (_name, spec) => {
  it('follow one another in the flat vector, and views write through', () => {
    const count = cellParameterCount(spec, SHAPE);
    const flat = Float64Array.from({ length: count + 7 }, (_, i) => i);
    const view = viewCell(spec, SHAPE, flat, 3);
    let next = 3;
    for (const { name, shape, length } of cellSlots(spec, SHAPE)) {
      expect(view[name].length).toBe(length);
      expect(shape.reduce((product, size) => product * size, 1)).toBe(length);
      view[name].forEach((value) => {
        expect(value).toBe(next++);
      });
    }
    expect(next).toBe(count + 3);
    view.bias[0] = -1;
    expect(flat[3 + view.inputWeights.length + view.recurrentWeights.length]).toBe(-1);
    expect(hasRecurrentBias(spec)).toBe(view.recurrentBias.length > 0);
  });

  it('start from zero', () => {
    expect(
      Object.values(zeroCell(spec, SHAPE)).every((each: Float64Array) => each.every((x) => x === 0)),
    ).toBe(true);
  });
});

describe('viewCell', () => {
  it('refuses a vector that is too short', () => {
    expect(() => viewCell(DEFAULT_RNN, SHAPE, new Float64Array(60), 1)).toThrow('needs 61 numbers');
  });
});
