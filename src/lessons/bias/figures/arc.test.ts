import { expect, it } from 'vitest';
import { arcOf, spreadNames } from './arc.ts';

it('draws lengths as they are, at one scale both ways', () => {
  const places = [0.4, -0.1].map((along) => ({ along, across: Math.sqrt(1 - along ** 2) }));
  const { x, y, height } = arcOf(places, 600);
  for (const { along, across } of places)
    expect(Math.hypot(x(along) - x(0), y(across) - y(0))).toBeCloseTo(x(1) - x(0), 9);
  expect(x(0.4)).toBeLessThan(600);
  expect(y(places[0]?.across ?? 0)).toBeLessThan(height);
});

it('parts names without changing their order, and keeps them inside', () => {
  const [widths, width] = [[60, 80, 100], 300];
  for (const places of [
    [150, 152, 149],
    [0, 1, 2],
    [300, 299, 290],
  ]) {
    const out = spreadNames(places, widths, width);
    const order = [0, 1, 2].sort((i, j) => (places[i] ?? 0) - (places[j] ?? 0));
    for (const [k, i] of order.entries()) {
      const half = (widths[i] ?? 0) / 2;
      expect((out[i] ?? 0) - half).toBeGreaterThanOrEqual(0);
      expect((out[i] ?? 0) + half).toBeLessThanOrEqual(width);
      const next = order[k + 1];
      if (next !== undefined)
        expect((out[i] ?? 0) + half).toBeLessThanOrEqual((out[next] ?? 0) - (widths[next] ?? 0) / 2 + 1e-9);
    }
  }
});
