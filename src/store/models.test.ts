import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { configFingerprint } from '../workers/client.ts';
import { TEXT_CONFIG } from '../workers/config.testkit.ts';
import type { SavedRun } from './checkpoints.ts';
import type { ModelId } from './kept-model.ts';
import { createModelStore } from './models.ts';
import { appendCurve, EMPTY_CURVE } from './run-curve.ts';

let databases = 0;
const freshName = () => `models-${databases++}`;

/** A clock that never shows the same time twice. */
function ticking(): () => number {
  let now = 1_000_000;
  return () => now++;
}
const fresh = (name = freshName()) => createModelStore(name, ticking());

const PRINT = configFingerprint(TEXT_CONFIG);
const curve = appendCurve(EMPTY_CURVE, [{ step: 1, loss: 2, gradientNorm: 1, accuracy: null }]);
const saved = (step: number): SavedRun => ({
  fingerprint: PRINT,
  step,
  checkpoint: Uint8Array.of(step),
  curve,
  heldOut: [],
});
const WHALE = { name: 'Whale', config: TEXT_CONFIG, text: 'moby-dick' };
const HELD_OUT = { step: 20, loss: 1.5 };
const BEST = { kind: 'best', name: '', step: 21, heldOut: HELD_OUT } as const;
const NAMED = { kind: 'named', name: 'before lunch', step: 30, heldOut: null } as const;

function fillUp(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('models', () => {
  it('outlive the page, newest first, without their text', async () => {
    const name = freshName();
    const store = fresh(name);
    const { id } = await store.create(WHALE);
    await store.create({ ...WHALE, name: 'Second' });
    await store.update(id, { name: 'Moby' });
    const [second, first, ...others] = await createModelStore(name).list();
    expect([second?.name, first?.name, others]).toEqual(['Second', 'Moby', []]);
    expect(first?.config).toEqual({ ...TEXT_CONFIG, task: { ...TEXT_CONFIG.task, text: '' } });
  });

  it('take changes that come at once, each of another part', async () => {
    const store = fresh();
    const { id } = await store.create(WHALE);
    await Promise.all([
      store.update(id, { curve }),
      store.update(id, { step: 9 }),
      store.latest(TEXT_CONFIG).save(id, saved(12)),
      store.update(id, { name: 'Moby' }),
      store.keep(id, NAMED, Uint8Array.of(1)),
    ]);
    expect(await store.list()).toMatchObject([
      { name: 'Moby', step: 12, curve, checkpoints: [{ name: 'before lunch' }] },
    ]);
  });

  it('say when they change', async () => {
    const store = fresh();
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    const { id } = await store.create(WHALE);
    await store.update(id, { name: 'Moby' });
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    await store.remove(id);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('that nobody has are not changed', async () => {
    const store = fresh();
    const nobody = 'x' as ModelId;
    expect(await store.update(nobody, { name: 'y' })).toBeNull();
    expect(await store.keep(nobody, NAMED, Uint8Array.of(1))).toBeNull();
    expect(await store.remove(nobody)).toBeNull();
    expect(await store.list()).toEqual([]);
  });
});

describe('the latest state', () => {
  it('comes back after a reload, its curve in the list', async () => {
    const name = freshName();
    const store = fresh(name);
    const { id } = await store.create(WHALE);
    expect(await store.latest(TEXT_CONFIG).save(id, saved(7))).toEqual({ ok: true });
    const again = createModelStore(name);
    expect(await again.latest(TEXT_CONFIG).load(id)).toEqual(saved(7));
    expect(await again.list()).toMatchObject([{ step: 7, curve }]);
  });

  it('comes with the points that were drawn after it was saved', async () => {
    const store = fresh();
    const { id } = await store.create(WHALE);
    await store.latest(TEXT_CONFIG).save(id, { ...saved(7), curve: EMPTY_CURVE });
    await store.update(id, { curve, heldOut: [HELD_OUT] });
    expect(await store.latest(TEXT_CONFIG).load(id)).toEqual({ ...saved(7), heldOut: [HELD_OUT] });
  });

  it('of a model that was deleted meanwhile is not kept', async () => {
    const store = fresh();
    const { id } = await store.create(WHALE);
    await store.remove(id);
    await store.latest(TEXT_CONFIG).save(id, saved(7));
    expect(await store.latest(TEXT_CONFIG).load(id)).toBeNull();
    expect(await store.list()).toEqual([]);
  });

  it('goes when the run begins anew', async () => {
    const store = fresh();
    const { id } = await store.create(WHALE);
    await store.latest(TEXT_CONFIG).save(id, saved(7));
    await store.latest(TEXT_CONFIG).remove(id);
    expect(await store.latest(TEXT_CONFIG).load(id)).toBeNull();
    expect(await store.list()).toMatchObject([{ step: 0, curve: EMPTY_CURVE }]);
  });
});

it('a latest state with another clipping is one of the same model', async () => {
  const store = fresh();
  const { id } = await store.create(WHALE);
  await store.latest(TEXT_CONFIG).save(id, saved(7));
  const config = { ...TEXT_CONFIG, clip: null };
  expect((await store.latest(config).load(id))?.fingerprint).toBe(configFingerprint(config));
});

describe('kept states', () => {
  it('of a model that is deleted meanwhile are not kept', async () => {
    const name = freshName();
    const store = fresh(name);
    const { id } = await store.create(WHALE);
    await Promise.all([store.remove(id), store.keep(id, NAMED, Uint8Array.of(1))]);
    expect(await store.list()).toEqual([]);
    expect(await createModelStore(name).list()).toEqual([]);
  });

  it('are named by the reader; of the best there is one', async () => {
    const name = freshName();
    const store = fresh(name);
    const { id } = await store.create(WHALE);
    await store.keep(id, BEST, Uint8Array.of(1));
    await store.keep(id, NAMED, Uint8Array.of(2, 2));
    await store.keep(id, { ...BEST, step: 40 }, Uint8Array.of(3));
    const again = createModelStore(name);
    const [model] = await again.list();
    const kept = model?.checkpoints ?? [];
    expect(kept.map(({ kind, step, bytes }) => [kind, step, bytes])).toEqual([
      ['named', 30, 2],
      ['best', 40, 1],
    ]);
    expect(await Promise.all(kept.map((each) => again.state(id, each.id)))).toEqual([
      Uint8Array.of(2, 2),
      Uint8Array.of(3),
    ]);
    await again.drop(id, kept[0]?.id ?? '');
    expect((await again.list())[0]?.checkpoints).toHaveLength(1);
    expect(await again.state(id, kept[0]?.id ?? '')).toBeNull();
  });

  it('wait for one another and lose nothing', async () => {
    const store = fresh();
    const { id } = await store.create(WHALE);
    await Promise.all([1, 2, 3].map((step) => store.keep(id, { ...NAMED, step }, Uint8Array.of(step))));
    expect((await store.list())[0]?.checkpoints.map(({ step }) => step).toSorted()).toEqual([1, 2, 3]);
  });
});

it('puts a deleted model back as it was', async () => {
  const name = freshName();
  const store = fresh(name);
  const { id } = await store.create(WHALE);
  await store.latest(TEXT_CONFIG).save(id, saved(7));
  await store.keep(id, NAMED, Uint8Array.of(9));
  const [before] = await store.list();
  const removed = await store.remove(id);
  expect(await createModelStore(name).list()).toEqual([]);
  expect(await store.latest(TEXT_CONFIG).load(id)).toBeNull();
  if (!removed) throw new Error('nothing was removed');
  expect(await store.putBack(removed)).toEqual({ ok: true });
  const again = createModelStore(name);
  expect(await again.list()).toEqual([before]);
  expect(await again.latest(TEXT_CONFIG).load(id)).toEqual(saved(7));
  expect(await again.state(id, before?.checkpoints[0]?.id ?? '')).toEqual(Uint8Array.of(9));
});

describe('a browser that will not store', () => {
  it('for want of room: says so, and loses nothing while the page lives', async () => {
    const store = fresh();
    const { id } = await store.create(WHALE);
    fillUp();
    const quota = { ok: false, cause: 'quota' };
    expect(await store.latest(TEXT_CONFIG).save(id, saved(7))).toEqual(quota);
    expect(await store.keep(id, NAMED, Uint8Array.of(9))).toEqual(quota);
    expect(await store.latest(TEXT_CONFIG).load(id)).toEqual(saved(7));
    const [model] = await store.list();
    expect(model).toMatchObject({ step: 7, checkpoints: [{ name: 'before lunch' }] });
    expect(await store.state(id, model?.checkpoints[0]?.id ?? '')).toEqual(Uint8Array.of(9));
  });

  it('at all: the list lives in the page', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const store = fresh();
    const { id } = await store.create(WHALE);
    expect(await store.update(id, { name: 'Moby' })).toEqual({ ok: false, cause: 'unavailable' });
    expect(await store.list()).toMatchObject([{ name: 'Moby' }]);
    const removed = await store.remove(id);
    expect(await store.list()).toEqual([]);
    if (removed) await store.putBack(removed);
    expect(await store.list()).toMatchObject([{ name: 'Moby' }]);
  });
});
