import { describe, expect, it } from 'vitest';
import { parseNumber } from './parseNumber.ts';

const range = { min: -100, max: 100 };

describe('parseNumber', () => {
  it.each([
    ['0.5', 0.5],
    ['−0,5', -0.5],
    ['０．５', 0.5],
    [' 1e1 ', 10],
    ['.25', 0.25],
  ])('%j is %d', (text, value) => expect(parseNumber(text, range)).toEqual({ ok: true, value }));

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['abc', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1 2', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e9', 'too-large'],
    ['-101', 'too-small'],
  ])('%j is %s', (text, reason) => expect(parseNumber(text, range)).toEqual({ ok: false, reason }));

  it('asks for an integer where one is needed', () => {
    expect(parseNumber('1.5', { ...range, integer: true })).toEqual({ ok: false, reason: 'not-an-integer' });
  });
});
