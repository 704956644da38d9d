import { clusterPoints } from '../projection/clusters.ts';
import { createRandom } from '../random.ts';
import { neutralise } from './bias.ts';
import { dot } from './row-kernel.ts';

/*
 * What is left of a bias after all words have been neutralised: Gonen & Goldberg (2019), "Lipstick on a pig: debiasing methods cover
 * up systematic gender biases in word embeddings but do not remove them".
 */

/** Words 0 … n − 1 by how far they lie along a direction. */
export interface Extremes {
  /** Those farthest to the negative side, the farthest first. */
  readonly negative: readonly number[];
  readonly positive: readonly number[];
}

/** The `most` farthest words on each side, without those that are excluded, and none of them on the wrong side of 0. */
export function extremes(
  along: ArrayLike<number>,
  most: number,
  isExcluded: (index: number) => boolean,
): Extremes {
  const order = Array.from(along, (_, i) => i).filter((i) => !isExcluded(i));
  order.sort((i, j) => along[i]! - along[j]! || i - j);
  return {
    negative: order.slice(0, most).filter((i) => along[i]! < 0),
    positive: order
      .reverse()
      .slice(0, most)
      .filter((i) => along[i]! > 0),
  };
}

/** Unit vectors (n, d) without their part along g; a word that was nothing else is a row of zeros. */
export function neutraliseAll(units: Float32Array, d: number, g: Float64Array): Float32Array {
  const out = new Float32Array(units.length);
  const row = new Float64Array(d);
  for (let at = 0; at < units.length; at += d) {
    row.set(units.subarray(at, at + d));
    const { vector } = neutralise(row, g);
    if (vector) out.set(vector, at);
  }
  return out;
}

/**
 * How well two clusters (k-means, the better of a few starts) tell two groups of words apart: the share of words that are in the cluster
 * in which their group has the majority, between ½ and 1 for groups of one size.
 */
export function clusterAgreement(
  units: Float32Array,
  d: number,
  first: readonly number[],
  second: readonly number[],
): number {
  const rows = [...first, ...second];
  if (first.length === 0 || second.length === 0) return 0;
  const points = new Float32Array(rows.length * d);
  for (const [i, row] of rows.entries()) points.set(units.subarray(row * d, (row + 1) * d), i * d);
  const labels = bestClusters(points, d);
  const right = labels.reduce((sum, label, i) => sum + Number(label === (i < first.length ? 0 : 1)), 0);
  return Math.max(right, rows.length - right) / rows.length;
}

const STARTS = 5;

function bestClusters(points: Float32Array, d: number): Int32Array {
  const runs = Array.from({ length: STARTS }, (_, seed) => {
    const work = clusterPoints(points, d, 2, createRandom(seed + 1));
    let step = work.next();
    while (!step.done) step = work.next();
    return step.value;
  });
  return runs.reduce((best, run) => (run.inertia < best.inertia ? run : best)).labels;
}

/**
 * Whether words of one group can still be told from those of the other: the middle of each group is learnt from every other word, and each
 * word that was left out is put to the nearer one (by cosine); then the other way round. The share that comes out right, ½ by chance.
 */
export function centreAgreement(
  units: Float32Array,
  d: number,
  first: readonly number[],
  second: readonly number[],
): number {
  const total = first.length + second.length;
  if (total === 0) return 0;
  let right = 0;
  for (const learnt of [0, 1]) {
    const [one, other] = [first, second].map((group) => middleOf(units, d, group, learnt));
    const isNearerToSecond = (row: number) => {
      const v = units.subarray(row * d, (row + 1) * d);
      return dot(v, other ?? []) > dot(v, one ?? []);
    };
    const asked = (group: readonly number[]) => group.filter((_, i) => i % 2 !== learnt);
    right += asked(first).filter((row) => !isNearerToSecond(row)).length;
    right += asked(second).filter(isNearerToSecond).length;
  }
  return right / total;
}

/** The direction of the mean of every other word of a group. */
function middleOf(units: Float32Array, d: number, group: readonly number[], parity: number): Float64Array {
  const sum = new Float64Array(d);
  for (const [i, row] of group.entries())
    if (i % 2 === parity) for (let k = 0; k < d; k++) sum[k]! += units[row * d + k]!;
  const length = Math.sqrt(dot(sum, sum)) || 1;
  return sum.map((x) => x / length);
}

/** Of the `most` words nearest to word `index` (by cosine, itself and excluded ones left out), the share that was on the positive side. */
export function positiveNeighbours(
  units: Float32Array,
  d: number,
  index: number,
  along: ArrayLike<number>,
  most: number,
  isExcluded: (index: number) => boolean = () => false,
): number {
  const query = units.subarray(index * d, (index + 1) * d);
  const cosines = Float64Array.from(along, (_, i) => dot(query, units.subarray(i * d, (i + 1) * d)));
  const others = Array.from(along, (_, i) => i).filter((i) => i !== index && !isExcluded(i));
  others.sort((i, j) => cosines[j]! - cosines[i]!);
  const near = others.slice(0, most);
  return near.reduce((sum, i) => sum + Number(along[i]! > 0), 0) / Math.max(1, near.length);
}

/** Pearson's correlation of two lists of numbers; 0 where one of them does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (z: readonly number[]) => z.reduce((sum, v) => sum + v, 0) / Math.max(1, z.length);
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
