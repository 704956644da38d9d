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

it('of steps slower than the window is that of the last ones, also while the next is under way', () => {
  const speed = createSpeedometer(1000);
  speed.restart(0);
  for (let t = 5000; t <= 20_000; t += 5000) {
    speed.mark(t, 1);
    for (const later of [0, 1, 2000, 4999]) expect(speed.rate(t + later)).toBeCloseTo(0.2, 5);
  }
  expect(speed.rate(27_500)).toBeCloseTo(1 / 7.5, 5);
  expect(speed.rate(30_001)).toBe(0);
});
