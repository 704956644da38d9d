import { expect, it } from 'vitest';
import { isPrincess } from './conditions.ts';
import { readFeatures, withFeature } from './features.ts';

it('a princess: royal alone does not do it, royal and a little older does', () => {
  const table = readFeatures('');
  const girl = table.words.indexOf('girl');
  const royal = withFeature(table.values, { row: girl, column: 1 }, 1);
  const older = withFeature(royal, { row: girl, column: 2 }, -0.5);
  expect(isPrincess(table)).toBe(false);
  expect(isPrincess({ ...table, values: royal })).toBe(false);
  expect(isPrincess({ ...table, values: older })).toBe(true);
});
