import { describe, expect, it } from 'vitest';
import { probe, probeRows, tellingProbes } from './ratios.ts';

// Of two words, 0 and 1: solid (2) is the first's, gas (3) the second's, water (4) and the (5) both's, fashion (6) nobody's.
const rows = probeRows([
  Float64Array.from([0, 2, 40, 2, 30, 126, 0, 0]),
  Float64Array.from([2, 0, 1, 22, 15, 60, 0, 0]),
]);

describe('probe', () => {
  it('divides shares, not counts', () => {
    expect(probe(rows, 2).shares).toEqual([0.2, 0.01]);
    expect(probe(rows, 2).ratio).toBeCloseTo(20, 12);
    expect(probe(rows, 4).ratio).toBeCloseTo(1, 12);
    expect(probe(rows, 6).ratio).toBeNaN();
  });
});

describe('tellingProbes', () => {
  it('finds who tells for which, and who for neither; never the words themselves, nor the absent', () => {
    const found = tellingProbes(rows, [0, 1]).map(({ id }) => id);
    expect(found[0]).toBe(2);
    expect(found.at(-1)).toBe(3);
    expect([...found].sort()).toEqual([2, 3, 4, 5]);
  });

  it('takes a word met once for no proof', () => {
    const few = probeRows([Float64Array.from([0, 0, 1, 50, 49]), Float64Array.from([0, 0, 0, 5, 95])]);
    expect(tellingProbes(few, [0, 1])[0]?.id).toBe(3);
  });
});
