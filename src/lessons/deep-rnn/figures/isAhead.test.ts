import { expect, it } from 'vitest';
import { trainPair } from '../../../instruments/depth/pair-training.ts';
import type { PairProgress } from '../../../instruments/depth/training-types.ts';
import { isAhead } from './isAhead.ts';

const report = (plain: number, skipping: number): PairProgress => ({
  step: 10,
  plain: { accuracy: plain, map: new Float64Array() },
  skipping: { accuracy: skipping, map: new Float64Array() },
});

it('needs both at the same time', () => {
  expect(isAhead([report(0.3, 0.5), report(0.4, 1)])).toBe(true);
  expect(isAhead([report(0.3, 0.5), report(0.9, 1)])).toBe(false);
  expect(isAhead([])).toBe(false);
});

it('can be passed with what the figure opens with', { timeout: 120_000 }, () => {
  const reports: PairProgress[] = [];
  for (const each of trainPair({ cell: 'lstm', layers: 6, steps: 8, seed: 1 })) {
    reports.push(each);
    if (isAhead(reports)) break;
  }
  expect(isAhead(reports)).toBe(true);
});
