import { describe, expect, it } from 'vitest';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';
import { createRandom } from '../random.ts';
import { type MapTrust, mapTrust, mostTrustNeighbours, type Rows } from './trustworthiness.ts';

const all = (n: number) => Array.from({ length: n }, (_, i) => i);
const finish = <Result>(work: Generator<unknown, Result>): Result => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};
const trust = (full: Rows, map: Rows, neighbours: number): MapTrust =>
  finish(mapTrust(full, map, { neighbours, sample: all(full.values.length / full.dimensions) }));
const cloud = (n: number, dimensions: number, seed: number): Rows => {
  const random = createRandom(seed);
  return { values: Float32Array.from({ length: n * dimensions }, () => random.normal()), dimensions };
};

/** Ranks from 1, by sorting. */
function ranks({ values, dimensions: d }: Rows, i: number): Map<number, number> {
  const at = (j: number) => Array.from(values.slice(j * d, (j + 1) * d));
  const away = (j: number) => at(j).reduce((sum, x, k) => sum + (x - (at(i)[k] ?? NaN)) ** 2, 0);
  const others = all(values.length / d).filter((j) => j !== i);
  others.sort((a, b) => away(a) - away(b) || a - b);
  return new Map(others.map((j, r) => [j, r + 1]));
}

/** The definition, word for word. */
function bruteForce(full: Rows, map: Rows, k: number): readonly [number, number] {
  const n = full.values.length / full.dimensions;
  let [trusted, continued] = [0, 0];
  for (let i = 0; i < n; i++) {
    const [there, here] = [ranks(full, i), ranks(map, i)];
    for (const [j, r] of there) {
      const s = here.get(j) ?? NaN;
      if (s <= k && r > k) trusted += r - k;
      if (r <= k && s > k) continued += s - k;
    }
  }
  const scale = 2 / (n * k * (2 * n - 3 * k - 1));
  return [1 - scale * trusted, 1 - scale * continued];
}

interface Recorded {
  readonly X: OracleTensor;
  readonly runs: readonly { readonly Y: OracleTensor; readonly trustworthiness_k5: number }[];
}
const recorded = oracle<Recorded>('projection/tsne-pca.json');

describe.skipIf(!recorded)('mapTrust against scikit-learn (skipped where ../shared/data is absent)', () => {
  it('has its trustworthiness of five neighbours', () => {
    for (const { Y, trustworthiness_k5 } of recorded?.runs ?? []) {
      const full = {
        values: Float32Array.from(recorded?.X.data ?? []),
        dimensions: recorded?.X.shape[1] ?? 0,
      };
      const map = { values: Float32Array.from(Y.data), dimensions: 2 };
      expect(trust(full, map, 5).trustworthiness).toBeCloseTo(trustworthiness_k5, 6);
    }
  });
});

describe('mapTrust', () => {
  it.each([1, 4, 9])('is the definition with k = %i', (k) => {
    const [full, map] = [cloud(25, 5, k), cloud(25, 2, k + 50)];
    const { trustworthiness, continuity } = trust(full, map, k);
    const [trusted, continued] = bruteForce(full, map, k);
    expect(trustworthiness).toBeCloseTo(trusted, 12);
    expect(continuity).toBeCloseTo(continued, 12);
  });

  it('is 1 where nothing was lost: the same points, moved and scaled', () => {
    const full = cloud(30, 3, 1);
    const map = { values: full.values.map((x) => 5 * x - 2), dimensions: 3 };
    expect(trust(full, map, 6)).toMatchObject({ trustworthiness: 1, continuity: 1, sampled: 30 });
  });

  it('tells folding from tearing', () => {
    // A strip folded onto a line: strangers come near, nobody is lost. The line torn apart: the other way round.
    const line = { values: Float32Array.from(all(40)), dimensions: 1 };
    const folded = { values: Float32Array.from(all(40), (i) => Math.abs(i - 19.75)), dimensions: 1 };
    const torn = { values: Float32Array.from(all(40), (i) => (i < 20 ? i : i + 500)), dimensions: 1 };
    const fold = trust(line, folded, 4);
    expect(fold.trustworthiness).toBeLessThan(fold.continuity);
    expect(trust(line, torn, 4).trustworthiness).toBeGreaterThan(trust(line, folded, 4).trustworthiness);
  });

  it('stays within 0 and 1 up to the most neighbours, also for points that coincide', () => {
    const full = cloud(12, 4, 2);
    const same = { values: new Float32Array(24), dimensions: 2 };
    for (const k of [1, mostTrustNeighbours(12), 99]) {
      const { trustworthiness, continuity } = trust(full, same, k);
      for (const value of [trustworthiness, continuity]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
    expect(trust({ values: new Float32Array(0), dimensions: 2 }, same, 3).sampled).toBe(0);
  });
});
