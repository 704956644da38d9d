import { expect, it } from 'vitest';
import { fallbackState } from '../../url/fragment.ts';
import { COST_TABLE, LAST_STEP } from './cost-settings.ts';
import { createRecallRuns } from './recall-runs.ts';

const defaults = fallbackState(COST_TABLE);
const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;

function finished(window: number) {
  const runs = createRecallRuns({ ...defaults, window });
  while (runs.step());
  return runs.accuracies().map((curve) => ({ length: curve.length, last: mean(curve.slice(-50)) }));
}

it('as the figure opens, the whole gradient learns and one step less does not', () => {
  const [full, cut] = finished(defaults.window);
  expect([full?.length, cut?.length]).toEqual([LAST_STEP, LAST_STEP]);
  expect(full?.last).toBeGreaterThan(0.95);
  expect(cut?.last).toBeLessThan(0.4);
});

it('with nothing cut both runs are the same', () => {
  const runs = createRecallRuns({ ...defaults, window: 99 });
  for (let i = 0; i < 20; i++) runs.step();
  const [full, cut] = runs.accuracies();
  expect([...(full ?? [])]).toEqual([...(cut ?? [0])]);
  expect(runs.done).toBe(20);
});
