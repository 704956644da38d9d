import { expect, it } from 'vitest';
import { cbowCosts, nnlmCosts, totalCost } from './costs.ts';
import type { NnlmShape } from './network.ts';

// The sizes that Mikolov et al. (2013, section 2.1) call typical: N = 10, N·D = 500 … 2000, H = 500 … 1000.
const TYPICAL: NnlmShape = { vocabulary: 2 ** 20, dimensions: 100, context: 10, hidden: 500 };

it('equation 2: H·V dominates', () => {
  const costs = nnlmCosts(TYPICAL);
  expect(costs).toEqual({ lookup: 1000, hidden: 500_000, output: 500 * 2 ** 20 });
  expect(costs.output / totalCost(costs)).toBeGreaterThan(0.99);
});

it('with a tree N·D·H dominates, as the paper says', () => {
  const costs = nnlmCosts(TYPICAL, 'tree');
  expect(costs.output).toBe(500 * 20);
  expect(costs.hidden / totalCost(costs)).toBeGreaterThan(0.97);
});

it('without the tanh layer the scores come from all N·D numbers; CBOW averages them first', () => {
  expect(nnlmCosts({ ...TYPICAL, hidden: 0 }).output).toBe(1000 * 2 ** 20);
  expect(cbowCosts(TYPICAL, 'tree')).toEqual({ lookup: 1000, hidden: 0, output: 2000 });
});
