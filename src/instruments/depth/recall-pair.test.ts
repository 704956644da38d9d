import { describe, expect, it } from 'vitest';
import { viewSkipNetwork } from '../../models/depth/skip-network.ts';
import { trainPair } from './pair-training.ts';
import {
  freshParameters,
  gradientMap,
  initialMap,
  median,
  type PairSettings,
  pairNetwork,
  parameterCount,
  SEEDS,
} from './recall-pair.ts';
import { DEPTH_CELLS } from './settings.ts';
import { EVERY, STEPS } from './training-types.ts';

const SETTINGS: PairSettings = { cell: 'lstm', layers: 6, steps: 8, seed: 1 };
/** A cell's place in a map (L, T). */
const at = (map: Float64Array, layer: number, step: number): number =>
  map[layer * SETTINGS.steps + step] ?? Number.NaN;

describe('initialMap', () => {
  const [plain, skipping] = [initialMap(SETTINGS, false), initialMap(SETTINGS, true)];

  it('is, cell by cell, some network’s own number with half of the others on each side', () => {
    const maps = Array.from({ length: SEEDS }, (_, i) =>
      gradientMap(SETTINGS, false, freshParameters(SETTINGS, 1 + i), 1 + i),
    );
    plain.forEach((value, cell) => {
      const own = maps.map((map) => map[cell] ?? Number.NaN);
      expect(own).toContain(value);
      expect(own.filter((each) => each < value)).toHaveLength((SEEDS - 1) / 2);
    });
    expect(median([3, 1, 2])).toBe(2);
  });

  it('shows what the lesson says: an untrained deep LSTM starves its lowest layer, skip connections feed it', () => {
    expect(at(plain, 0, 7) / at(plain, 5, 7)).toBeLessThan(0.01);
    expect(at(skipping, 0, 7) / at(skipping, 5, 7)).toBeGreaterThan(0.5);
    expect(at(skipping, 0, 0) / at(plain, 0, 0)).toBeGreaterThan(4);
  });

  it('is the same with and without skip connections where there is one layer', () => {
    const one = { ...SETTINGS, layers: 1 };
    expect(initialMap(one, true)).toEqual(initialMap(one, false));
  });

  it.each(DEPTH_CELLS)('is finite for %s', (cell) => {
    const map = initialMap({ ...SETTINGS, cell, layers: 3 }, true);
    expect(map).toHaveLength(3 * 8);
    expect(map.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
  });
});

it('skip connections cost no parameters', () => {
  const flat = freshParameters(SETTINGS, 3);
  expect(flat).toHaveLength(parameterCount(SETTINGS));
  const views = [false, true].map((skips) => viewSkipNetwork(pairNetwork(SETTINGS, skips), flat));
  expect(views[0]?.layers.map(({ bias }) => bias.length)).toEqual(
    views[1]?.layers.map(({ bias }) => bias.length),
  );
});

describe('trainPair', () => {
  const small: PairSettings = { cell: 'gru', layers: 2, steps: 4, seed: 3 };

  it('learns the task with both, reports at regular steps, and is the same each time', () => {
    const reports = [...trainPair(small)];
    expect(reports.map(({ step }) => step)).toEqual(
      Array.from({ length: STEPS / EVERY }, (_, i) => (i + 1) * EVERY),
    );
    const last = reports.at(-1);
    expect(last?.plain.accuracy).toBeGreaterThan(0.95);
    expect(last?.skipping.accuracy).toBeGreaterThan(0.95);
    expect(reports[0]?.plain.accuracy).toBeLessThan(0.9);
    const again = trainPair(small).next();
    expect(again.value).toEqual(reports[0]);
  });
});
