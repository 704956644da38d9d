import { expect, it } from 'vitest';
import { stops } from '../stops.ts';
import { EMBEDDING_TABLE } from './settings.ts';

it('has keys of its own for every field', () => {
  const keys = Object.values(EMBEDDING_TABLE).map(({ key }) => key);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  expect(keys).not.toContain('figure');
});

it('stops ask of the lab only what its link can carry, and each for something', () => {
  expect(stops.flatMap(({ state }) => state?.faults ?? [])).toEqual([]);
  for (const { state } of stops.slice(1))
    expect(Object.values(state?.fields ?? {}).some((value) => value !== null)).toBe(true);
});
