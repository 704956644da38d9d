import { expect, it } from 'vitest';
import { trailPath } from './trailPath.ts';

it('draws up to the first point that is no number, and towards what is infinitely far', () => {
  const start = { x: 1, y: 2 };
  expect(trailPath([start, { x: 3, y: 4 }])).toBe('M1.0 2.0L3.0 4.0');
  expect(trailPath([start, { x: 3, y: Number.NaN }, { x: 5, y: 6 }])).toBe('M1.0 2.0');
  const far = trailPath([start, { x: Number.POSITIVE_INFINITY, y: -1e300 }]);
  expect(far).not.toMatch(/NaN|Infinity|e/);
  expect(far).toMatch(/^M1.0 2.0L\d{4,}.0 -\d{4,}.0$/);
  expect(trailPath([])).toBe('');
});
