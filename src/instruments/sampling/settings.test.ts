import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFragment, writeFragment } from '../../url/fragment.ts';
import { DEFAULT_SAMPLING, DEFAULT_SCORE, SAMPLING_TABLE, SCORE_TABLE } from './settings.ts';

const settings = fc.record({
  temperature: fc.double({ min: 0.1, max: 2, noNaN: true }),
  topK: fc.option(fc.integer({ min: 1, max: 5000 })),
  topP: fc.double({ min: 0.01, max: 1, noNaN: true }),
  begin: fc.string({ unit: 'grapheme', maxLength: 40 }),
  draws: fc.integer({ min: 0, max: 4294967295 }),
  length: fc.integer({ min: 1, max: 1000 }),
  unknown: fc.boolean(),
  stopAtEnd: fc.boolean(),
});

it('comes back from a link as it went', () => {
  fc.assert(
    fc.property(settings, (asked) => {
      const read = readFragment(SAMPLING_TABLE, 'x', writeFragment(SAMPLING_TABLE, 'x', asked));
      expect({ ...DEFAULT_SAMPLING, ...read?.state }).toEqual(asked);
      expect(read?.notices).toEqual([]);
    }),
  );
});

it('both tables can share a link', () => {
  const keys = [...Object.values(SAMPLING_TABLE), ...Object.values(SCORE_TABLE)].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(DEFAULT_SCORE).toEqual({ sentence: '', other: '', comparing: false });
});
