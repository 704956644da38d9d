import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, writeFragment } from '../../url/fragment.ts';
import { DISTANCE_TABLE, DISTANCES, distancesOf, jobId, jobOf, shownDistance } from './settings.ts';

const settings = fallbackState(DISTANCE_TABLE);

describe('distances', () => {
  it('are the usual ones where a link names none, or none that there is', () => {
    expect(distancesOf(settings).length).toBeGreaterThan(2);
    expect(distancesOf({ chosen: [[7], [1000]] })).toEqual(distancesOf(settings));
  });

  it('are the chosen ones, shortest first, each once', () => {
    expect(distancesOf({ chosen: [[50], [3], [7], [3]] })).toEqual([3, 50]);
    for (const distance of distancesOf(settings)) expect(DISTANCES).toContain(distance);
  });

  it('travel in a link', () => {
    const hash = writeFragment(DISTANCE_TABLE, 'x', { ...settings, chosen: [[10], [60]] });
    const read = readFragment(DISTANCE_TABLE, 'x', hash);
    expect(read?.notices).toEqual([]);
    expect(distancesOf({ ...settings, ...read?.state })).toEqual([10, 60]);
  });

  it('what is looked at is always one of them', () => {
    expect(shownDistance({ ...settings, chosen: [[5], [30]], at: 20 })).toBe(30);
    expect(shownDistance({ ...settings, chosen: [[5]], at: 60 })).toBe(5);
  });
});

it('jobs of different nets have different names, and edits only with a uniform start', () => {
  const net = { cell: 'rnn', distance: 5, start: 'uniform', seed: 1 } as const;
  const others = [
    { ...net, cell: 'gru' },
    { ...net, distance: 10 },
    { ...net, start: 'orthogonal' },
    { ...net, seed: 2 },
  ] as const;
  expect(new Set([net, ...others].map(jobId)).size).toBe(5);
  expect(jobOf(net).edits.length).toBe(16 * 16);
  expect(jobOf({ ...net, start: 'orthogonal' }).edits).toEqual([]);
});
