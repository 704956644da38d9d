import { expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../../models/cells/roles.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';
import { threadsPay } from './threads-pay.ts';

const NETWORK: TokenNetwork = {
  spec: DEFAULT_LSTM,
  inputs: 64,
  classes: 64,
  hidden: 64,
  layers: 1,
  directions: 'forward',
};

it('shares out a step of a character model, and none of a lesson’s', () => {
  expect(threadsPay(NETWORK, { steps: 50, batch: 32 })).toBe(true);
  const lesson = { ...NETWORK, inputs: 1000, classes: 1000, hidden: 8 };
  expect(threadsPay(lesson, { steps: 16, batch: 16 })).toBe(false);
});

it('counts the products below a second layer too, and both directions', () => {
  const size = { steps: 10, batch: 40 };
  expect(threadsPay(NETWORK, size)).toBe(false);
  expect(threadsPay({ ...NETWORK, layers: 2 }, size)).toBe(true);
  expect(threadsPay({ ...NETWORK, directions: 'sum' }, size)).toBe(true);
});
