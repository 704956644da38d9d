import { expect, it } from 'vitest';
import { isFitted, isTopHeavy } from './conditions.ts';

it('top-heavy: more than half of the weight, of cells that are there', () => {
  const facts = { cells: 100, below: 0.9, weight: 50, plainTop: 0.8 };
  expect(isTopHeavy({ facts: null })).toBe(false);
  expect(isTopHeavy({ facts: { ...facts, top: 0.5 } })).toBe(false);
  expect(isTopHeavy({ facts: { ...facts, top: 0.51 } })).toBe(true);
});

it('fitted: not before the run, nor before its first step', () => {
  const stateOf = (loss: number) => ({ info: { guessing: 0.3 }, frame: { stats: { loss } } }) as never;
  expect(isFitted({ state: null })).toBe(false);
  expect(isFitted({ state: stateOf(Number.NaN) })).toBe(false);
  expect(isFitted({ state: stateOf(0.08) })).toBe(false);
  expect(isFitted({ state: stateOf(0.07) })).toBe(true);
});
