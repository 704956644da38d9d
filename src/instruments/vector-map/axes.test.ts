import { describe, expect, it } from 'vitest';
import { placesAlong, readAxis } from './axes.ts';

describe('readAxis', () => {
  it('reads both ends, by signs of either script', () => {
    expect(readAxis('he man > she, woman', false)).toEqual({ from: ['he', 'man'], to: ['she', 'woman'] });
    expect(readAxis('东＞西南', true)).toEqual({ from: ['东'], to: ['西', '南'] });
  });

  it('is none while an end is empty', () => {
    expect(readAxis('', false)).toBeNull();
    expect(readAxis('he >', false)).toBeNull();
  });
});

describe('placesAlong', () => {
  it('takes the coordinates of these ranks', () => {
    const coordinates = Float32Array.of(0, 1, 10, 11, 20, 21);
    expect([...placesAlong(coordinates, 2, Int32Array.of(2, 0))]).toEqual([20, 21, 0, 1]);
  });
});
