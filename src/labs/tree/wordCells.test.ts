import { expect, it } from 'vitest';
import { wordCells } from './wordCells.ts';

it('wordCells round shares, and leave counts and codes alone', () => {
  expect(wordCells(['the', 14_212, 0.0654321, 3.93389, 4, '0110', 13, ''])).toEqual([
    'the',
    '14212',
    '0.06543',
    '3.934',
    '4',
    '0110',
    '13',
    '',
  ]);
  expect(wordCells(['0101', 0, 0, Number.POSITIVE_INFINITY])).toEqual(['0101', '0', '0', '∞']);
  expect(wordCells(['x', '1'.repeat(60)])[1]).toBe(`${'1'.repeat(40)}…`);
});
