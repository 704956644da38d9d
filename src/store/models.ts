import type { DBSchema, IDBPDatabase } from 'idb';
import { configFingerprint, withoutText } from '../workers/client.ts';
import type { RunConfig } from '../workers/protocol.ts';
import {
  type CheckpointStore,
  createCheckpointStore,
  type SavedRun,
  type SaveResult,
} from './checkpoints.ts';
import type { KeptModel, ModelChange, ModelId, NewCheckpoint, NewModel, RemovedModel } from './kept-model.ts';
import { NO_CLOCK } from './run-clock.ts';
import { EMPTY_CURVE } from './run-curve.ts';
import { saveFault } from './save-fault.ts';

/**
 * The reader's models in the browser's storage. Nothing throws: what cannot be stored is kept in memory as long as the page
 * lives, and the result says so.
 */
export interface ModelStore {
  /** Newest first. */
  list(): Promise<readonly KeptModel[]>;
  create(model: NewModel): Promise<KeptModel>;
  /** Null: there is no such model. */
  update(id: ModelId, change: ModelChange): Promise<SaveResult | null>;
  keep(id: ModelId, checkpoint: NewCheckpoint, bytes: Uint8Array): Promise<SaveResult | null>;
  /** Bytes of a kept state. */
  state(id: ModelId, checkpoint: string): Promise<Uint8Array | null>;
  drop(id: ModelId, checkpoint: string): Promise<void>;
  remove(id: ModelId): Promise<RemovedModel | null>;
  putBack(removed: RemovedModel): Promise<SaveResult>;
  /**
   * Latest states by model id, for `createRunStore` of this config; a save also brings the model's curve up to date. What was
   * saved counts as asked for by this config: a state with another clipping is a state of the same model.
   */
  latest(config: RunConfig): CheckpointStore;
  /** Called after every change of what `list` gives. */
  subscribe(onChange: () => void): () => void;
}

interface Schema extends DBSchema {
  models: { key: string; value: KeptModel };
  states: { key: string; value: Uint8Array };
}

interface Shelf {
  readonly now: () => number;
  readonly latest: CheckpointStore;
  /** Latest states that storage would not take. */
  readonly unsaved: Map<string, SavedRun>;
  /** All models; null until storage was asked. */
  models: Map<ModelId, KeptModel> | null;
  /** Kept states that storage would not take. */
  readonly states: Map<string, Uint8Array>;
  readonly database: () => Promise<IDBPDatabase<Schema>>;
  readonly listeners: Set<() => void>;
  count: number;
}

export function createModelStore(name = 'unrolled-models', now: () => number = Date.now): ModelStore {
  const shelf: Shelf = {
    now,
    latest: createCheckpointStore(`${name}-latest`),
    unsaved: new Map(),
    models: null,
    states: new Map(),
    database: opener(name),
    listeners: new Set(),
    count: 0,
  };
  return {
    list: async () => [...(await all(shelf)).values()].toSorted((a, b) => b.begun - a.begun),
    create: (model) => create(shelf, model),
    update: (id, change) => update(shelf, id, change),
    keep: (id, checkpoint, bytes) => keep(shelf, id, checkpoint, bytes),
    state: (id, checkpoint) => readState(shelf, stateKey(id, checkpoint)),
    drop: (id, checkpoint) => drop(shelf, id, checkpoint),
    remove: (id) => remove(shelf, id),
    putBack: (removed) => putBack(shelf, removed),
    latest: (config) => latestStates(shelf, configFingerprint(config)),
    subscribe(onChange) {
      shelf.listeners.add(onChange);
      return () => shelf.listeners.delete(onChange);
    },
  };
}

const EMPTY = { curve: EMPTY_CURVE, heldOut: [] } as const;
const stateKey = (id: ModelId, checkpoint: string): string => `${id}/${checkpoint}`;

function opener(name: string): Shelf['database'] {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const open = async () => {
    const { openDB } = await import('idb');
    return openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('models');
        database.createObjectStore('states');
      },
      // A newer version of the page waits for this one to let go.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
  };
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

/** What is in storage, read once; storage that cannot be read holds nothing. */
async function all(shelf: Shelf): Promise<Map<ModelId, KeptModel>> {
  if (shelf.models) return shelf.models;
  const found = await attempt(async () => (await shelf.database()).getAll('models'));
  // Somebody else may have asked at the same time: one map for all.
  shelf.models ??= new Map((found ?? []).map((model) => [model.id, model]));
  return shelf.models;
}

async function attempt<T>(job: () => Promise<T>): Promise<T | null> {
  try {
    return await job();
  } catch {
    return null;
  }
}

async function write(job: () => Promise<unknown>): Promise<SaveResult> {
  try {
    await job();
    return { ok: true };
  } catch (error) {
    return { ok: false, cause: saveFault(error) };
  }
}

/** `models` at once, with nothing awaited between what was read of them and this: no change is lost to another. */
async function put(shelf: Shelf, models: Map<ModelId, KeptModel>, model: KeptModel): Promise<SaveResult> {
  models.set(model.id, model);
  for (const listener of shelf.listeners) listener();
  return write(async () => (await shelf.database()).put('models', model, model.id));
}

async function create(shelf: Shelf, model: NewModel): Promise<KeptModel> {
  const begun = shelf.now();
  const id = `${begun.toString(36)}-${(shelf.count++).toString(36)}` as ModelId;
  const first = { facts: null, step: 0, curve: EMPTY_CURVE, heldOut: [], clock: NO_CLOCK, checkpoints: [] };
  const made: KeptModel = {
    ...first,
    ...model,
    config: withoutText(model.config),
    id,
    begun,
    changed: begun,
  };
  await put(shelf, await all(shelf), made);
  return made;
}

async function update(shelf: Shelf, id: ModelId, change: ModelChange): Promise<SaveResult | null> {
  // At once where the list is known: changes take effect in the order in which they are asked for.
  const models = shelf.models ?? (await all(shelf));
  const model = models.get(id);
  if (!model) return null;
  const config = withoutText(change.config ?? model.config);
  return put(shelf, models, { ...model, ...change, config, changed: shelf.now() });
}

async function keep(
  shelf: Shelf,
  id: ModelId,
  checkpoint: NewCheckpoint,
  bytes: Uint8Array,
): Promise<SaveResult | null> {
  const models = await all(shelf);
  if (!models.has(id)) return null;
  const saved = shelf.now();
  const isBest = checkpoint.kind === 'best';
  const made = { ...checkpoint, id: isBest ? 'best' : `${saved.toString(36)}-${shelf.count++}` };
  const key = stateKey(id, made.id);
  const result = await write(async () => (await shelf.database()).put('states', bytes, key));
  if (result.ok) shelf.states.delete(key);
  else shelf.states.set(key, bytes);
  // What happened to the model while the bytes were written stands.
  const model = models.get(id);
  if (!model) {
    await forget(shelf, key);
    return null;
  }
  const others = model.checkpoints.filter((other) => other.id !== made.id);
  const recorded = await put(shelf, models, {
    ...model,
    checkpoints: [...others, { ...made, bytes: bytes.length, saved }],
    changed: saved,
  });
  return result.ok ? recorded : result;
}

async function readState(shelf: Shelf, key: string): Promise<Uint8Array | null> {
  const unsaved = shelf.states.get(key);
  if (unsaved) return unsaved;
  return (await attempt(async () => (await shelf.database()).get('states', key))) ?? null;
}

async function drop(shelf: Shelf, id: ModelId, checkpoint: string): Promise<void> {
  await forget(shelf, stateKey(id, checkpoint));
  const models = await all(shelf);
  const model = models.get(id);
  if (!model) return;
  const checkpoints = model.checkpoints.filter((each) => each.id !== checkpoint);
  await put(shelf, models, { ...model, checkpoints });
}

async function forget(shelf: Shelf, key: string): Promise<void> {
  shelf.states.delete(key);
  await attempt(async () => (await shelf.database()).delete('states', key));
}

async function remove(shelf: Shelf, id: ModelId): Promise<RemovedModel | null> {
  const models = await all(shelf);
  const model = models.get(id);
  if (!model) return null;
  const states = new Map<string, Uint8Array>();
  for (const { id: checkpoint } of model.checkpoints) {
    const bytes = await readState(shelf, stateKey(id, checkpoint));
    if (bytes) states.set(checkpoint, bytes);
  }
  const latest = shelf.unsaved.get(id) ?? (await shelf.latest.load(id));
  models.delete(id);
  for (const listener of shelf.listeners) listener();
  await attempt(async () => (await shelf.database()).delete('models', id));
  for (const checkpoint of states.keys()) await forget(shelf, stateKey(id, checkpoint));
  shelf.unsaved.delete(id);
  await shelf.latest.remove(id);
  return { model, latest, states };
}

async function putBack(shelf: Shelf, { model, latest, states }: RemovedModel): Promise<SaveResult> {
  const { id } = model;
  const results: SaveResult[] = [];
  for (const [checkpoint, bytes] of states) {
    const key = stateKey(id, checkpoint);
    const result = await write(async () => (await shelf.database()).put('states', bytes, key));
    if (!result.ok) shelf.states.set(key, bytes);
    results.push(result);
  }
  if (latest) results.push(await saveLatest(shelf, id, latest));
  results.push(await put(shelf, await all(shelf), model));
  return results.find(({ ok }) => !ok) ?? { ok: true };
}

async function saveLatest(shelf: Shelf, key: string, run: SavedRun): Promise<SaveResult> {
  const result = await shelf.latest.save(key, run);
  if (result.ok) shelf.unsaved.delete(key);
  else shelf.unsaved.set(key, run);
  return result;
}

function latestStates(shelf: Shelf, fingerprint: string): CheckpointStore {
  return {
    async save(key, run) {
      const id = key as ModelId;
      // A run that was deleted while it was being saved stays deleted.
      const models = shelf.models ?? (await all(shelf));
      if (!models.has(id)) return { ok: true };
      // Before the bytes, which take their time: points that are drawn meanwhile are newer than these.
      const { step, curve, heldOut = [] } = run;
      const recorded = await update(shelf, id, { step, curve, heldOut });
      const result = await saveLatest(shelf, key, run);
      return result.ok ? (recorded ?? result) : result;
    },
    async load(key) {
      const run = shelf.unsaved.get(key) ?? (await shelf.latest.load(key));
      // The record knows points that were drawn after the state was saved.
      const { curve, heldOut } = (await all(shelf)).get(key as ModelId) ?? EMPTY;
      return run && { ...run, fingerprint, ...(curve.length > 0 ? { curve, heldOut } : {}) };
    },
    async remove(key) {
      shelf.unsaved.delete(key);
      await shelf.latest.remove(key);
      await update(shelf, key as ModelId, { step: 0, curve: EMPTY_CURVE, heldOut: [], clock: NO_CLOCK });
    },
  };
}
