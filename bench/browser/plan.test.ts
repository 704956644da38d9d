import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTESTANT_IDS } from './contestants.ts';
import {
  type BenchPlan,
  CELLS,
  DEFAULT_PLAN,
  expectedSeconds,
  matchesOf,
  readPlan,
  SIZES,
  writePlan,
} from './plan.ts';

const plans = fc.record<BenchPlan>({
  cells: fc.subarray([...CELLS], { minLength: 1 }),
  sizes: fc.subarray([...SIZES], { minLength: 1 }),
  contestants: fc.subarray([...CONTESTANT_IDS], { minLength: 1 }),
  quick: fc.boolean(),
  software: fc.boolean(),
});

describe('writePlan and readPlan', () => {
  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(readPlan(writePlan(plan))).toEqual(plan);
      }),
    );
  });

  it('leave out what is unknown, and take the default for what is missing', () => {
    expect(readPlan('')).toEqual(DEFAULT_PLAN);
    expect(readPlan('#cells=gru,lemon&sizes=64,7&with=js,everybody')).toEqual({
      ...DEFAULT_PLAN,
      cells: ['gru'],
      sizes: [64],
      contestants: ['js'],
    });
  });
});

describe('matchesOf', () => {
  it('spares TF.js’s CPU backends the sizes where they take minutes', () => {
    const peers = (size: number) =>
      matchesOf({ ...DEFAULT_PLAN, cells: ['lstm'], sizes: [size] })[0]?.contestants.filter((id) =>
        id.startsWith('tfjs'),
      );
    expect(peers(128)).toEqual(['tfjs-layers-cpu', 'tfjs-layers-wasm', 'tfjs-layers-webgpu']);
    expect(peers(256)).toEqual(['tfjs-layers-webgpu']);
  });

  it('has one match a cell and size, one a cell when quick', () => {
    expect(matchesOf(DEFAULT_PLAN)).toHaveLength(12);
    expect(matchesOf({ ...DEFAULT_PLAN, quick: true }).map(({ shape }) => shape.hidden)).toEqual([8, 8, 8]);
  });
});

describe('expectedSeconds', () => {
  it('grows with what is asked', () => {
    const seconds = (plan: Partial<BenchPlan>) => expectedSeconds({ ...DEFAULT_PLAN, ...plan });
    expect(seconds({ cells: ['lstm'] })).toBeLessThan(seconds({}));
    expect(seconds({ quick: true })).toBeLessThan(20);
    expect(seconds({ sizes: [64] })).toBeLessThan(seconds({ sizes: [512] }));
  });
});
