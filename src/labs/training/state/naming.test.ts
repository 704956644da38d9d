import { expect, it } from 'vitest';
import { nextNumber, uniqueName } from './naming.ts';

it('counts on from the highest number, whatever was renamed', () => {
  expect(nextNumber([])).toBe(1);
  expect(nextNumber(['2 · LSTM', 'mine', '10 · GRU'])).toBe(11);
});

it('numbers a name that is taken', () => {
  expect(uniqueName('LSTM', [])).toBe('LSTM');
  expect(uniqueName('LSTM', ['LSTM'])).toBe('LSTM (2)');
  expect(uniqueName('LSTM', ['LSTM', 'LSTM (2)', 'GRU'])).toBe('LSTM (3)');
});
