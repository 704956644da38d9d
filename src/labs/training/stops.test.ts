import { expect, it } from 'vitest';
import { TRAINING_TABLE } from './state/settings.ts';
import { stops } from './stops.ts';

it('asks of the lab only what its link can carry', () => {
  expect(stops.flatMap(({ state }) => state?.faults ?? [])).toEqual([]);
  const keys = Object.values(TRAINING_TABLE).map(({ key }) => key);
  const asked = stops.flatMap(({ state }) => Object.keys(state?.fields ?? {}));
  expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
});

it('changes something at every stop but the first, which is the lab as it opens', () => {
  const changed = stops.map(({ state }) =>
    Object.values(state?.fields ?? {}).some((value) => value !== null),
  );
  expect(changed).toEqual([false, true, true, true]);
});
