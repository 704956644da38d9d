import type { DBSchema, IDBPDatabase } from 'idb';
import type { HeldOutPoint } from '../workers/protocol.ts';
import type { LossCurve } from './run-curve.ts';
import { saveFault } from './save-fault.ts';

/** A run as the browser keeps it from one visit to the next. */
export interface SavedRun {
  /** `configFingerprint` of what was asked for: another config is another run. */
  readonly fingerprint: string;
  readonly step: number;
  readonly checkpoint: Uint8Array;
  readonly curve: LossCurve;
  /** Absent in what earlier versions saved. */
  readonly heldOut?: readonly HeldOutPoint[];
}

export type SaveResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly cause: 'quota' | 'unavailable' };

/** Saved runs by key (lesson and figure). Nothing here throws: a browser may forbid or fill its storage. */
export interface CheckpointStore {
  /** Latest wins: of saves that wait on one another for a key, only the last is written. */
  save(key: string, run: SavedRun): Promise<SaveResult>;
  /** Null when there is none, or it cannot be read. */
  load(key: string): Promise<SavedRun | null>;
  remove(key: string): Promise<void>;
}

interface Schema extends DBSchema {
  runs: { key: string; value: SavedRun };
}

/** What is under way for a key: at most one write, and one that waits behind it. */
interface Slot {
  writing: Promise<SaveResult>;
  waiting: { run: SavedRun; readonly result: Promise<SaveResult> } | null;
}

export function createCheckpointStore(name = 'unrolled-runs'): CheckpointStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opening ??= openDatabase(name).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  const slots = new Map<string, Slot>();
  const write = async (key: string, run: SavedRun): Promise<SaveResult> => {
    try {
      await (await database()).put('runs', run, key);
      return { ok: true };
    } catch (error) {
      return { ok: false, cause: saveFault(error) };
    }
  };
  const start = (key: string, run: SavedRun): Promise<SaveResult> => {
    const slot: Slot = { writing: write(key, run), waiting: null };
    slots.set(key, slot);
    void slot.writing.finally(() => {
      if (slots.get(key) === slot && !slot.waiting) slots.delete(key);
    });
    return slot.writing;
  };
  return {
    save(key, run) {
      const slot = slots.get(key);
      if (!slot) return start(key, run);
      if (slot.waiting) {
        slot.waiting.run = run;
        return slot.waiting.result;
      }
      const result = slot.writing.then(() => start(key, slot.waiting?.run ?? run));
      slot.waiting = { run, result };
      return result;
    },
    async load(key) {
      try {
        return (await (await database()).get('runs', key)) ?? null;
      } catch {
        return null;
      }
    },
    async remove(key) {
      const slot = slots.get(key);
      await (slot?.waiting?.result ?? slot?.writing);
      try {
        await (await database()).delete('runs', key);
      } catch {
        // What cannot be opened holds nothing to remove.
      }
    },
  };
}

async function openDatabase(name: string): Promise<IDBPDatabase<Schema>> {
  // Not before something is to be kept: the home page keeps nothing.
  const { openDB } = await import('idb');
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('runs');
    },
    // A newer version of the page waits for this one to let go.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
