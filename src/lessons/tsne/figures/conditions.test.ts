import { describe, expect, it } from 'vitest';
import type { GroupSizes } from '../../../models/projection/group-sizes.ts';
import { isFarAgain } from './conditions.ts';

/** Clouds A, B, C in a row: B–C is so many times A–B. */
const row = (times: number): GroupSizes => ({
  widths: Float64Array.of(1, 1, 1),
  distances: Float64Array.of(2, 2 + 2 * times, 2 * times),
});

describe('far again', () => {
  it.each([
    ['far on both', 'distances', 5, 2.3, true, true],
    ['near on the map', 'distances', 5, 1.2, true, false],
    ['never far', 'distances', 3, 3, true, false],
    ['still moving', 'distances', 5, 2.3, false, false],
    ['another shape', 'widths', 5, 2.3, true, false],
  ] as const)('%s', (_, shape, space, map, isAtRest, expected) => {
    expect(isFarAgain({ shape }, { space: row(space), map: row(map) }, isAtRest)).toBe(expected);
  });

  it('not without a map', () => {
    expect(isFarAgain({ shape: 'distances' }, { space: row(9), map: null }, true)).toBe(false);
  });
});
