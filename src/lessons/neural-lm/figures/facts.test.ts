import { expect, it } from 'vitest';
import { LAYER_TABLE } from '../../../instruments/nnlm/layer-settings.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { hiddenShareWithTree, leftFactor, networkSize, SHAPE, scoresShare, tableDigits } from './facts.ts';

it('speaks of the network that the figure opens with', () => {
  expect(fallbackState(LAYER_TABLE)).toMatchObject({ ...SHAPE, model: 'nnlm', scores: 'full' });
});

it('worked by hand: N = 4, D = 100, H = 500, V = 10,000', () => {
  expect(scoresShare()).toBeCloseTo(5_000_000 / 5_200_400, 12);
  expect(hiddenShareWithTree()).toBeCloseTo(200_000 / (400 + 200_000 + 500 * Math.log2(10_000)), 12);
  expect(leftFactor()).toBeCloseTo(5_200_400 / (400 + 100 * Math.log2(10_000)), 9);
  expect(tableDigits()).toBeCloseTo(20, 12);
  expect(networkSize()).toBe(10_001 * 100 + 401 * 500 + 501 * 10_000);
});
