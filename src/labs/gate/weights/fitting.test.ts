import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { type LabNetwork, labLayout } from '../model.ts';
import { keepFitting } from './fitting.ts';

const stack = { cell: DEFAULT_LSTM, inputs: 3, hidden: 2, layers: 1, directions: 'forward' } as const;
const network: LabNetwork = { stack, classes: 3 };
const parameters = Float64Array.from({ length: labLayout(network).length }, (_, index) => index + 1);
const into = (to: LabNetwork) =>
  keepFitting({ network, parameters }, to, new Float64Array(labLayout(to).length));

describe('what is kept of a network when it changes', () => {
  it('is every layer where one is put on top', () => {
    const kept = into({ stack: { ...stack, layers: 2 }, classes: 3 });
    const first = parameters.length - 2 * 3 - 3;
    expect(kept?.subarray(0, first)).toEqual(parameters.subarray(0, first));
    // The new layer's are the fresh ones; the read-out's, at the end, are kept.
    expect(kept?.slice(first, -9).every((value) => value === 0)).toBe(true);
    expect(kept?.subarray(-9)).toEqual(parameters.subarray(-9));
  });

  it('is all but the input weights where other symbols come in', () => {
    const kept = into({ stack: { ...stack, inputs: 5 }, classes: 3 });
    expect(kept?.subarray(0, 5 * 8).every((value) => value === 0)).toBe(true);
    expect(kept?.subarray(5 * 8)).toEqual(parameters.subarray(3 * 8));
  });

  it('is nothing in another cell, nor where no shape fits', () => {
    expect(into({ stack: { ...stack, cell: DEFAULT_GRU }, classes: 3 })).toBeNull();
    expect(into({ stack: { ...stack, hidden: 7 }, classes: null })).toBeNull();
  });
});
