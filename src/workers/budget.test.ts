import { expect, it } from 'vitest';
import { createBudget } from './budget.ts';

it('is spent on no more than its share of the time, whatever the work costs', () => {
  for (const cost of [0.5, 20, 300]) {
    const budget = createBudget(0.05);
    let [now, spent] = [0, 0];
    while (now < 100_000) {
      if (budget.isAffordable(now)) {
        budget.spend(now, now + cost);
        now += cost;
        spent += cost;
      }
      now += 1;
    }
    expect(spent / now).toBeLessThan(0.05);
    expect(spent / now).toBeGreaterThan(0.015);
  }
});

it('lets work without cost through at any time', () => {
  const budget = createBudget(0.05);
  budget.spend(7, 7);
  expect(budget.isAffordable(7)).toBe(true);
});
