import { expect, it } from 'vitest';
import { CHECK_TABLE } from '../../../instruments/bptt/check-settings.ts';
import { testReading } from '../../../instruments/bptt/reading.testkit.ts';
import { smallestWindow } from '../../../instruments/bptt/sums.ts';
import { SUMS_TABLE } from '../../../instruments/bptt/sums-settings.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { isChecked, isSmallestWindow, TOLERANCE } from './conditions.ts';

it('the smallest window is one window and no other, and no chunk', () => {
  const reading = testReading();
  const settings = { ...fallbackState(SUMS_TABLE), kind: 'window' } as const;
  const steps = reading.through.losses.length;
  const right = Array.from({ length: steps }, (_, k) => k + 1).filter((length) =>
    isSmallestWindow(reading, { ...settings, length }),
  );
  expect(right).toEqual([smallestWindow(reading, TOLERANCE)]);
  expect(isSmallestWindow(reading, { ...settings, kind: 'chunks', length: right[0] ?? 1 })).toBe(false);
});

it('a check counts for a recurrent weight, its full gradient, and eight digits', () => {
  const settings = fallbackState(CHECK_TABLE);
  const checked = { value: 1, analytic: 0.3, numeric: 0.3, above: 1, below: 1, relative: 1e-9 };
  expect(isChecked(settings, checked)).toBe(true);
  expect(isChecked({ ...settings, kind: 'window' }, checked)).toBe(false);
  expect(isChecked({ ...settings, matrix: 'bias' }, checked)).toBe(false);
  expect(isChecked(settings, { ...checked, relative: 1e-7 })).toBe(false);
  expect(isChecked(settings, { ...checked, analytic: 0, relative: 0 })).toBe(false);
});
