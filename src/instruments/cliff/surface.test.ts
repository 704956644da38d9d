import { describe, expect, it } from 'vitest';
import { descend } from '../../models/gradient-flow/one-unit.ts';
import { fallbackState } from '../../url/fragment.ts';
import { CLIFF_TABLE, descentOf, unitOf, WINDOW } from './settings.ts';
import { GRID, lossMap } from './surface.ts';

const settings = fallbackState(CLIFF_TABLE);

describe('lossMap', () => {
  it('has the loss of a unit that never moves where w = 0: (tanh b − y)²', () => {
    const map = lossMap(unitOf(settings));
    const column = Math.floor(
      ((0 - WINDOW.weight[0]) / (WINDOW.weight[1] - WINDOW.weight[0])) * GRID.columns,
    );
    const at = (row: number) => map[row * GRID.columns + column] ?? Number.NaN;
    for (const row of [5, 60, 110]) {
      const bias = WINDOW.bias[0] + ((row + 0.5) / GRID.rows) * (WINDOW.bias[1] - WINDOW.bias[0]);
      // The column's middle is within half a cell of w = 0.
      expect(10 ** at(row)).toBeCloseTo((Math.tanh(bias) - unitOf(settings).target) ** 2, 1);
    }
  });

  it('has a wall: neighbouring points that differ a hundredfold', () => {
    const map = lossMap(unitOf({ ...settings, steps: 50 }));
    const leaps = map.filter(
      (value, i) => i >= GRID.columns && Math.abs(value - (map[i - GRID.columns] ?? value)) > 2,
    );
    expect(leaps.length).toBeGreaterThan(10);
  });
});

it('opens with a descent that is thrown out of the map, and one with clipping that arrives', () => {
  const wild = descend(unitOf(settings), descentOf(settings, false));
  const tame = descend(unitOf(settings), descentOf(settings, true));
  const [low, high] = WINDOW.weight;
  expect(wild.some(({ weight }) => weight < low || weight > high)).toBe(true);
  expect(wild.at(-1)?.loss).toBeGreaterThan(0.05);
  expect(tame.every(({ weight }) => weight > low && weight < high)).toBe(true);
  expect(tame.at(-1)?.loss).toBeLessThan(0.01);
});
