import { describe, expect, it } from 'vitest';
import { planWorkgroup, type WorkgroupLimits } from './plan.ts';

/** What every WebGPU device allows. */
const LEAST: WorkgroupLimits = {
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupStorageSize: 16_384,
};
const MORE = { ...LEAST, maxComputeWorkgroupStorageSize: 32_768 };

/** The memory of an LSTM's passes. */
const forward = (hidden: number) => (slices: number) => (2 + 4 * (slices - 1)) * hidden;
const backward = (hidden: number) => (slices: number) => (4 + slices - 1) * hidden;

it.each([
  [1, 1, 1, 1],
  [5, 5, 1, 1],
  [16, 16, 2, 1],
  [64, 64, 4, 1],
  [100, 100, 2, 1],
  [128, 128, 2, 1],
  [256, 256, 1, 1],
  [300, 150, 1, 2],
  [512, 256, 1, 2],
])('%i units: %i side by side, %i slices, %i rounds', (hidden, units, slices, rounds) => {
  expect(planWorkgroup(hidden, 32, MORE, forward(hidden))).toEqual({ rows: 4, units, slices, rounds });
});

describe('every plan', () => {
  const hiddens = Array.from({ length: 512 }, (_, i) => i + 1);

  it('reaches each unit once, within the invocations and the memory that any device has', () => {
    for (const hidden of hiddens) {
      for (const need of [forward(hidden), backward(hidden)]) {
        const { rows, units, slices, rounds } = planWorkgroup(hidden, 32, LEAST, need);
        expect(units * rounds).toBeGreaterThanOrEqual(hidden);
        expect(units * (rounds - 1)).toBeLessThan(hidden);
        expect(units * slices).toBeLessThanOrEqual(256);
        expect(4 * rows * need(slices)).toBeLessThanOrEqual(LEAST.maxComputeWorkgroupStorageSize);
      }
    }
  });
});

it('takes no more rows than the batch has', () => {
  const rows = [1, 2, 3, 4, 5].map((batch) => planWorkgroup(8, batch, LEAST, forward(8)).rows);
  expect(rows).toEqual([1, 2, 4, 4, 4]);
});

it('takes fewer rows where memory is short, and says so where not one fits', () => {
  expect(planWorkgroup(512, 32, MORE, backward(512)).rows).toBe(4);
  expect(planWorkgroup(512, 32, LEAST, backward(512)).rows).toBe(2);
  const none = () =>
    planWorkgroup(512, 32, { ...LEAST, maxComputeWorkgroupStorageSize: 4096 }, backward(512));
  expect(none).toThrow(
    'a recurrence of 512 units needs 8192 bytes of workgroup memory; this device allows 4096',
  );
});
