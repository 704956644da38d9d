import { expect, it, vi } from 'vitest';
import { createConditions } from './conditions.ts';

it('tells listeners when a condition begins or ends to hold, and not otherwise', () => {
  const conditions = createConditions();
  const listener = vi.fn();
  conditions.subscribe(listener);
  conditions.publish('cell-kept', false);
  expect(listener).not.toHaveBeenCalled();
  conditions.publish('cell-kept', true);
  conditions.publish('cell-kept', true);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(conditions.holds('cell-kept')).toBe(true);
  expect(conditions.holds('loss-low')).toBe(false);
  conditions.publish('cell-kept', false);
  expect(conditions.holds('cell-kept')).toBe(false);
});
