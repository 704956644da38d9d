import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { batchOf, exampleAt, idsOf, inPairs, padded, pick, type TaskExample } from './task.ts';

const long: TaskExample = { ids: [3, 1, 2], targets: [-1, 0, 1], distance: 2 };
const short: TaskExample = { ids: [4], targets: [1], distance: 0 };

describe('batchOf', () => {
  it('lays sequences side by side, by hand', () => {
    expect(batchOf([long, short])).toEqual({
      steps: 3,
      batch: 2,
      ids: Int32Array.of(3, 4, 1, 0, 2, 0),
      targets: Int32Array.of(-1, 1, 0, -1, 1, -1),
      previous: Int32Array.of(-1, -1, -1, -1, 0, -1),
      mask: Uint8Array.of(1, 1, 1, 0, 1, 0),
      distances: Int32Array.of(2, 0),
    });
  });

  it('needs no mask for equal lengths, and has distances only when all have one', () => {
    const { distance: _none, ...bare } = long;
    expect(batchOf([long, bare])).not.toHaveProperty('mask');
    expect(batchOf([long, bare])).not.toHaveProperty('distances');
    expect(batchOf([])).toMatchObject({ steps: 0, batch: 0 });
  });

  it('refuses targets that do not fit', () => {
    expect(() => batchOf([{ ids: [1, 2], targets: [1] }])).toThrow(RangeError);
  });
});

describe('padded', () => {
  it('adds masked steps that ask nothing, and leaves the sequences as they are', () => {
    const batch = batchOf([long, long]);
    const longer = padded(batch, 5);
    expect(longer).toMatchObject({ steps: 5, batch: 2, mask: Uint8Array.of(1, 1, 1, 1, 1, 1, 0, 0, 0, 0) });
    expect([...longer.targets.subarray(6), ...longer.previous.subarray(6)]).toEqual(Array(8).fill(-1));
    for (const b of [0, 1]) expect(exampleAt(longer, b)).toEqual(exampleAt(batch, b));
    expect(padded(batch, 3)).toBe(batch);
  });

  it('keeps the ends that there were, and cuts none off', () => {
    expect(padded(batchOf([long, short]), 4).mask).toEqual(Uint8Array.of(1, 1, 1, 0, 1, 0, 0, 0));
    expect(() => padded(batchOf([long]), 2)).toThrow(RangeError);
  });
});

it('exampleAt takes a sequence out again', () => {
  const batch = batchOf([long, short]);
  expect(exampleAt(batch, 0)).toEqual({ ids: [3, 1, 2], targets: [-1, 0, 1] });
  expect(exampleAt(batch, 1)).toEqual({ ids: [4], targets: [1] });
});

describe('inPairs', () => {
  const pair = () => [long, short] as const;

  it('gives exactly so many, both of a pair', () => {
    expect(inPairs(createRandom(1), 4, pair)).toEqual([long, short, long, short]);
    expect(inPairs(createRandom(1), 5, pair)).toHaveLength(5);
    expect(inPairs(createRandom(1), 0, pair)).toEqual([]);
  });

  it('the odd one is either', () => {
    const random = createRandom(2);
    const singles = Array.from({ length: 400 }, () => inPairs(random, 1, pair)[0]);
    const first = singles.filter((each) => each === long).length;
    expect(first).toBeGreaterThan(150);
    expect(first).toBeLessThan(250);
  });
});

it('pick takes each as often as the others, and cannot take from nothing', () => {
  const random = createRandom(3);
  const counts = [0, 0, 0];
  for (let i = 0; i < 3000; i++) counts[pick(random, [0, 1, 2])]! += 1;
  // χ² with 2 degrees of freedom: 13.8 is exceeded once in a thousand.
  expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(13.8);
  expect(() => pick(random, [])).toThrow(RangeError);
});

it('idsOf knows its tokens only', () => {
  expect(idsOf(['a', 'b'], ['b', 'a', 'b'])).toEqual([1, 0, 1]);
  expect(() => idsOf(['a'], ['c'])).toThrow(RangeError);
});
