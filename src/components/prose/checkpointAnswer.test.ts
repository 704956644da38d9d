import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, parseAnswer } from './checkpointAnswer.ts';

describe('parseAnswer', () => {
  it.each([
    ['0.5', 0.5],
    [' .5 ', 0.5],
    ['-3', -3],
    ['−3', -3],
    ['0,5', 0.5],
    ['１２', 12],
    ['1e-3', 0.001],
    ['+2.', 2],
  ])('reads %s', (typed, expected) => {
    expect(parseAnswer(typed)).toBe(expected);
  });

  it.each(['', 'half', '1,000.5', '0x10', '1/2', 'NaN', 'Infinity', '.', '1.2.3', '<b>1</b>'])(
    'refuses %s',
    (typed) => {
      expect(parseAnswer(typed)).toBeNull();
    },
  );

  it('reads back every finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseAnswer(String(value))).toBeCloseTo(value, 12);
      }),
    );
  });
});

describe('isNear', () => {
  it('includes the edge and nothing beyond', () => {
    expect(isNear(0.3, 0.2, 0.1)).toBe(true);
    expect(isNear(0.31, 0.2, 0.1)).toBe(false);
    expect(isNear(7, 7, 0)).toBe(true);
    expect(isNear(7.001, 7, 0)).toBe(false);
  });
});
