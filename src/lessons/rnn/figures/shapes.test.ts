import { describe, expect, it } from 'vitest';
import { cellCount, SIZES, stackedShape } from './shapes.ts';

describe('the shapes of the lesson', () => {
  it('are those of the course: (100, 10100)', () => {
    expect(stackedShape(SIZES)).toEqual([100, 10_100]);
  });

  it('hold all weights of the cell but its bias', () => {
    const [rows, columns] = stackedShape(SIZES);
    expect(cellCount(SIZES)).toBe(rows * columns + 100);
  });
});
