import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCheckpointStore, type SavedRun } from './checkpoints.ts';
import { EMPTY_CURVE } from './run-curve.ts';

let databases = 0;
const fresh = () => createCheckpointStore(`test-${databases++}`);
const at = (step: number): SavedRun => ({
  fingerprint: 'f',
  step,
  checkpoint: Uint8Array.of(step),
  curve: EMPTY_CURVE,
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('gives back what was saved, by key', async () => {
  const store = fresh();
  await store.save('a', at(1));
  await store.save('b', at(2));
  expect(await store.load('a')).toEqual(at(1));
  expect(await store.load('b')).toEqual(at(2));
  expect(await store.load('c')).toBeNull();
});

it('outlives the page', async () => {
  await createCheckpointStore('lasting').save('a', at(3));
  expect(await createCheckpointStore('lasting').load('a')).toEqual(at(3));
});

it('writes the first and the last of many saves, not those between', async () => {
  const store = fresh();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const results = await Promise.all([1, 2, 3, 4, 5].map((step) => store.save('a', at(step))));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(put.mock.calls.map(([value]) => (value as SavedRun).step)).toEqual([1, 5]);
  expect(await store.load('a')).toEqual(at(5));
});

it('removes also what is being saved', async () => {
  const store = fresh();
  void store.save('a', at(1));
  void store.save('a', at(2));
  await store.remove('a');
  expect(await store.load('a')).toBeNull();
});

describe('a browser that will not store', () => {
  it('for want of room: quota', async () => {
    const store = fresh();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await store.save('a', at(1))).toEqual({ ok: false, cause: 'quota' });
  });

  it('at all: unavailable, and nothing throws', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const store = fresh();
    expect(await store.save('a', at(1))).toEqual({ ok: false, cause: 'unavailable' });
    expect(await store.load('a')).toBeNull();
    await store.remove('a');
  });
});
