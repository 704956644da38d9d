import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../models/random.ts';
import {
  bytesOf,
  fasttextFile,
  floatTensor,
  npyFile,
  safetensorsFile,
  textFile,
  word2vecFile,
} from '../../../models/vectors/read/foreign-files.testkit.ts';
import { opened, openedFiles, rowsOf, zipOf } from './intake.testkit.ts';
import type { OpenSource } from './source-types.ts';

const ROWS = [
  ['the', [0.5, -1, 2]],
  ['鲸鱼', [0.25, 2.25, -3]],
  ['constructor', [7, 8, 9]],
] as const;
const EXPECTED = Object.fromEntries(ROWS.map(([word, row]) => [word, [...row]]));
const WORDS = ROWS.map(([word]) => word);
const MATRIX = ROWS.map(([, row]) => row);
const NUMBERS = MATRIX.map((row) => `${row.join('\t')}\n`).join('');

const file = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);

describe('files of vectors', () => {
  const files: Readonly<Record<string, readonly File[]>> = {
    glove: [file(textFile(ROWS), 'a')],
    vec: [file(textFile(ROWS, { header: true }), 'a')],
    'word2vec-bin': [file(word2vecFile(ROWS), 'a')],
    'fasttext-bin': [file(fasttextFile({ words: ROWS, ngrams: [], minN: 0, maxN: 0 }), 'a')],
    npy: [file(npyFile(MATRIX), 'a'), file(`${WORDS.join('\n')}\n`, 'b')],
    tsv: [
      file(NUMBERS, 'a'),
      file(`word\tkind\n${WORDS.map((word) => `${word}\tk-${word}\n`).join('')}`, 'b'),
    ],
    safetensors: [file(safetensorsFile({ w: floatTensor(MATRIX) }), 'a'), file(JSON.stringify(WORDS), 'b')],
  };

  it.each(Object.keys(files))(
    'of the kind %s are told by what is in them, plain, packed and in an archive',
    async (kind) => {
      const plain = files[kind] ?? [];
      const packed = await Promise.all(
        plain.map(async (each) => file(new Uint8Array(gzipSync(await each.bytes())), `${each.name}.gz`)),
      );
      const zip = await zipOf(plain);
      for (const some of [plain, [...plain].reverse(), packed, [zip]]) {
        const result = await openedFiles(some);
        expect(result).toMatchObject({
          ok: true,
          source: { format: kind, wordsInSource: 3, flaws: [], limit: null },
        });
        expect(rowsOf(result)).toEqual(EXPECTED);
      }
    },
  );

  it('bring what a table says of each word that is kept', async () => {
    const result = await openedFiles(files.tsv ?? [], { only: ['鲸鱼', 'constructor'] });
    expect(result.ok && result.source.columns).toEqual([
      { name: 'kind', values: ['k-鲸鱼', 'k-constructor'] },
    ]);
    const counted = await openedFiles([
      ...(files.npy?.slice(0, 1) ?? []),
      file('the 9\n鲸鱼 5\nconstructor 1\n', 'v'),
    ]);
    expect(counted.ok && counted.source.counts).toEqual([9, 5, 1]);
  });

  it('in an archive: the largest that fits, whatever lies beside it', async () => {
    const zip = await zipOf([
      file('Read me. These are vectors, and this is a line about them.\n', 'README.md'),
      file(textFile(ROWS), 'vectors/small.txt'),
      file('junk', '__MACOSX/._x'),
      file(textFile([...ROWS, ['more', [1, 1, 1]]]), 'vectors/large.txt'),
      file(bytesOf(Uint8Array.of(0x89), 'PNG\r\n', new Uint8Array(5000)), 'picture.png'),
    ]);
    const result = await openedFiles([zip]);
    expect(result).toMatchObject({ ok: true, source: { name: 'a.zip/vectors/large.txt', wordsInSource: 4 } });
  });

  it('are decoded where their encoding is certain', async () => {
    const text = new TextDecoder().decode(textFile(ROWS));
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const swapped = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
    // 的 是 在 不 人 in GBK, by hand.
    const pairs = [
      [0xb5, 0xc4],
      [0xca, 0xc7],
      [0xd4, 0xda],
      [0xb2, 0xbb],
      [0xc8, 0xcb],
    ];
    const gbk = bytesOf(...pairs.flatMap((pair, i) => [Uint8Array.from(pair), ` ${i} 1\n`]));
    for (const bytes of [wide, swapped])
      expect(rowsOf(await openedFiles([file(bytes, 'a')]))).toEqual(EXPECTED);
    expect(Object.keys(rowsOf(await openedFiles([file(gbk, 'a')])))).toEqual(['的', '是', '在', '不', '人']);
  });

  it('can be asked before all is read', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => [`w${i}`, [i, 1, 2]] as const);
    const early: number[] = [];
    let at = 0;
    const result = await openedFiles(
      [file(textFile(rows), 'a')],
      {},
      {
        early: 1000,
        now: () => at++ * 10,
        onEarly: (source: OpenSource) => early.push(source.words.length, source.rows.count),
      },
    );
    expect(early).toHaveLength(2);
    expect(early[0]).toBe(early[1]);
    expect(early[0]).toBeGreaterThan(0);
    expect(early[0]).toBeLessThan(rows.length);
    expect(result.ok && result.source.words).toHaveLength(rows.length);
  });

  it('are read no further than what is kept', async () => {
    const noise = createRandom(4);
    const rows = Array.from({ length: 30_000 }, (_, i) => [`w${i}`, [noise.next(), noise.next()]] as const);
    const bin = bytesOf('3000000 2\n', word2vecFile(rows).subarray('30000 2\n'.length));
    const gz = new Uint8Array(gzipSync(bin));
    let sent = 0;
    const packed = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull(controller) {
          controller.enqueue(gz.slice(sent, sent + 4096));
          sent += 4096;
        },
      },
      { highWaterMark: 0 },
    );
    const url = 'https://example.org/GoogleNews.bin.gz';
    const result = await opened(
      { kind: 'url', url },
      { most: 10 },
      { fetch: async () => new Response(packed) },
    );
    expect(result).toMatchObject({ ok: true, source: { limit: 'most', wordsInSource: 3_000_000 } });
    expect(sent).toBeLessThan(gz.length / 3);
  });
});

describe('files that are damaged', () => {
  it('have good rows before what is cut off, and those can be opened', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`w${i}`, [Math.sin(i), Math.cos(i)]] as const);
    const gz = new Uint8Array(gzipSync(textFile(rows)));
    const cut = await openedFiles([file(gz.slice(0, gz.length / 2), 'a.txt.gz')]);
    expect(cut).toMatchObject({ ok: false, fault: { code: 'damaged' } });
    const good = cut.ok ? 0 : (cut.good?.words.length ?? 0);
    expect(good).toBeGreaterThan(1000);
    expect(!cut.ok && cut.fault.code === 'damaged' && cut.fault.words).toBe(good);
    const bin = await openedFiles([file(word2vecFile(ROWS).slice(0, -4), 'a.bin')]);
    expect(bin).toMatchObject({
      ok: false,
      fault: { code: 'damaged', words: 2, place: { file: 'a.bin', row: 3 } },
    });
    expect(Object.keys(rowsOf(bin))).toEqual(['the', '鲸鱼']);
  });

  it('give nothing where no vector is whole', async () => {
    const model = fasttextFile({ words: ROWS, ngrams: [[1, 2, 3]], minN: 2, maxN: 3 });
    const result = await openedFiles([file(model.slice(0, 200), 'a')]);
    expect(result).toMatchObject({ ok: false, fault: { code: 'damaged' }, good: null });
  });
});

describe('files that are no vectors', () => {
  it.each([
    ['nothing', '', { code: 'empty' }],
    ['a document', '%PDF-1.7\n%âãÏÓ', { code: 'not-vectors', kind: 'pdf' }],
    [
      'a picture',
      bytesOf(Uint8Array.of(0x89), 'PNG\r\n\x1a\n', new Uint8Array(99)),
      { code: 'not-vectors', kind: 'image' },
    ],
    ['a page', '<!DOCTYPE html><html><body>404</body></html>', { code: 'not-vectors', kind: 'web-page' }],
    [
      'a pickle',
      bytesOf(Uint8Array.of(0x80, 4, 0x95), 'gensim.models.keyedvectors'),
      { code: 'not-vectors', kind: 'pickle' },
    ],
    ['what a server said', '{"error": "not found"}', { code: 'not-vectors', kind: 'json' }],
    [
      'prose',
      'Call me Ishmael. Some years ago, never mind how long precisely, I went to sea.\n',
      { code: 'not-vectors' },
    ],
    [
      'a pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n',
      { code: 'not-vectors', kind: 'pointer' },
    ],
    ['words alone', 'the\nof\nand\n', { code: 'partner-missing', wanted: 'vectors' }],
    ['a vocabulary alone', '{"the": 0, "of": 1}', { code: 'partner-missing', wanted: 'vectors' }],
    ['numbers alone', '0.1\t0.2\n0.3\t0.4\n', { code: 'partner-missing', wanted: 'words' }],
    ['an array alone', npyFile([[1, 2]]), { code: 'partner-missing', wanted: 'words' }],
    ['a header alone', '400000 100\n', { code: 'no-rows' }],
    [
      'noise',
      Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i >> 3)) & 255),
      { code: 'not-vectors' },
    ],
    [
      'Korean',
      bytesOf(
        ...[
          [0xc0, 0xcc],
          [0xc0, 0xc7],
          [0xb4, 0xd9],
          [0xb4, 0xc2],
        ].flatMap((pair) => [Uint8Array.from(pair), ' 1 2\n']),
      ),
      { code: 'encoding', encoding: 'euc-kr', place: { line: 1, byte: 0 } },
    ],
  ])('%s', async (_, content, fault) => {
    expect(await openedFiles([file(content, 'a')])).toMatchObject({ ok: false, fault, good: null });
  });

  it('words and rows that are not as many', async () => {
    expect(await openedFiles([file(NUMBERS, 'n.tsv'), file('a\nb\n', 'w.tsv')])).toMatchObject({
      fault: { code: 'partner-differs', file: 'n.tsv', rows: 3, words: 2 },
    });
  });

  it('archives that hold nothing, or are broken', async () => {
    const zip = await zipOf([file(textFile(ROWS), 'a.txt')]);
    const bytes = await zip.bytes();
    expect(await openedFiles([file(bytes.slice(0, 40), 'a.zip')])).toMatchObject({
      fault: { code: 'archive', reason: 'damaged' },
    });
    expect(await openedFiles([await zipOf([])])).toMatchObject({
      fault: { code: 'archive', reason: 'empty' },
    });
  });
});
