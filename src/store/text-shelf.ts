import { createStore, type StoreApi } from 'zustand/vanilla';
import { startReading, type TextReading } from '../workers/text-client.ts';
import type { IntakeFault, IntakeProgress, ReadTexts } from '../workers/text-protocol.ts';
import { createTextStore, type KeptText, type TextStore } from './texts.ts';

export interface Intake {
  readonly progress: IntakeProgress | null;
  /** Milliseconds since it began. */
  readonly elapsed: number;
}

export interface ShelfState {
  /** The latest first; null until storage was asked. */
  readonly kept: readonly KeptText[] | null;
  /** What is being read. */
  readonly intake: Intake | null;
  /** Why the last files were not read. */
  readonly fault: IntakeFault | null;
  /** Why the last text will be gone with the page. */
  readonly unsaved: 'quota' | 'unavailable' | null;
  /** Who asked for the last reading: the others need not show how it goes. */
  readonly owner: string | null;
}

/** The reader's texts, those kept and the one being read. */
export interface TextShelf {
  readonly store: StoreApi<ShelfState>;
  /** Reads files as one text and keeps it; null when that failed or was cancelled. The latest wins. */
  take(files: readonly File[], owner: string): Promise<KeptText | null>;
  cancel(): void;
  dismiss(): void;
  /** Asks storage what there is. */
  refresh(): Promise<void>;
  load(id: string): Promise<string | null>;
  remove(id: string): Promise<void>;
}

export interface ShelfOptions {
  readonly texts?: TextStore;
  readonly read?: typeof startReading;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

interface Shelf {
  readonly store: StoreApi<ShelfState>;
  readonly texts: TextStore;
  readonly now: () => number;
  reading: TextReading | null;
  /** The text that was asked for last: it may be large, and is asked for by more than one. */
  last: { readonly id: string; readonly text: Promise<string | null> } | null;
}

export function createTextShelf(options: ShelfOptions = {}): TextShelf {
  const { read = startReading, texts = createTextStore(), now = Date.now } = options;
  const store = createStore<ShelfState>(() => ({
    kept: null,
    intake: null,
    fault: null,
    unsaved: null,
    owner: null,
  }));
  const shelf: Shelf = { store, texts, now, reading: null, last: null };
  return {
    store,
    take: (files, owner) => {
      store.setState({ owner });
      return take(shelf, files, read);
    },
    cancel: () => shelf.reading?.cancel(),
    dismiss: () => store.setState({ fault: null, unsaved: null }),
    refresh: () => refresh(shelf),
    load: (id) => load(shelf, id),
    async remove(id) {
      if (shelf.last?.id === id) shelf.last = null;
      await texts.remove(id);
      await refresh(shelf);
    },
  };
}

async function take(
  shelf: Shelf,
  files: readonly File[],
  read: typeof startReading,
): Promise<KeptText | null> {
  const { store, now } = shelf;
  shelf.reading?.cancel();
  const begun = now();
  store.setState({ intake: { progress: null, elapsed: 0 }, fault: null, unsaved: null });
  const reading = read(files, (progress) => {
    if (shelf.reading === reading) store.setState({ intake: { progress, elapsed: now() - begun } });
  });
  shelf.reading = reading;
  const result = await reading.result;
  if (shelf.reading !== reading) return null;
  if (result.ok) return keep(shelf, reading, result.read);
  shelf.reading = null;
  store.setState({ intake: null, fault: result.fault.code === 'cancelled' ? null : result.fault });
  return null;
}

async function keep(shelf: Shelf, reading: TextReading, read: ReadTexts): Promise<KeptText | null> {
  const { store, texts, now } = shelf;
  const { id, name, text, characters, blob, files, skipped } = read;
  const encodings = [...new Set(files.map(({ encoding }) => encoding))];
  const facts = { id, name, characters, bytes: blob.size, encodings, skipped };
  const about: KeptText = { ...facts, files: files.length, added: now() };
  const saved = await texts.keep(about, blob);
  if (shelf.reading !== reading) return null;
  shelf.reading = null;
  shelf.last = { id, text: Promise.resolve(text) };
  store.setState({ intake: null, unsaved: saved.ok ? null : saved.cause });
  await refresh(shelf);
  return about;
}

async function refresh({ store, texts }: Shelf): Promise<void> {
  store.setState({ kept: await texts.list() });
}

function load(shelf: Shelf, id: string): Promise<string | null> {
  if (shelf.last?.id === id) return shelf.last.text;
  const text = shelf.texts.load(id);
  const asked = { id, text };
  shelf.last = asked;
  // What was not there may be there the next time.
  void text.then((found) => {
    if (found === null && shelf.last === asked) shelf.last = null;
  });
  return text;
}

let shared: TextShelf | null = null;

/** The one of this page. */
export function textShelf(): TextShelf {
  shared ??= createTextShelf();
  return shared;
}
