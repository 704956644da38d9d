import { expect, it } from 'vitest';
import { createLossMeter } from './loss-meter.ts';

const losses = Array.from({ length: 2000 }, (_, i) => [1 + (i % 5), (i * 37) % 11] as const);

it('makes of every block of steps one point, their mean over examples', () => {
  const meter = createLossMeter(losses.length);
  expect(meter.mean()).toBeNaN();
  losses.forEach(([examples, loss], i) => {
    meter.add(i + 1, examples, loss);
  });
  const points = meter.take();
  // 2,000 steps in blocks of 4.
  expect(points.map(({ step }) => step)).toEqual(Array.from({ length: 500 }, (_, i) => 4 * (i + 1)));
  points.forEach(({ loss }, i) => {
    const block = losses.slice(4 * i, 4 * i + 4);
    const sum = (of: 0 | 1) => block.reduce((total, pair) => total + pair[of], 0);
    expect(loss).toBeCloseTo(sum(1) / sum(0), 12);
  });
  expect(meter.take()).toEqual([]);
});

it('goes on where it was saved', () => {
  const whole = createLossMeter(losses.length);
  const first = createLossMeter(losses.length);
  losses.forEach(([examples, loss], i) => {
    whole.add(i + 1, examples, loss);
    if (i < 701) first.add(i + 1, examples, loss);
  });
  const second = createLossMeter(losses.length, first.state());
  expect(second.mean()).toBe(first.mean());
  losses.slice(701).forEach(([examples, loss], i) => {
    second.add(702 + i, examples, loss);
  });
  expect([...first.take(), ...second.take()]).toEqual(whole.take());
});

it('has no point where nothing was learnt', () => {
  const meter = createLossMeter(3);
  meter.add(1, 0, 0);
  meter.add(2, 4, 2);
  meter.add(3, 0, 0);
  expect(meter.take()).toEqual([{ step: 2, loss: 0.5 }]);
  expect(meter.mean()).toBe(0.5);
});
