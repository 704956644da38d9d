import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import {
  bothTables,
  cosinesWith,
  dotsWith,
  hasOutputWords,
  largest,
  placeOf,
  rowOf,
  vectorTable,
} from './vector-table.ts';

const random = createRandom(3);
const numbers = (count: number) => Float32Array.from({ length: count }, () => random.normal());

describe('tables of vectors', () => {
  const d = 4;
  const [a, b] = [vectorTable(numbers(5 * d), d), vectorTable(numbers(7 * d), d)];

  it('multiplies one row with all', () => {
    const row = rowOf(a, 3);
    dotsWith(a, 3, b).forEach((dot, id) => {
      expect(dot).toBeCloseTo(
        rowOf(b, id).reduce((sum, x, j) => sum + x * (row[j] ?? 0), 0),
        12,
      );
    });
  });

  it('has the cosine 1 with itself, and none with nothing', () => {
    expect(cosinesWith(a, 2, a)[2]).toBeCloseTo(1, 12);
    expect([...cosinesWith(vectorTable(new Float32Array(d), d), 0, a)]).toEqual([0, 0, 0, 0, 0]);
  });

  it('knows a tree by its rows', () => {
    const answer = { dimensions: d, input: numbers(5 * d), output: numbers(4 * d) };
    expect(hasOutputWords(bothTables(answer))).toBe(false);
    expect(hasOutputWords(bothTables({ ...answer, output: numbers(5 * d) }))).toBe(true);
  });
});

describe('ranks', () => {
  const values = Float64Array.from({ length: 200 }, () => random.normal());

  it('agree with sorting', () => {
    const sorted = [...values.keys()].sort((i, j) => (values[j] ?? 0) - (values[i] ?? 0));
    expect(largest(values, 7).map(({ id }) => id)).toEqual(sorted.slice(0, 7));
    const [first = 0, second = 0] = sorted;
    expect(largest(values, 3, first).map(({ id }) => id)).toEqual(sorted.slice(1, 4));
    expect(placeOf(values, second)).toBe(2);
    expect(placeOf(values, second, first)).toBe(1);
  });

  it('do not ask for more than there are', () => {
    expect(largest(Float64Array.of(1, 3, 2), 9).map(({ value }) => value)).toEqual([3, 2, 1]);
  });
});
