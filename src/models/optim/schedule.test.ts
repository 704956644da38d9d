import { describe, expect, it } from 'vitest';
import { type ScheduleSpec, scheduleFactor } from './schedule.ts';

const at = (spec: ScheduleSpec, ...steps: number[]) => steps.map((step) => scheduleFactor(spec, step));

describe('by hand', () => {
  it('constant', () => {
    expect(at({ kind: 'constant' }, 1, 2, 1000)).toEqual([1, 1, 1]);
  });

  it('steps', () => {
    expect(at({ kind: 'steps', every: 10, factor: 0.5 }, 1, 10, 11, 20, 21)).toEqual([1, 1, 0.5, 0.5, 0.25]);
  });

  it('inverse', () => {
    expect(at({ kind: 'inverse', decay: 0.1 }, 1, 11, 31)).toEqual([1, 0.5, 0.25]);
  });

  it('cosine: half way down at half time, level at the end', () => {
    const [first, middle, last, after] = at({ kind: 'cosine', over: 100, floor: 0.2 }, 1, 51, 101, 500);
    expect(first).toBe(1);
    expect(middle).toBeCloseTo(0.6, 14);
    expect(last).toBeCloseTo(0.2, 14);
    expect(after).toBeCloseTo(0.2, 14);
  });

  it('warm-up rises to it in a straight line', () => {
    expect(at({ kind: 'constant', warmup: 4 }, 1, 2, 4, 5)).toEqual([0.25, 0.5, 1, 1]);
  });
});

it('never rises after the warm-up', () => {
  const specs: readonly ScheduleSpec[] = [
    { kind: 'steps', every: 7, factor: 0.9 },
    { kind: 'inverse', decay: 0.01 },
    { kind: 'cosine', over: 50, floor: 0 },
  ];
  for (const spec of specs) {
    const factors = Array.from({ length: 100 }, (_, i) => scheduleFactor({ ...spec, warmup: 5 }, 5 + i));
    factors.slice(1).forEach((factor, i) => {
      expect(factor).toBeLessThanOrEqual(factors[i]!);
    });
  }
});
