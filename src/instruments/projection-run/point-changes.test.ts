import { expect, it } from 'vitest';
import { pointChanges } from './point-changes.ts';

const points = (ids: readonly number[]) => ({
  ids: Int32Array.from(ids),
  vectors: Float32Array.from(ids.flatMap((id) => [id, -id])),
  dimensions: 2,
});

it('tells who comes, with their vectors, and who goes', () => {
  const { added, dropped } = pointChanges(points([1, 2, 3]), points([3, 9, 1, 8]));
  expect(dropped).toEqual([2]);
  expect(added).toEqual(points([9, 8]));
  expect(pointChanges(points([1, 2]), points([2, 1]))).toEqual({ added: null, dropped: [] });
});
