import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPlainKernels } from '../../models/vectors/answer.ts';
import { createOpener } from './open-any.ts';
import type { OpenHooks, OpenSet } from './open-set.ts';
import type { KeepOptions, VectorAnswers, VectorOrigin, VectorQuestion } from './protocol.ts';

const KEEP: KeepOptions = { most: null, only: null, precision: null, memory: 1e8 };
const open = createOpener(async () => createPlainKernels());
const hooks: OpenHooks = {
  now: () => performance.now(),
  yield: async () => {},
  onProgress() {},
  onEarly() {},
};

const opened = (
  origin: VectorOrigin,
  keep: Partial<KeepOptions> = {},
  heard: Partial<OpenHooks> = {},
  early = 0,
) => open({ type: 'open', origin, keep: { ...KEEP, ...keep }, early }, { ...hooks, ...heard });

async function setOf(origin: VectorOrigin, keep: Partial<KeepOptions> = {}): Promise<OpenSet> {
  const result = await opened(origin, keep);
  if (!result.ok) throw new Error(result.fault.code);
  return result.set;
}

function ask<Question extends VectorQuestion>(
  set: OpenSet,
  question: Question,
): VectorAnswers[Question['kind']] {
  const work = set.answer(question);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as VectorAnswers[Question['kind']];
  }
}

const RANKED = { count: 3, centred: false, exclude: true } as const;
const text = (body: string, name = 'a.txt'): VectorOrigin => ({
  kind: 'files',
  files: [new File([body], name)],
});

function learnt(rows: readonly (readonly number[])[]): VectorOrigin {
  const words = rows.map((_, i) => `w${i}`);
  const counts = Float64Array.from(rows, (_, i) => 100 - i);
  const vectors = Float32Array.from(rows.flat());
  return { kind: 'learnt', name: 'mine', words, dimensions: rows[0]?.length ?? 0, vectors, counts };
}

describe('createOpener', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('opens the English words, and they know the queen', async () => {
    const file = readFileSync(new URL('../../../public/vectors/glove.vectors', import.meta.url));
    const get = vi.fn(async (_url: string) => new Response(new Uint8Array(file)));
    vi.stubGlobal('fetch', get);
    const progress: number[] = [];
    const result = await opened(
      { kind: 'built-in', id: 'glove' },
      {},
      { onProgress: ({ done }) => progress.push(done) },
    );
    if (!result.ok) throw new Error(result.fault.code);
    expect(get.mock.calls[0]?.[0]).toBe('/vectors/glove.vectors');
    expect(progress.at(-1)).toBe(file.length);
    expect(result.set.info()).toMatchObject({
      words: 20_143,
      dimensions: 100,
      precision: 'int8',
      builtIn: 'glove',
    });
    const { hits } = ask(result.set, {
      kind: 'analogy',
      a: 'man',
      b: 'woman',
      c: 'king',
      method: 'add',
      ...RANKED,
    });
    expect(hits[0]?.word).toBe('queen');
    expect(ask(result.set, { kind: 'find', text: 'quee', count: 1 }).found[0]?.word).toBe('queen');
  });

  it('says so where a built-in set is not there, or damaged', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    expect(await opened({ kind: 'built-in', id: 'glove' })).toMatchObject({
      fault: { code: 'fetch', status: 404 },
    });
    vi.stubGlobal('fetch', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
    expect(await opened({ kind: 'built-in', id: 'glove' })).toMatchObject({
      fault: { code: 'fetch', status: 404 },
    });
    vi.stubGlobal('fetch', async () => new Response('unrolled'));
    expect(await opened({ kind: 'built-in', id: 'glove' })).toMatchObject({ fault: { code: 'damaged' } });
  });

  it('opens what was learnt, and leaves out what is no number', async () => {
    const set = await setOf(
      learnt([
        [1, 0],
        [0, 1],
        [Number.NaN, 1],
        [1, 0.1],
      ]),
    );
    expect(set.info()).toMatchObject({
      words: 3,
      wordsInSource: 4,
      hasCounts: true,
      flaws: [{ code: 'not-a-number', count: 1, first: { row: 3, word: 'w2', found: 'NaN' } }],
    });
    const asked = {
      kind: 'nearest',
      terms: [{ word: 'w0', weight: 1 }],
      metric: 'cosine',
      ...RANKED,
    } as const;
    expect(ask(set, asked).hits.map(({ word }) => word)).toEqual(['w3', 'w1']);
    expect(ask(set, { kind: 'word', word: 'w3' })).toMatchObject({ index: 2, count: 97 });
  });

  it('keeps what was learnt in 8 bits where floats do not fit', async () => {
    const set = await setOf(
      learnt([
        [1, 0],
        [0, 1],
      ]),
      { memory: 12 },
    );
    expect(set.info().precision).toBe('int8');
  });

  it('answers about a file while it is being read, under one name', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `w${i} ${i + 1} 1 ${i % 7}`).join('\n');
    const seen: { words: number; id: string; hit: string | undefined }[] = [];
    const origin = text(`${lines}\n`);
    const asked = {
      kind: 'nearest',
      terms: [{ word: 'w0', weight: 1 }],
      metric: 'euclid',
      ...RANKED,
    } as const;
    const onEarly = (set: OpenSet) => {
      const { id, words } = set.info();
      seen.push({ id, words, hit: ask(set, asked).hits[0]?.word });
    };
    const result = await opened(origin, {}, { onEarly }, 1000);
    if (!result.ok) throw new Error(result.fault.code);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.words).toBeLessThan(20_000);
    expect(result.set.info()).toMatchObject({ words: 20_000, id: seen[0]?.id, format: 'glove' });
    expect(ask(result.set, asked).hits[0]?.word).toBe('w1');
  });

  it('says what was left out', async () => {
    const body = 'a 1 2\nb 3 4\nc 5 6\n';
    expect((await setOf(text(body), { most: 2 })).info()).toMatchObject({ words: 2, limit: 'most' });
    expect((await setOf(text(body), { only: ['c'] })).info()).toMatchObject({ words: 1, limit: 'only' });
    const flawed = (await setOf(text('a 1 2\nb 3\nc 5 6\n'))).info();
    expect(flawed).toMatchObject({ words: 2, limit: null, flaws: [{ code: 'ragged-row', count: 1 }] });
  });

  it('offers what was good before a fault', async () => {
    const packed = new Response(
      new Blob([Array.from({ length: 9000 }, (_, i) => `w${i} ${Math.sin(i)} ${Math.cos(i)}\n`).join('')])
        .stream()
        .pipeThrough(new CompressionStream('gzip')),
    );
    const bytes = await packed.arrayBuffer();
    const half = new File([bytes.slice(0, bytes.byteLength / 2)], 'a.txt.gz');
    const result = await opened({ kind: 'files', files: [half] });
    if (result.ok || !result.good) throw new Error('nothing was good');
    expect(result.fault.code).toBe('damaged');
    const { words } = result.good.info();
    expect(words).toBeGreaterThan(100);
    expect(ask(result.good, { kind: 'words', from: words - 1, count: 9 }).words).toEqual([`w${words - 1}`]);
  });

  it('scores a file of questions in slices', async () => {
    const set = await setOf(learnt(Array.from({ length: 2000 }, (_, i) => [Math.cos(i), Math.sin(i), 1])));
    const question = {
      kind: 'score',
      questions: ': shapes\nw0 w1 w2 w3\nw5 w6 w7 w8\nw0 w1 w2 nobody\n',
      method: 'add',
      exclude: true,
      centred: false,
      candidates: null,
    } as const;
    const work = set.answer(question);
    const first = work.next();
    expect(first).toMatchObject({ done: false, value: { total: 2000 } });
    const { categories, candidates } = ask(set, question);
    // w1 − w0 is no constant on a circle: it is only the counting that is held here.
    expect(categories[0]).toMatchObject({ name: 'shapes', questions: 3, answerable: 2 });
    expect(candidates).toBe(2000);
  });

  it('does not find a set that nobody kept', async () => {
    expect(await opened({ kind: 'kept', id: 'x' })).toMatchObject({ ok: false, fault: { code: 'not-kept' } });
  });
});
