import type { DBSchema, IDBPDatabase } from 'idb';
import type { SaveResult } from './checkpoints.ts';
import { saveFault } from './save-fault.ts';

/** A text of the reader's own, without the text. */
export interface KeptText {
  /** Equal for equal texts: a text is kept once, however often it is read. */
  readonly id: string;
  /** Of the file, or what the reader pasted (then empty). */
  readonly name: string;
  readonly characters: number;
  /** In UTF-8. */
  readonly bytes: number;
  /** The encodings that its files were found in. */
  readonly encodings: readonly string[];
  /** Files that it was put together from, and files in archives that were left out. */
  readonly files: number;
  readonly skipped: number;
  /** Milliseconds since 1970. */
  readonly added: number;
}

/**
 * The reader's texts in the browser's storage, by content. Nothing here throws: what storage does not take is there for as long
 * as the page lives, and the result says so.
 */
export interface TextStore {
  /** The latest first. */
  list(): Promise<readonly KeptText[]>;
  keep(about: KeptText, text: Blob): Promise<SaveResult>;
  /** Null when there is no such text, or it cannot be read. */
  load(id: string): Promise<string | null>;
  remove(id: string): Promise<void>;
}

interface Schema extends DBSchema {
  about: { key: string; value: KeptText };
  texts: { key: string; value: Blob };
}

interface Unsaved {
  readonly about: KeptText;
  readonly text: Blob;
}

export function createTextStore(name = 'unrolled-texts'): TextStore {
  const database = opener(name);
  const unsaved = new Map<string, Unsaved>();
  return {
    async list() {
      const kept = (await attempt(async () => (await database()).getAll('about'))) ?? [];
      const others = [...unsaved.values()].map(({ about }) => about);
      return [...kept, ...others].sort((a, b) => b.added - a.added);
    },
    async keep(about, text) {
      const saved = await put(database, about, text);
      if (saved.ok) unsaved.delete(about.id);
      else unsaved.set(about.id, { about, text });
      return saved;
    },
    async load(id) {
      const found = unsaved.get(id)?.text ?? (await attempt(async () => (await database()).get('texts', id)));
      return found ? attempt(() => found.text()) : null;
    },
    async remove(id) {
      unsaved.delete(id);
      await attempt(async () => {
        const both = (await database()).transaction(['about', 'texts'], 'readwrite');
        await Promise.all([
          both.objectStore('about').delete(id),
          both.objectStore('texts').delete(id),
          both.done,
        ]);
      });
    },
  };
}

async function put(
  database: () => Promise<IDBPDatabase<Schema>>,
  about: KeptText,
  text: Blob,
): Promise<SaveResult> {
  try {
    const both = (await database()).transaction(['about', 'texts'], 'readwrite');
    const writes = [
      async () => both.objectStore('texts').put(text, about.id),
      async () => both.objectStore('about').put(about, about.id),
    ];
    const results = await Promise.allSettled([...writes.map((write) => write()), both.done]);
    const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (errors.length === 0) return { ok: true };
    const opened = await database();
    const [texts, facts] = await Promise.all([
      opened.count('texts', about.id),
      opened.count('about', about.id),
    ]);
    // The same text was kept before, and is still there.
    if (texts > 0 && facts > 0) return { ok: true };
    // A write that fails at once leaves the other one in: neither is to remain.
    await opened.delete('about', about.id);
    return { ok: false, cause: errors.map(saveFault).includes('quota') ? 'quota' : 'unavailable' };
  } catch (error) {
    return { ok: false, cause: saveFault(error) };
  }
}

async function attempt<T>(job: () => Promise<T>): Promise<T | null> {
  try {
    return await job();
  } catch {
    return null;
  }
}

/** Opens once, and again after a failure. */
function opener(name: string): () => Promise<IDBPDatabase<Schema>> {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  return () => {
    opening ??= open(name).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

async function open(name: string): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import('idb');
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('about');
      database.createObjectStore('texts');
    },
    // A newer version of the page waits for this one to let go.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
