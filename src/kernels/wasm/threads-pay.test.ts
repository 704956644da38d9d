import { expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../../models/cells/roles.ts';
import { threadsPay } from './threads-pay.ts';

it('shares out a step of a character model, and none of a lesson’s', () => {
  const shape = { spec: DEFAULT_LSTM, vocabulary: 64, hidden: 64, layers: 1 };
  expect(threadsPay(shape, { steps: 50, batch: 32 })).toBe(true);
  expect(threadsPay({ ...shape, vocabulary: 1000, hidden: 8 }, { steps: 16, batch: 16 })).toBe(false);
});

it('counts the products below a second layer too', () => {
  const shape = { spec: DEFAULT_LSTM, vocabulary: 64, hidden: 64, layers: 1 };
  const size = { steps: 10, batch: 40 };
  expect(threadsPay(shape, size)).toBe(false);
  expect(threadsPay({ ...shape, layers: 2 }, size)).toBe(true);
});
