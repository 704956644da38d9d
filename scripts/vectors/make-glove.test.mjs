import { expect, it } from 'vitest';
import { chooseWords } from './make-glove.mjs';
import { quantiseRows } from './quantise.mjs';

it('keeps the 20,000 most frequent words and those that the questions ask for, in order', () => {
  const words = Array.from({ length: 20_005 }, (_, i) => `w${i}`);
  const questions = ': w20001 is a category\nW20003 w5 w20002 absent\r\n';
  expect(chooseWords(words, questions)).toEqual([...words.slice(0, 20_000), 'w20002', 'w20003']);
});

it('rounds to the nearest of 255 codes, the largest number of a row being the last one', () => {
  const { codes, scales } = quantiseRows(Float32Array.of(1, -2, 0.5, 0, 0, 0), 3);
  expect(Array.from(codes)).toEqual([64, -127, 32, 0, 0, 0]);
  expect(scales[0]).toBeCloseTo(2 / 127, 8);
  expect(scales[1]).toBe(0);
});
