import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { entropyBits } from '../../models/softmax/tree.ts';
import { measureCosts, timePerTarget } from './measure.ts';
import type { CostPoint } from './protocol.ts';
import { type CostModules, createSubject } from './subjects.ts';
import { drawnText, zipfCounts } from './text.ts';

const compile = async (name: string) =>
  WebAssembly.compile(await readFile(new URL(`../../kernels/wasm/build/${name}`, import.meta.url)));
const modules: CostModules = {
  word2vec: await compile('word2vec-simd.wasm'),
  softmax: await compile('softmax-simd.wasm'),
};

it('a sample lasts long enough, and its time is shared out over the targets', () => {
  let now = 0;
  // Each call: 3 ms for 6 targets.
  const subject = () => {
    now += 3;
    return 6;
  };
  expect(timePerTarget(subject, () => now)).toBeCloseTo(0.5, 12);
});

it('a call that the machine was busy in does not count', () => {
  let [now, call] = [0, 0];
  const subject = () => {
    now += ++call === 9 ? 300 : 3;
    return 6;
  };
  expect(timePerTarget(subject, () => now)).toBeCloseTo(0.5, 12);
});

it.each([
  ['SIMD', modules, ['full', 'batched', 'negative', 'hierarchical']],
  ['the reference', null, ['full', 'negative', 'hierarchical']],
] as const)('%s: every way learns, and the depth is between entropy and one more', (_, given, ways) => {
  const order = { vocabularies: [50, 20], dimensions: 4, negatives: 5, batch: 8, seed: 1 };
  let clock = 0;
  const points: CostPoint[] = [];
  for (const point of measureCosts(order, given, () => (clock += 10))) if (point) points.push(point);
  expect(points.map(({ vocabulary }) => vocabulary)).toEqual([50, 20]);
  for (const { vocabulary, ms, depth } of points) {
    expect(Object.keys(ms)).toEqual(ways);
    for (const value of Object.values(ms)) expect(value).toBeGreaterThan(0);
    const entropy = entropyBits(zipfCounts(vocabulary));
    expect(depth).toBeGreaterThanOrEqual(entropy);
    expect(depth).toBeLessThan(entropy + 1);
  }
});

it('words come as often as Zipf’s law says', () => {
  const counts = zipfCounts(100);
  expect([counts[0], counts[1], counts[9], counts[99]]).toEqual([1000, 500, 100, 10]);
  const { ids } = drawnText(counts, 2000, createRandom(3));
  const first = ids.filter((id) => id === 0).length / ids.length;
  const p = 1000 / counts.reduce((sum, count) => sum + count, 0);
  // Five standard deviations of a share.
  expect(Math.abs(first - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / ids.length));
});

it('what does not fit into memory is left out', () => {
  const counts = zipfCounts(4);
  const options = {
    corpus: drawnText(counts, 4, createRandom(1)),
    tree: huffmanTree(counts),
    dimensions: 2 ** 30,
    negatives: 5,
    batch: 8,
    seed: 1,
  };
  expect(() => createSubject('full', modules, options)).toThrow(RangeError);
});
