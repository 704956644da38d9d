import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testNumbers } from '../gradient-check.testkit.ts';
import {
  addProduct,
  addProductBack,
  addProductWeights,
  addRowSums,
  addRows,
  addRowWeights,
  type Columns,
  fillRows,
} from './products.ts';

/** Sizes on both sides of the blocks of four. */
const SIZES = fc.record({
  batch: fc.integer({ min: 0, max: 9 }),
  rows: fc.integer({ min: 0, max: 9 }),
  count: fc.integer({ min: 0, max: 6 }),
  before: fc.nat(3),
  after: fc.nat(3),
  start: fc.nat(4),
  seed: fc.nat(1e6),
});

function columnsOf({
  rows,
  count,
  before,
  after,
  seed,
}: typeof SIZES extends fc.Arbitrary<infer T> ? T : never): Columns {
  const stride = before + count + after;
  return { values: testNumbers(seed, rows * stride), rows, stride, first: before, count };
}

const at = ({ values, stride, first }: Columns, row: number, column: number) =>
  values[row * stride + first + column] ?? Number.NaN;

/** `actual` equals `start` with `added(i)` added to what lies in the block, and is untouched elsewhere. */
function expectBlock(
  actual: Float64Array,
  original: Float64Array,
  start: number,
  length: number,
  added: (i: number) => number,
): void {
  actual.forEach((value, i) => {
    const inside = i >= start && i < start + length;
    expect(value).toBeCloseTo((original[i] ?? Number.NaN) + (inside ? added(i - start) : 0), 12);
  });
}

const sumOver = (length: number, term: (i: number) => number) =>
  Array.from({ length }, (_, i) => term(i)).reduce((sum, each) => sum + each, 0);

describe('products agree with the textbook sums, for every remainder of the blocks', () => {
  it('out += left · W, and back to left', () => {
    fc.assert(
      fc.property(SIZES, (sizes) => {
        const { batch, rows, count, start, seed } = sizes;
        const w = columnsOf(sizes);
        const left = testNumbers(seed + 1, start + batch * rows + 2);
        const right = testNumbers(seed + 2, start + batch * count + 2);
        const out = right.slice();
        addProduct(out, start, left, start, w, batch);
        expectBlock(out, right, start, batch * count, (i) =>
          sumOver(rows, (k) => left[start + Math.floor(i / count) * rows + k]! * at(w, k, i % count)),
        );
        const back = left.slice();
        addProductBack(back, start, right, start, w, batch);
        expectBlock(back, left, start, batch * rows, (i) =>
          sumOver(count, (j) => right[start + Math.floor(i / rows) * count + j]! * at(w, i % rows, j)),
        );
      }),
    );
  });

  it('back to W: only the gate’s own columns', () => {
    fc.assert(
      fc.property(SIZES, (sizes) => {
        const { batch, rows, count, start, seed, before } = sizes;
        const w = columnsOf(sizes);
        const original = w.values.slice();
        const left = testNumbers(seed + 1, start + batch * rows);
        const right = testNumbers(seed + 2, start + batch * count);
        addProductWeights(w, left, start, right, start, batch);
        w.values.forEach((value, i) => {
          const [k, j] = [Math.floor(i / w.stride), (i % w.stride) - before];
          const inside = j >= 0 && j < count;
          const added = sumOver(
            inside ? batch : 0,
            (b) => left[start + b * rows + k]! * right[start + b * count + j]!,
          );
          expect(value).toBeCloseTo(original[i]! + added, 12);
        });
      }),
    );
  });
});

describe('rows', () => {
  const w: Columns = {
    values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
    rows: 3,
    stride: 3,
    first: 1,
    count: 2,
  };

  it('a look-up adds the row’s columns', () => {
    const out = Float64Array.of(10, 20, 30, 40, 50);
    addRows(out, 1, Int32Array.of(9, 2, 0), 1, w, 2);
    expect([...out]).toEqual([10, 28, 39, 42, 53]);
  });

  it('its gradient adds to the rows that were looked up, twice when twice', () => {
    const gradient = { ...w, values: new Float64Array(9) };
    addRowWeights(gradient, Int32Array.of(2, 0, 2), 0, Float64Array.of(9, 1, 2, 3, 4, 5, 6), 1, 3);
    expect([...gradient.values]).toEqual([0, 3, 4, 0, 0, 0, 0, 6, 8]);
  });

  it('a bias fills every row, and its gradient sums them', () => {
    const out = new Float64Array(5);
    fillRows(out, 1, Float64Array.of(7, 8, 9), 1, 2, 2);
    expect([...out]).toEqual([0, 8, 9, 8, 9]);
    const gradient = Float64Array.of(1, 1, 1);
    addRowSums(gradient, 1, out, 1, 2, 2);
    expect([...gradient]).toEqual([1, 17, 19]);
  });
});
