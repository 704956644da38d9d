import { describe, expect, it } from 'vitest';
import { textFile } from '../../../models/vectors/read/foreign-files.testkit.ts';
import { opened, rowsOf, zipOf } from './intake.testkit.ts';

const ROWS = [
  ['the', [0.5, -1, 2]],
  ['鲸鱼', [0.25, 2.25, -3]],
  ['constructor', [7, 8, 9]],
] as const;
const EXPECTED = Object.fromEntries(ROWS.map(([word, row]) => [word, [...row]]));

const file = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);

describe('addresses', () => {
  const answer = (body: BodyInit, init?: ResponseInit) => ({ fetch: async () => new Response(body, init) });
  const from = (url: string, hooks: { fetch?: typeof fetch }) => opened({ kind: 'url', url }, {}, hooks);

  it('bring what is behind them, named as there', async () => {
    const result = await from(
      'https://example.org/a/%E9%B2%B8.vec?x=1',
      answer(textFile(ROWS, { header: true })),
    );
    expect(result).toMatchObject({ ok: true, source: { name: '鲸.vec' } });
    expect(rowsOf(result)).toEqual(EXPECTED);
    const zip = await zipOf([file(textFile(ROWS), 'glove.txt')]);
    expect(rowsOf(await from('https://example.org/a.zip', answer(zip)))).toEqual(EXPECTED);
  });

  it('of pages about a file lead to the file', async () => {
    const asked: string[] = [];
    const get: typeof fetch = async (url) => {
      asked.push(String(url));
      return new Response(textFile(ROWS));
    };
    await from('https://github.com/o/r/blob/main/a.txt', { fetch: get });
    await from('https://huggingface.co/o/r/blob/main/a.txt', { fetch: get });
    expect(asked).toEqual([
      'https://raw.githubusercontent.com/o/r/main/a.txt',
      'https://huggingface.co/o/r/resolve/main/a.txt',
    ]);
  });

  it('are asked for without cookies, and without the name of this page', async () => {
    const asked: unknown[] = [];
    const get: typeof fetch = async (_, init) => {
      asked.push(init);
      return new Response(textFile(ROWS));
    };
    await from('https://example.org/a.txt', { fetch: get });
    expect(asked).toEqual([{ credentials: 'omit', referrerPolicy: 'no-referrer' }]);
  });

  it.each([
    'https://me:secret@example.org/a.txt',
    'https://me@example.org/a.txt',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,a 1 2',
    'glove.txt',
    '',
  ])('not %s', async (url) => {
    expect(await from(url, {})).toEqual({
      ok: false,
      fault: { code: 'address', url },
      flaws: [],
      good: null,
    });
  });

  it('say what was in the way', async () => {
    expect(await from('https://example.org/x', answer('', { status: 404 }))).toMatchObject({
      fault: { code: 'fetch', status: 404 },
    });
    const refused: typeof fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await from('https://example.org/x', { fetch: refused })).toMatchObject({
      fault: { code: 'fetch', status: null, detail: 'Failed to fetch' },
    });
  });

  it('that break off leave what came', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (sent++ === 0) controller.enqueue(textFile(ROWS));
          else controller.error(new TypeError('network error'));
        },
      },
      { highWaterMark: 0 },
    );
    const result = await from('https://example.org/x.txt', answer(body));
    expect(result).toMatchObject({ ok: false, fault: { code: 'fetch', detail: 'network error' } });
  });
});
