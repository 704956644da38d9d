import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedSet } from '../../../models/vectors/answer.ts';
import { createRowStore } from '../../../models/vectors/row-store.ts';
import type { Precision } from '../../../models/vectors/vector-table.ts';
import { infoOf } from '../vectors.testkit.ts';
import { createDatabaseDrawer } from './database-drawer.ts';
import type { Drawer } from './drawer.ts';
import { keepSet, openKept } from './keep-set.ts';
import { createPrivateDrawer } from './private-drawer.ts';
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

let databases = 0;
const nextDatabase = (): number => {
  databases += 1;
  return databases;
};
const DRAWERS: Record<string, () => Drawer> = {
  'private files': () => createPrivateDrawer(createFakeFiles()),
  'a database': () => createDatabaseDrawer(indexedDB, `vectors ${nextDatabase()}`),
};
const FACTS = { words: 4, dimensions: 3, precision: 'int8' } as const;

describe.each(Object.entries(DRAWERS))('keepSet in %s', (_, createDrawer) => {
  it('brings back every word, number and fact', async () => {
    const words = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 9 });
    const precision = fc.constantFrom<Precision>('int8', 'float32');
    const dimensions = fc.integer({ min: 1, max: 9 });
    const given = fc.record({ words, precision, dimensions, counts: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(given, async (facts) => {
        const drawers = [createDrawer()];
        const set = setOf(facts);
        const info = infoOf({ name: 'x', wordsInSource: 99, limit: 'most', builtIn: null });
        expect(await keepSet(set, info, 5, drawers)).toBeNull();
        const [kept] = await listKept(drawers);
        const opened = await openKept(kept?.id ?? '', undefined, drawers);
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
      { numRuns: 30 },
    );
  });

  it('keeps a set once, the latest first, and removes it', async () => {
    const drawers = [createDrawer()];
    const set = setOf(GIVEN);
    for (const [added, name] of ['a', 'b', 'a'].entries())
      await keepSet(set, infoOf({ name, ...FACTS }), added, drawers);
    const kept = await listKept(drawers);
    expect(kept.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(kept[0]).toMatchObject(FACTS);
    await removeKept(kept[0]?.id ?? '', drawers);
    expect((await listKept(drawers)).map(({ name }) => name)).toEqual(['a']);
    expect(await openKept(kept[0]?.id ?? '', undefined, drawers)).toBeNull();
  });

  it('takes the same words with other numbers for another set', async () => {
    const drawers = [createDrawer()];
    const info = infoOf({ name: 'live', ...FACTS });
    const other = setOf(GIVEN);
    const rows = other.store.finish();
    if (rows.precision === 'int8') rows.codes[5] = 99;
    await keepSet(setOf(GIVEN), info, 0, drawers);
    await keepSet(other, info, 1, drawers);
    expect(await listKept(drawers)).toHaveLength(2);
  });
});

describe('keepSet', () => {
  it('says that there is no room, and leaves nothing behind', async () => {
    const files = createFakeFiles(200);
    expect(await keepSet(setOf(GIVEN), infoOf(), 0, [createPrivateDrawer(files)])).toBe('quota');
    expect(files.contents.size).toBe(0);
  });

  it('takes the database where there are no private files, and says where there is neither', async () => {
    const refused = createPrivateDrawer({
      getDirectory: () => Promise.reject(new DOMException('', 'SecurityError')),
    });
    const nothing = createDatabaseDrawer({
      open() {
        throw new DOMException('', 'SecurityError');
      },
    } as unknown as IDBFactory);
    expect(await keepSet(setOf(GIVEN), infoOf(), 0, [refused, nothing])).toBe('unavailable');
    expect(await listKept([refused, nothing])).toEqual([]);
    await removeKept('x', [refused, nothing]);
    const database = createDatabaseDrawer(indexedDB, 'instead');
    expect(await keepSet(setOf(GIVEN), infoOf(), 0, [refused, database])).toBeNull();
    expect(await listKept([refused, database])).toHaveLength(1);
  });

  it('takes a file that was not finished for none', async () => {
    const files = createFakeFiles();
    const drawers = [createPrivateDrawer(files)];
    await keepSet(setOf(GIVEN), infoOf(), 0, drawers);
    const [[name, bytes]] = [...files.contents] as [[string, Uint8Array<ArrayBuffer>]];
    const id = name.replace('.set', '');
    for (const broken of [bytes.subarray(0, -40), bytes.subarray(0, 10), bytes.slice().fill(0, 0, 16)]) {
      files.contents.set(name, broken.slice());
      expect(await listKept(drawers)).toEqual([]);
      expect(await openKept(id, undefined, drawers)).toBeNull();
    }
  });

  it('says how far the reading is', async () => {
    const drawers = [createPrivateDrawer(createFakeFiles())];
    await keepSet(setOf(GIVEN), infoOf(), 0, drawers);
    const [kept] = await listKept(drawers);
    const heard: number[] = [];
    const onProgress = ({ words }: { readonly words: number }) => heard.push(words);
    await openKept(kept?.id ?? '', { createRows: createRowStore, onProgress }, drawers);
    expect(heard).toEqual([4]);
  });
});
