import { expect, it } from 'vitest';
import { TREE_LAB_TABLE } from './settings.ts';
import { stops } from './stops.ts';

it('has keys of its own for every field', () => {
  const keys = Object.values(TREE_LAB_TABLE).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

it('asks of the lab only what its link can carry', () => {
  expect(stops.flatMap(({ state }) => state?.faults ?? [])).toEqual([]);
  const changed = stops.map(({ state }) =>
    Object.values(state?.fields ?? {}).some((value) => value !== null),
  );
  expect(changed).toEqual([false, true, true, true]);
});
