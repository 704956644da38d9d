import { afterEach, describe, expect, it, vi } from 'vitest';
import { CorpusError, loadCorpus } from './corpora.ts';

const answer = (body: string, status: number, type: string) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': type } }));
afterEach(() => vi.unstubAllGlobals());

describe('loadCorpus', () => {
  it.each([
    ['not there', 'nothing', 404, 'text/plain'],
    ['the host’s own page', '<!doctype html>', 200, 'text/html; charset=utf-8'],
  ])('throws when the answer is %s, and asks again the next time', async (name, body, status, type) => {
    answer(body, status, type);
    await expect(loadCorpus(name)).rejects.toMatchObject({ corpus: name, status: 404 });
    await expect(loadCorpus(name)).rejects.toBeInstanceOf(CorpusError);
    answer('a text', 200, 'text/plain');
    expect(await loadCorpus(name)).toBe('a text');
  });
});
