import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FEATURES, readFeatures, rowOf, withFeature, writeFeatures } from './features.ts';

const COUNT = readFeatures('').values.length;

it('a link carries every change, and nothing where there is none', () => {
  expect(writeFeatures(readFeatures('').values)).toBe('');
  const tenths = fc.array(fc.integer({ min: -10, max: 10 }), { minLength: COUNT, maxLength: COUNT });
  fc.assert(
    fc.property(tenths, (all) => {
      const values = all.map((each) => each / 10);
      expect(readFeatures(writeFeatures(values)).values).toEqual(values);
    }),
  );
});

it('what a link cannot say is as given, or the nearest that can be', () => {
  const given = readFeatures('').values;
  expect(readFeatures('x,,1e9,-99').values.slice(0, 4)).toEqual([given[0], given[1], 1, -1]);
  expect(readFeatures('5').values.slice(1)).toEqual(given.slice(1));
});

it('changes one number, to tenths', () => {
  const { values } = readFeatures('');
  const changed = withFeature(values, { row: 2, column: 3 }, 0.27);
  expect(changed.filter((value, i) => value !== values[i])).toEqual([0.3]);
  expect(rowOf({ words: [], values: changed }, 2)[FEATURES.indexOf('food')]).toBe(0.3);
});
