import { describe, expect, it } from 'vitest';
import { readFragment, writeFragment } from '../../url/fragment.ts';
import {
  changeEdit,
  changeHold,
  changeSetup,
  defaultSettings,
  needsNewRun,
  readHolds,
  runConfig,
  stepAhead,
  withDefaults,
} from './settings.ts';

describe('unrolled settings', () => {
  const table = withDefaults({ hidden: 12, sentence: 'the whales were white' });

  it("leave a lesson's own defaults out of its links", () => {
    const settings = defaultSettings({ hidden: 12, sentence: 'the whales were white' });
    expect(writeFragment(table, 'unrolled', settings)).toBe('#figure=unrolled');
    expect(writeFragment(table, 'unrolled', { ...settings, hidden: 8 })).toBe('#figure=unrolled&h=8');
  });

  it.each([
    ['h=0', 1],
    ['h=1e9', 64],
    ['h=NaN', 12],
  ])('clamp %s to %d and say so', (fragment, hidden) => {
    const read = readFragment(table, 'unrolled', `#figure=unrolled&${fragment}`);
    expect(read?.state.hidden).toBe(hidden);
    expect(read?.notices).toHaveLength(1);
  });

  it('hold, move and release a gate', () => {
    const box = { role: 'forget', step: 2, unit: 4 } as const;
    const held = changeHold(changeHold([], box, 0.5), box, 1);
    expect(readHolds({ ...defaultSettings(), holds: held })).toEqual([{ ...box, layer: 0, value: 1 }]);
    expect(changeHold(held, box, null)).toEqual([]);
  });

  it('hold the same box in two layers', () => {
    const box = { role: 'hidden', step: 1, unit: 0 } as const;
    const held = changeHold(changeHold([], box, 0.5, 0), box, -1, 2);
    expect(readHolds({ holds: held })).toEqual([
      { ...box, layer: 0, value: 0.5 },
      { ...box, layer: 2, value: -1 },
    ]);
    expect(readHolds({ holds: changeHold(held, box, null, 0) })).toEqual([{ ...box, layer: 2, value: -1 }]);
    expect(readHolds({ holds: [[-3, 0, 0, 1]] })).toEqual([]);
  });

  it('edit and restore a weight', () => {
    expect(changeEdit(changeEdit([], 7, 0.25), 7, -1)).toEqual([[7, -1]]);
    expect(
      changeEdit(
        [
          [7, -1],
          [8, 2],
        ],
        7,
        null,
      ),
    ).toEqual([[8, 2]]);
  });

  it('ask for a new run only when the numbers depend on it', () => {
    const settings = defaultSettings();
    expect(needsNewRun(settings, { ...settings, hidden: 9 })).toBe(true);
    expect(needsNewRun(settings, { ...settings, layers: 2 })).toBe(true);
    expect(runConfig({ ...settings, layers: 2 }, 'text').layers).toBe(2);
    expect(needsNewRun(settings, { ...settings, learningRate: 1, unit: 3, sentence: 'x', at: 2 })).toBe(
      false,
    );
    expect(runConfig(settings, 'text')).toMatchObject({
      hidden: 8,
      optimizer: { kind: 'adam', learningRate: 0.01 },
    });
  });
});

describe('changeSetup', () => {
  const edited = { ...defaultSettings(), edits: [[500, 1]], holds: [[0, 1, 0, 1]], trained: 40 };

  it('drops what belongs to the old run when another one begins', () => {
    const changed = changeSetup(edited, { cell: 'gru' });
    expect(changed).toEqual({ cell: 'gru', edits: [], holds: [], trained: 0, tier: '', weights: null });
  });

  it('keeps it when the run goes on', () => {
    expect(changeSetup(edited, { learningRate: 0.5 })).toEqual({ learningRate: 0.5 });
  });
});

it('a run stops where its link points, unless it is past it or the link brought the weights', () => {
  expect(stepAhead({ trained: 40, weights: null }, 39)).toBe(40);
  expect(stepAhead({ trained: 40, weights: null }, 40)).toBeNull();
  expect(stepAhead({ trained: 40, weights: new Float32Array(3) }, 0)).toBeNull();
});
