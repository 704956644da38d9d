import { describe, expect, it } from 'vitest';
import { cloudsOf, createFakePage, PCA, placesById, TSNE, UMAP, withMethod } from './projection.testkit.ts';
import type { ProjectionConfig, ProjectionPoints } from './protocol.ts';

const THREE = cloudsOf(3, 20, 5);

/** Share of points whose nearest on the map is of their own cloud. */
function together(ids: Int32Array, positions: Float32Array, clouds: number): number {
  const places = [...placesById(ids, positions)];
  const away = (a: readonly number[], b: readonly number[]) =>
    Math.hypot(...a.map((x, k) => x - (b[k] ?? NaN)));
  const right = places.filter(([id, at]) => {
    const others = places.filter(([other]) => other !== id);
    const [nearest = -1] = others.reduce((best, other) =>
      away(other[1], at) < away(best[1], at) ? other : best,
    );
    return nearest % clouds === id % clouds;
  });
  return right.length / places.length;
}

describe('a map', () => {
  it.each([
    ['t-SNE', TSNE],
    ['t-SNE in three dimensions', withMethod({ dimensions: 3 })],
    ['t-SNE from noise', withMethod({ start: 'random' })],
    ['UMAP', UMAP],
    ['UMAP in three dimensions', { ...UMAP, method: { ...UMAP.method, dimensions: 3 } } as ProjectionConfig],
    ['PCA', PCA],
  ])('by %s brings clouds together', async (_, config) => {
    const page = createFakePage();
    await page.open(config, THREE);
    await page.play(150);
    const { positions, done, revision } = await page.frame();
    expect(positions).toHaveLength(60 * config.method.dimensions);
    expect(together(page.opened().ids, positions, 3)).toBe(1);
    expect({ done, revision }).toEqual({ done: true, revision: page.opened().revision });
  });

  it('lowers the divergence, and asks for credit before it tells of anything', async () => {
    const page = createFakePage();
    await page.open(TSNE, THREE);
    expect(page.lastOf('frame')).toBeUndefined();
    const { divergence: first } = await page.frame();
    await page.play(150);
    const { divergence: last, iteration } = await page.frame();
    expect(iteration).toBe(150);
    expect(last ?? NaN).toBeLessThan(0.5 * (first ?? NaN));
  });

  it('is the same from the same seed, and another from another', async () => {
    const make = async (seed: number) => {
      const page = createFakePage();
      await page.open({ ...withMethod({ start: 'random' }), seed }, THREE);
      await page.play(20);
      return (await page.frame()).positions;
    };
    expect(await make(5)).toEqual(await make(5));
    expect(await make(5)).not.toEqual(await make(6));
  });

  it('goes on from a checkpoint where it was', async () => {
    const page = createFakePage();
    await page.open(TSNE, THREE);
    await page.play(40);
    const before = await page.frame();
    const other = createFakePage();
    await other.open(TSNE, THREE, page.lastOf('saved')?.checkpoint ?? null);
    const after = await other.frame();
    expect(after.iteration).toBe(40);
    expect(after.positions).toEqual(before.positions);
  });
});

describe('changes under way', () => {
  it('points that stay keep their places; new ones begin among their neighbours', async () => {
    const page = createFakePage();
    await page.open(TSNE, THREE);
    await page.play(150);
    const before = placesById(page.opened().ids, (await page.frame()).positions);
    await page.change({ kind: 'drop', ids: [100, 101, 102, 105] });
    const { ids, revision, info } = await page.change({ kind: 'add', points: cloudsOf(3, 2, 5, 600) });
    const frame = await page.frame();
    expect(frame.revision).toBe(revision);
    expect(info.points).toBe(62);
    for (const [id, place] of placesById(ids, frame.positions)) {
      if (id < 600) expect(place).toEqual(before.get(id));
    }
    expect(together(ids, frame.positions, 3)).toBe(1);
    await page.play(170);
    expect((await page.frame()).iteration).toBe(170);
  });

  it('another perplexity goes on from there, another seed does not', async () => {
    const page = createFakePage();
    await page.open(TSNE, THREE);
    await page.play(60);
    const before = await page.frame();
    const { info, iteration } = await page.change({ kind: 'change', config: withMethod({ perplexity: 15 }) });
    expect(info.config.method).toMatchObject({ perplexity: 15 });
    expect(iteration).toBe(60);
    expect((await page.frame()).positions).toEqual(before.positions);
    const anew = await page.change({
      kind: 'change',
      config: { ...withMethod({ perplexity: 15 }), seed: 2 },
    });
    expect(anew.iteration).toBe(0);
    expect((await page.change({ kind: 'change', config: PCA })).info.explained?.length).toBe(5);
  });

  it('of several that wait, the last is made, and knows of all', async () => {
    const page = createFakePage();
    await page.open(TSNE, THREE);
    const answers = [
      page.ask({ kind: 'drop', ids: [100] }),
      page.ask({ kind: 'change', config: withMethod({ perplexity: 5 }) }),
      page.ask({ kind: 'drop', ids: [101] }),
    ];
    const [first, , last] = await Promise.all(answers);
    expect(first).toBeNull();
    expect(last).toMatchObject({ opened: { info: { points: 58, config: { method: { perplexity: 5 } } } } });
  });

  it('a push moves every point, a little', async () => {
    const page = createFakePage();
    await page.open(TSNE, THREE);
    await page.play(100);
    const before = (await page.frame()).positions;
    await page.ask({ kind: 'perturb', amount: 0.05 });
    const after = (await page.frame()).positions;
    const extent = Math.max(...before.map(Math.abs));
    const moved = after.map((x, at) => Math.abs(x - (before[at] ?? NaN)) / extent);
    expect(Math.min(...moved)).toBeGreaterThan(0);
    expect(Math.max(...moved)).toBeLessThan(0.3);
  });
});

describe('questions', () => {
  it('neighbours in the full space, trust, clusters', async () => {
    const page = createFakePage();
    await page.open(TSNE, THREE);
    await page.play(150);
    const near = await page.ask({ kind: 'neighbours', id: 103, count: 10 });
    expect(near && 'ids' in near ? [...near.ids].map((id) => id % 3) : null).toEqual(Array(10).fill(103 % 3));
    const trust = await page.ask({ kind: 'trust', neighbours: 7 });
    expect(trust && 'sampled' in trust ? trust.trustworthiness : NaN).toBeGreaterThan(0.85);
    const clusters = await page.ask({ kind: 'clusters', count: 3 });
    const names =
      clusters && 'labels' in clusters ? [...clusters.labels].map((c, i) => `${c} ${(100 + i) % 3}`) : [];
    expect(new Set(names).size).toBe(3);
    expect(await page.ask({ kind: 'neighbours', id: 7, count: 3 })).toMatchObject({ ids: new Int32Array(0) });
  });
});

const points = (rows: readonly (readonly number[])[]): ProjectionPoints => ({
  ids: Int32Array.from(rows.keys()),
  vectors: Float32Array.from(rows.flat()),
  dimensions: rows[0]?.length ?? 2,
});
const rows = (n: number, row: (i: number) => readonly number[]) =>
  Array.from({ length: n }, (_, i) => row(i));

describe('points that make no proper map', () => {
  it.each([
    ['none', TSNE, points([]), 4],
    ['one', TSNE, points([[1, 2]]), 4],
    ['two', UMAP, points(rows(2, (i) => [i, 1])), 4],
    ['none for PCA', PCA, points([]), 1],
    ['too few that are finite', TSNE, points(rows(5, (i) => [i, i < 2 ? 1 : Number.NaN])), 4],
  ])('%s: a failure that says how many are needed', async (_, config, given, least) => {
    const page = createFakePage();
    await page.open(config, given);
    expect(page.lastOf('failed')?.failure).toMatchObject({ code: 'too-few-points', least });
    expect(page.lastOf('ready')).toBeUndefined();
  });

  it.each([
    ['all equal', TSNE, rows(12, () => [1, 2, 3]), ['perplexity-clamped', 'duplicates']],
    ['all equal, by PCA', PCA, rows(12, () => [1, 2, 3]), ['duplicates']],
    ['all equal, by UMAP', UMAP, rows(12, () => [1, 2, 3]), ['duplicates']],
    [
      'some not finite',
      PCA,
      rows(9, (i) => [i, i === 4 ? Number.NaN : i === 5 ? 1e39 : i * i]),
      ['rows-left-out'],
    ],
    ['doubles', TSNE, rows(40, (i) => [i % 20, (i % 20) ** 2]), ['duplicates']],
    ['one dimension', withMethod({ perplexity: 3 }), rows(20, (i) => [i]), []],
    ['one dimension, by PCA', PCA, rows(20, (i) => [i]), ['components-clamped']],
    [
      'two dimensions, shown in three',
      withMethod({ perplexity: 3, dimensions: 3 }),
      rows(20, (i) => [i, i % 3]),
      [],
    ],
    [
      'two dimensions, by three components',
      { ...PCA, method: { kind: 'pca', dimensions: 3, components: [0, 1, 2] } } as ProjectionConfig,
      rows(20, (i) => [i, i % 3]),
      ['components-clamped'],
    ],
    ['fewer than UMAP looks at', UMAP, rows(6, (i) => [i, i % 2]), ['neighbours-clamped']],
    ['four', TSNE, rows(4, (i) => [i, i * i]), ['perplexity-clamped']],
    [
      'zeros, by cosines',
      { ...withMethod({ perplexity: 3 }), metric: 'cosine' } as ProjectionConfig,
      rows(20, (i) => (i < 3 ? [0, 0] : [i, 1])),
      ['duplicates'],
    ],
    [
      'a line that 30 would draw into one point',
      withMethod({ perplexity: 12, exaggeration: 30 }),
      rows(40, (i) => [i]),
      ['exaggeration-cut'],
    ],
    ['huge', withMethod({ perplexity: 3 }), rows(20, (i) => [i * 1e17, 1e18]), []],
    ['tiny', withMethod({ perplexity: 3 }), rows(20, (i) => [i * 1e-17, 1e-18]), []],
  ])('%s: places are numbers, and it is said what was changed', async (_, config, given, codes) => {
    const page = createFakePage();
    await page.open(config, points(given));
    await page.play(60);
    const { positions } = await page.frame();
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(page.opened().notices.map(({ code }) => code)).toEqual(codes);
  });
});
