import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { nearestNeighbours } from './nearest-neighbours.ts';
import { carryNeighbours, emptyLists, fillNeighbours, type NeighbourLists } from './neighbour-rows.ts';

const cloud = (n: number, d: number, seed: number) => {
  const random = createRandom(seed);
  return Float32Array.from({ length: n * d }, () => random.normal());
};
function fill(vectors: Float32Array, d: number, rows: readonly number[], lists: NeighbourLists): void {
  for (const _ of fillNeighbours(vectors, d, rows, lists));
}
function carry(...given: Parameters<typeof carryNeighbours>) {
  const work = carryNeighbours(...given);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
const all = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Sorting all distances. */
function expectNearest(lists: NeighbourLists, vectors: Float32Array, d: number): void {
  const { indices, distances } = nearestNeighbours(vectors, d, lists.count);
  expect([...lists.indices]).toEqual([...indices]);
  lists.distances.forEach((x, at) => {
    expect(x).toBeCloseTo(distances[at] ?? NaN, 5);
  });
}

describe('fillNeighbours', () => {
  it.each([
    [40, 3, 5],
    [30, 40, 29],
    [2, 1, 1],
  ])('of %i points in %i dimensions: the %i nearest', (n, d, k) => {
    const vectors = cloud(n, d, n);
    const lists = emptyLists(n, k);
    fill(vectors, d, all(n), lists);
    expectNearest(lists, vectors, d);
  });

  it('has points that coincide in the order of their numbers', () => {
    const lists = emptyLists(4, 3);
    fill(new Float32Array(8).fill(1), 2, all(4), lists);
    expect([...lists.indices]).toEqual([1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2]);
  });
});

describe('carryNeighbours', () => {
  const [d, k] = [4, 6];
  const old = cloud(50, d, 8);
  const before = { ...nearestNeighbours(old, d, k), isApproximate: false };

  it.each([
    ['nobody new, nobody gone', all(50), 0],
    ['some gone', all(50).filter((i) => i % 17 !== 3), 0],
    ['some new', all(50), 7],
    ['both', all(50).filter((i) => i > 4), 5],
  ])('%s: open rows filled, the lists are those of all points', (_, kept, fresh) => {
    const vectors = Float32Array.from([
      ...kept.flatMap((i) => [...old.subarray(i * d, (i + 1) * d)]),
      ...cloud(fresh, d, 77),
    ]);
    const was = Int32Array.from([...kept, ...Array<number>(fresh).fill(-1)]);
    const { lists, open } = carry(vectors, d, was, before, k);
    expect(open.length).toBeLessThan(was.length);
    fill(vectors, d, open, lists);
    expectNearest(lists, vectors, d);
  });

  it('fills everything where longer lists are asked for', () => {
    expect(carry(old, d, Int32Array.from(all(50)), before, k + 1).open).toHaveLength(50);
  });
});
