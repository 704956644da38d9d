import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedSet } from '../../../models/vectors/answer.ts';
import { createRowStore } from '../../../models/vectors/row-store.ts';
import type { Precision } from '../../../models/vectors/vector-table.ts';
import { infoOf } from '../vectors.testkit.ts';
import { keepSet, openKept } from './keep-set.ts';
import { createFakeFiles } from './private-files.testkit.ts';
import { listKept, removeKept } from './shelf.ts';

interface Given {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly precision: Precision;
  readonly counts: boolean;
}

function setOf({ words, dimensions, precision, counts }: Given): AskedSet {
  const store = createRowStore(dimensions, precision);
  words.forEach((_, i) => {
    store.push(Float32Array.from({ length: dimensions }, (__, k) => Math.sin(7 * i + k)));
  });
  const columns = [{ name: 'kind', values: words.map((word) => `<${word}>`) }];
  return {
    words,
    store,
    counts: counts ? Float64Array.from(words, (_, i) => 2 ** 40 + i) : null,
    columns,
    unseen: null,
  };
}

const GIVEN: Given = { words: ['鲸', '<b>', 'a\nb', ''], dimensions: 3, precision: 'int8', counts: true };
const numbersOf = ({ store }: AskedSet) => {
  const rows = store.finish();
  return rows.precision === 'int8' ? [[...rows.codes], [...rows.scales]] : [...rows.values];
};

describe('keepSet', () => {
  it('brings back every word, number and fact', async () => {
    const words = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 9 });
    const precision = fc.constantFrom<Precision>('int8', 'float32');
    const dimensions = fc.integer({ min: 1, max: 9 });
    const given = fc.record({ words, precision, dimensions, counts: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(given, async (facts) => {
        const files = createFakeFiles();
        const set = setOf(facts);
        const info = infoOf({ name: 'x', wordsInSource: 99, limit: 'most', builtIn: null });
        expect(await keepSet(set, info, 5, files)).toBeNull();
        const [kept] = await listKept(files);
        const opened = await openKept(kept?.id ?? '', createRowStore, files);
        if (!opened) throw new Error('not there');
        expect(numbersOf(opened.set)).toEqual(numbersOf(set));
        expect(opened.set.words).toEqual(set.words);
        expect(opened.set.columns).toEqual(set.columns);
        expect(opened.set.counts).toEqual(set.counts);
        expect(opened.header).toMatchObject({
          limit: 'most',
          about: { name: 'x', wordsInSource: 99, added: 5 },
        });
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a set once, the latest first, and removes it', async () => {
    const files = createFakeFiles();
    const set = setOf(GIVEN);
    for (const [added, name] of ['a', 'b', 'a'].entries())
      await keepSet(set, infoOf({ name, words: 4, dimensions: 3, precision: 'int8' }), added, files);
    const kept = await listKept(files);
    expect(kept.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(kept[0]).toMatchObject({ words: 4, dimensions: 3, precision: 'int8' });
    await removeKept(kept[0]?.id ?? '', files);
    expect((await listKept(files)).map(({ name }) => name)).toEqual(['a']);
    expect(await openKept(kept[0]?.id ?? '', createRowStore, files)).toBeNull();
  });

  it('says that there is no room, and leaves nothing behind', async () => {
    const files = createFakeFiles(200);
    expect(await keepSet(setOf(GIVEN), infoOf(), 0, files)).toBe('quota');
    expect(files.contents.size).toBe(0);
  });

  it('says that there is no such storage', async () => {
    const files = {
      getDirectory: () => Promise.reject(new DOMException('', 'SecurityError')),
    };
    expect(await keepSet(setOf(GIVEN), infoOf(), 0, files)).toBe('unavailable');
    expect(await listKept(files)).toEqual([]);
    await removeKept('x', files);
  });

  it('takes a file that was not finished for none', async () => {
    const files = createFakeFiles();
    await keepSet(setOf(GIVEN), infoOf(), 0, files);
    const [[name, bytes]] = [...files.contents] as [[string, Uint8Array<ArrayBuffer>]];
    const id = name.replace('.set', '');
    for (const broken of [bytes.subarray(0, -40), bytes.subarray(0, 10), bytes.slice().fill(0, 0, 16)]) {
      files.contents.set(name, broken.slice());
      expect(await listKept(files)).toEqual([]);
      expect(await openKept(id, createRowStore, files)).toBeNull();
    }
  });
});
