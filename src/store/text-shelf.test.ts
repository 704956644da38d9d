import { beforeEach, expect, it } from 'vitest';
import type { IntakeProgress, IntakeResult } from '../workers/text-protocol.ts';
import type { SaveResult } from './checkpoints.ts';
import { createTextShelf, type TextShelf } from './text-shelf.ts';
import type { KeptText, TextStore } from './texts.ts';

interface Asked {
  progress(progress: IntakeProgress): void;
  end(result: IntakeResult): void;
}
let asked: Asked[];
let time: number;
let saved: SaveResult;
let loads: string[];
let shelf: TextShelf;

function createMemoryTexts(): TextStore {
  const all = new Map<string, { about: KeptText; text: Blob }>();
  return {
    list: async () => [...all.values()].map(({ about }) => about),
    keep: async (about, text) => {
      all.set(about.id, { about, text });
      return saved;
    },
    load: async (id) => {
      loads.push(id);
      return (await all.get(id)?.text.text()) ?? null;
    },
    remove: async (id) => void all.delete(id),
  };
}

beforeEach(() => {
  [asked, loads, time, saved] = [[], [], 1000, { ok: true }];
  shelf = createTextShelf({
    texts: createMemoryTexts(),
    now: () => time,
    read: (_files, progress) => {
      let end: Asked['end'] = () => {};
      const result = new Promise<IntakeResult>((resolve) => {
        end = resolve;
      });
      asked.push({ progress, end });
      return { result, cancel: () => end({ ok: false, fault: { code: 'cancelled' } }) };
    },
  });
});

const state = () => shelf.store.getState();
const FILES = [new File(['鲸!'], 'a.txt')];
function read(id: string, text: string): IntakeResult {
  const files = [
    { name: 'a.txt', encoding: 'gb18030', bytes: 3 },
    { name: 'b.txt', encoding: 'gb18030', bytes: 3 },
  ] as const;
  return {
    ok: true,
    read: { id, name: 'a.txt + 1', text, characters: 2, blob: new Blob([text]), files, skipped: 2 },
  };
}

it('reads, says how far it is, and keeps what it read', async () => {
  const taken = shelf.take(FILES, 'me');
  expect(state().intake).toEqual({ progress: null, elapsed: 0 });
  time += 500;
  asked[0]?.progress({ done: 2, total: 4, name: 'a.txt' });
  expect(state().intake).toEqual({ progress: { done: 2, total: 4, name: 'a.txt' }, elapsed: 500 });
  asked[0]?.end(read('x', '鲸!'));
  const about = { id: 'x', name: 'a.txt + 1', characters: 2, bytes: 4, files: 2, skipped: 2, added: 1500 };
  expect(await taken).toEqual({ ...about, encodings: ['gb18030'] });
  expect(state()).toMatchObject({ intake: null, fault: null, unsaved: null, kept: [{ id: 'x' }] });
  expect(await shelf.load('x')).toBe('鲸!');
  expect(loads).toEqual([]);
});

it('says why files were not read, and nothing where the reader cancelled', async () => {
  const taken = shelf.take(FILES, 'me');
  asked[0]?.end({ ok: false, fault: { code: 'empty', name: 'a.txt' } });
  expect(await taken).toBeNull();
  expect(state()).toMatchObject({ intake: null, fault: { code: 'empty', name: 'a.txt' } });
  const other = shelf.take(FILES, 'me');
  expect(state().fault).toBeNull();
  shelf.cancel();
  expect(await other).toBeNull();
  expect(state()).toMatchObject({ intake: null, fault: null });
});

it('listens only to the latest', async () => {
  const first = shelf.take(FILES, 'me');
  const second = shelf.take(FILES, 'me');
  asked[0]?.progress({ done: 1, total: 9, name: 'old' });
  asked[0]?.end(read('old', 'old'));
  expect(await first).toBeNull();
  expect(state().intake?.progress).toBeNull();
  asked[1]?.end(read('new', 'new'));
  expect((await second)?.id).toBe('new');
  expect(state().kept?.map(({ id }) => id)).toEqual(['new']);
});

it('says when a text will be gone with the page', async () => {
  saved = { ok: false, cause: 'quota' };
  const taken = shelf.take(FILES, 'me');
  asked[0]?.end(read('x', '鲸!'));
  await taken;
  expect(state().unsaved).toBe('quota');
  shelf.dismiss();
  expect(state().unsaved).toBeNull();
});

it('loads the same text once, and asks again for what was not there', async () => {
  const taken = shelf.take(FILES, 'me');
  asked[0]?.end(read('x', '鲸!'));
  await taken;
  expect(await shelf.load('y')).toBeNull();
  expect(await shelf.load('y')).toBeNull();
  expect(await Promise.all([shelf.load('x'), shelf.load('x')])).toEqual(['鲸!', '鲸!']);
  expect(loads).toEqual(['y', 'y', 'x']);
  await shelf.remove('x');
  expect(state().kept).toEqual([]);
  expect(await shelf.load('x')).toBeNull();
});
