import { describe, expect, it } from 'vitest';
import { keeps } from '../../models/language/truncation.ts';
import { testReading } from './reading.testkit.ts';
import {
  countTerms,
  entrySums,
  normSums,
  onScale,
  reachScale,
  recurrentOf,
  smallestWindow,
  sumUp,
} from './sums.ts';

const reading = testReading();
const steps = reading.through.losses.length;
const TRUNCATIONS = [
  { kind: 'none', length: 1 },
  { kind: 'window', length: 3 },
  { kind: 'chunks', length: 3 },
] as const;

describe.each(TRUNCATIONS)('$kind', (truncation) => {
  const sums = sumUp(reading, truncation);

  it('its bars sum to what the pass itself gives, for every weight', () => {
    recurrentOf(reading, sums.truncated).forEach((value, index) => {
      const { part, running } = entrySums(sums, steps, index);
      expect(part.reduce((sum, one) => sum + one, 0)).toBeCloseTo(value, 12);
      expect(running[0]).toBeCloseTo(value, 12);
    });
  });

  it('the length of the running sum ends at the length of the gradient', () => {
    const { running, full } = normSums(sums, steps);
    expect(running[0]).toBeCloseTo(Math.hypot(...recurrentOf(reading, sums.truncated)), 12);
    expect(full[0]).toBe(0);
  });
});

it('counts the terms of the triangle', () => {
  expect(countTerms(4, keeps({ kind: 'none', length: 1 }))).toEqual({ kept: 10, all: 10 });
  expect(countTerms(4, keeps({ kind: 'window', length: 2 }))).toEqual({ kept: 7, all: 10 });
  expect(countTerms(4, keeps({ kind: 'chunks', length: 2 }))).toEqual({ kept: 6, all: 10 });
});

it('smallestWindow is the first that is near enough', () => {
  const found = smallestWindow(reading, 0.01);
  const off = (length: number) => sumUp(reading, { kind: 'window', length }).difference.relative;
  expect(off(found)).toBeLessThan(0.01);
  expect(off(found - 1)).toBeGreaterThanOrEqual(0.01);
  expect(smallestWindow(reading, 0)).toBe(steps);
});

it('the colour scale runs over six powers of ten', () => {
  const scale = reachScale(reading);
  expect([onScale(scale.high, scale), onScale(scale.high * 1e-3, scale), onScale(0, scale)]).toEqual([
    1,
    expect.closeTo(0.5, 12),
    0,
  ]);
});
