import { expect, it } from 'vitest';
import { RunError } from '../run-error.ts';
import type { SavedNumbers } from './method.ts';
import { savedGenerator, savedList, savedNumber, savedSections } from './saved.ts';

const stats = { step: 1, loss: 1, read: 1, all: 2, learningRate: 0.1 };
const SAVED: SavedNumbers = {
  stats,
  facts: { generator: [1, 2, 3, 4], cells: 7 },
  sections: [new Float64Array(6), new Float64Array(2)],
};
const faultOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof RunError ? error.failure : error;
  }
  return null;
};
const OTHER = { code: 'bad-checkpoint', detail: 'other-run' };

it('reads what was saved by name', () => {
  expect(savedList(SAVED, 'generator')).toEqual([1, 2, 3, 4]);
  expect(savedList(SAVED, 'meter')).toEqual([]);
  expect(savedList(null, 'meter')).toEqual([]);
  expect(savedNumber(SAVED, 'cells')).toBe(7);
  expect(savedGenerator(SAVED)).toEqual(Uint32Array.of(1, 2, 3, 4));
});

it('takes numbers of other sizes for those of another run', () => {
  expect(savedSections(SAVED, [6, 2])).toBe(SAVED.sections);
  expect(faultOf(() => savedSections(SAVED, [6, 3]))).toEqual(OTHER);
  expect(faultOf(() => savedSections(SAVED, [6]))).toEqual(OTHER);
  expect(faultOf(() => savedGenerator({ ...SAVED, facts: {} }))).toEqual(OTHER);
});
