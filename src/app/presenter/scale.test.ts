import { describe, expect, it } from 'vitest';
import { changeWish, stageZoom } from './scale.ts';

describe('stageZoom', () => {
  it('makes a figure’s smallest numbers, 12 px, readable from the last row at 1920 × 1080', () => {
    expect(12 * stageZoom(1920, 1080)).toBeGreaterThanOrEqual(20);
  });

  it('is hardly smaller than the page, and follows the narrower side', () => {
    expect(stageZoom(360, 640)).toBe(0.93);
    expect(stageZoom(1024, 768)).toBe(0.93);
    expect(stageZoom(1280, 720)).toBeGreaterThanOrEqual(1);
    expect(stageZoom(10_000, 1080)).toBe(stageZoom(3840, 1080));
    expect(stageZoom(1300, 5000)).toBeLessThan(stageZoom(1400, 5000));
    expect(stageZoom(20_000, 20_000)).toBe(4);
  });
});

describe('changeWish', () => {
  it('goes up and down by the same, between ends', () => {
    expect(changeWish(changeWish(1, 1), -1)).toBeCloseTo(1, 12);
    const many = (by: 1 | -1) => Array.from({ length: 40 }).reduce<number>((wish) => changeWish(wish, by), 1);
    expect(many(1)).toBe(2.5);
    expect(many(-1)).toBe(0.7);
  });
});
