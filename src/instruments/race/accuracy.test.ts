import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runningAccuracy, solvedAt } from './accuracy.ts';

const curve = (values: readonly number[]) => ({
  length: values.length,
  steps: Float64Array.from(values, (_, i) => i + 1),
  accuracy: Float64Array.from(values),
});

describe('runningAccuracy', () => {
  it('is the mean of the last batches, written out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 16 }), { maxLength: 80 }), (right) => {
        const values = right.map((r) => r / 16);
        const { y } = runningAccuracy(curve(values), 5);
        values.forEach((_, i) => {
          const part = values.slice(Math.max(0, i - 4), i + 1);
          expect(y[i]).toBeCloseTo(part.reduce((a, b) => a + b, 0) / part.length, 10);
        });
      }),
    );
  });
});

describe('solvedAt', () => {
  it('waits for a full window', () => {
    expect(solvedAt(runningAccuracy(curve([1, 1, 1, 1]), 5), 0.95, 5)).toBeNull();
    expect(solvedAt(runningAccuracy(curve([0, 1, 1, 1, 1, 1, 1]), 5), 0.95, 5)).toBe(6);
    expect(solvedAt(runningAccuracy(curve([0, 0, 0, 0, 0, 0]), 5), 0.95, 5)).toBeNull();
  });
});
