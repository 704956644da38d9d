import { expect, it } from 'vitest';
import { createRandom } from '../../../models/random.ts';
import { meanOf, rowOf, tight, tight32 } from './layer.ts';
import { createRanking } from './nearest.ts';

const random = createRandom(4);
const [V, d, stride] = [60, 5, 8];
/** Rows of eight numbers of which five count; word 7 has no length, 11 and 12 are one vector. */
const values = Float32Array.from({ length: V * stride }, () => random.normal());
values.fill(0, 7 * stride, 8 * stride);
values.copyWithin(12 * stride, 11 * stride, 12 * stride);
const layer = { values, stride, dimensions: d, rows: V };

function cosines(vector: Float64Array): readonly { readonly id: number; readonly cosine: number }[] {
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  return Array.from({ length: V }, (_, id) => {
    const row = rowOf(layer, id);
    return { id, cosine: dot(row, vector) / Math.sqrt(dot(row, row) * dot(vector, vector)) };
  });
}

it('ranks words by cosine as sorting all of them does', () => {
  for (const word of [0, 11, 12, 59]) {
    const vector = rowOf(layer, word);
    const sorted = cosines(vector)
      .filter(({ id }) => id !== word && id !== 7)
      .sort((a, b) => b.cosine - a.cosine || a.id - b.id);
    const found = createRanking(layer, V).nearest(vector, 10, word);
    expect(found.map(({ id }) => id)).toEqual(sorted.slice(0, 10).map(({ id }) => id));
    found.forEach(({ cosine }, i) => {
      expect(cosine).toBeCloseTo(sorted[i]?.cosine ?? Number.NaN, 12);
    });
  }
});

it('gives all there are where more are asked for, and none of a vector without length', () => {
  const ranking = createRanking(layer, V);
  expect(ranking.nearest(rowOf(layer, 3), 500, 3)).toHaveLength(V - 2);
  expect(ranking.nearest(new Float64Array(d), 3, -1)).toEqual([]);
});

it('ranks no word whose vector has diverged, and goes on with the others', () => {
  const broken = values.slice();
  broken[0] = Number.NaN;
  broken[2 * stride] = Number.POSITIVE_INFINITY;
  const ranking = createRanking({ ...layer, values: broken }, V);
  const found = ranking.nearest(rowOf(layer, 59), 5, 59).map(({ id }) => id);
  const sound = createRanking(layer, V).nearest(rowOf(layer, 59), 7, 59);
  expect(found).toEqual(
    sound
      .map(({ id }) => id)
      .filter((id) => id !== 0 && id !== 2)
      .slice(0, 5),
  );
  expect(ranking.nearest(rowOf({ ...layer, values: broken }, 0), 5, 0)).toEqual([]);
});

it('leaves the padding of rows out', () => {
  const rows = Array.from({ length: V }, (_, row) => [...rowOf(layer, row)]);
  expect(tight(layer)).toEqual(Float64Array.from(rows.flat()));
  expect(tight32(layer, 2)).toEqual(Float32Array.from([...rowOf(layer, 0), ...rowOf(layer, 1)]));
  expect(meanOf(layer, [0, 3])).toEqual(rowOf(layer, 0).map((x, j) => (x + rowOf(layer, 3)[j]!) / 2));
});
