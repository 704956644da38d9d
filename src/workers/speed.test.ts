import { expect, it } from 'vitest';
import { createSpeedometer } from './speed.ts';

it('measures the window, not the whole past', () => {
  const speed = createSpeedometer(1000);
  speed.restart(0);
  for (let t = 10; t <= 5000; t += 10) speed.mark(t, 1);
  expect(speed.rate(5000)).toBeCloseTo(100, 0);
  for (let t = 5020; t <= 8000; t += 20) speed.mark(t, 1);
  expect(speed.rate(8000)).toBeCloseTo(50, 0);
});

it('is zero before anything moved and after it stood for a window', () => {
  const speed = createSpeedometer(1000);
  expect(speed.rate(10)).toBe(0);
  speed.restart(0);
  expect(speed.rate(10)).toBe(0);
  speed.mark(20, 5);
  expect(speed.rate(20)).toBeGreaterThan(0);
  expect(speed.rate(5000)).toBe(0);
});

it('does not count time before a restart', () => {
  const speed = createSpeedometer(1000);
  speed.restart(0);
  speed.mark(10, 1);
  speed.restart(60_000);
  speed.mark(60_100, 10);
  expect(speed.rate(60_100)).toBeCloseTo(100, 5);
});

it('does not count time that was spent on something else', () => {
  const speed = createSpeedometer(1000);
  speed.restart(0);
  for (let t = 10; t <= 500; t += 10) speed.mark(t, 1);
  speed.skip(4000);
  expect(speed.rate(4500)).toBeCloseTo(100, 5);
});
