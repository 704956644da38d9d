import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTextStore, type KeptText } from './texts.ts';

let databases = 0;
const fresh = () => createTextStore(`texts-${databases++}`);
const about = (id: string, added = 1): KeptText => ({
  id,
  name: `${id}.txt`,
  characters: 3,
  bytes: 9,
  encodings: ['gb18030'],
  files: 1,
  skipped: 0,
  added,
});
const POEM = new Blob(['床前明月光']);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('gives back what was kept, to another page too, the latest first', async () => {
  const store = createTextStore('lasting');
  await store.keep(about('a', 1), POEM);
  await store.keep(about('b', 3), new Blob(['b']));
  await store.keep(about('c', 2), new Blob(['c']));
  const other = createTextStore('lasting');
  expect((await other.list()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect((await other.list())[2]).toEqual(about('a', 1));
  expect(await other.load('a')).toBe('床前明月光');
  expect(await other.load('x')).toBeNull();
});

it('keeps a text once, and removes it whole', async () => {
  const store = fresh();
  await store.keep(about('a', 1), POEM);
  await store.keep({ ...about('a', 5), name: 'again.txt' }, POEM);
  expect(await store.list()).toEqual([{ ...about('a', 5), name: 'again.txt' }]);
  await store.remove('a');
  expect(await store.list()).toEqual([]);
  expect(await store.load('a')).toBeNull();
});

describe('a browser that will not store', () => {
  it('for want of room: says so, keeps neither half, and has the text for as long as the page lives', async () => {
    const store = createTextStore('full');
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (value instanceof Blob) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    expect(await store.keep(about('a'), POEM)).toEqual({ ok: false, cause: 'quota' });
    expect(await store.load('a')).toBe('床前明月光');
    expect(await store.list()).toEqual([about('a')]);
    const other = createTextStore('full');
    expect(await other.list()).toEqual([]);
    vi.restoreAllMocks();
    expect(await store.keep(about('a'), POEM)).toEqual({ ok: true });
    expect(await store.list()).toEqual([about('a')]);
    expect(await other.load('a')).toBe('床前明月光');
  });

  it('for want of room: a text that was kept before stays', async () => {
    const store = createTextStore('twice');
    await store.keep(about('a'), POEM);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await store.keep(about('a', 2), POEM)).toEqual({ ok: true });
    vi.restoreAllMocks();
    const other = createTextStore('twice');
    expect(await other.list()).toEqual([about('a')]);
    expect(await other.load('a')).toBe('床前明月光');
  });

  it('at all: unavailable, and nothing throws', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const store = fresh();
    expect(await store.list()).toEqual([]);
    expect(await store.load('a')).toBeNull();
    expect(await store.keep(about('a'), POEM)).toEqual({ ok: false, cause: 'unavailable' });
    expect(await store.load('a')).toBe('床前明月光');
    await store.remove('a');
    expect(await store.list()).toEqual([]);
  });
});
