import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  fasttextFile,
  floatTensor,
  npyFile,
  safetensorsFile,
  word2vecFile,
} from './foreign-files.testkit.ts';
import { isBinary, isHeadEnough, sniffBinary, sniffText } from './sniff.ts';

const ROWS = [
  ['a', [1, 2]],
  ['b', [3, 4]],
] as const;

describe('what a file is', () => {
  it.each([
    ['fasttext-bin', fasttextFile({ words: ROWS, ngrams: [], minN: 0, maxN: 0 })],
    ['word2vec-bin', word2vecFile(ROWS)],
    ['npy', npyFile([[1]])],
    ['safetensors', safetensorsFile({ w: floatTensor([[1]]) })],
    ['empty', new Uint8Array(0)],
  ])('by its first bytes: %s', (kind, bytes) => {
    expect(sniffBinary(bytes)).toEqual({ kind });
  });

  it.each([
    ['glove', 'a 1 2\nb 3 4\n', { dimensions: 2, header: null }],
    ['glove', '. . 1 2\nb 3 4\nc 5 6\n', { dimensions: 2 }],
    ['glove', '7 1 2\nb 3 4\n', { dimensions: 2 }],
    ['vec', '2 2\na 1 2\nb 3 4\n', { dimensions: 2, header: { rows: 2, dimensions: 2 } }],
    ['vec', '2 3\na 1 2\nb 3 4\n', { dimensions: 2, header: { rows: 2, dimensions: 3 } }],
    ['vec', '2 1\na 1\nb 3\n', { dimensions: 1 }],
    ['numbers', '1\t2\n3\t4\n', { dimensions: 2 }],
    ['numbers', '0.5 0.25 -1\n-0.5 3.5 1\n', { dimensions: 3 }],
    ['numbers', '2 3\n0.5 0.25 -1\n-0.5 3.5 1\n', { dimensions: 3 }],
  ])('by its first lines: %s in %j', (kind, text, plan) => {
    expect(sniffText(text, true)).toMatchObject({ kind, plan });
  });

  it('leaves a line that is not whole out of account', () => {
    expect(sniffText('a 1 2\nb 3 4\nc 5', false)).toMatchObject({ kind: 'glove', plan: { dimensions: 2 } });
  });

  it('wants two lines, or what is no text', () => {
    const line = new Uint8Array(1 << 16).fill(0x61);
    expect(isHeadEnough(line)).toBe(false);
    expect(isHeadEnough(bytesOf('a\nb\n', line))).toBe(true);
    expect(isHeadEnough(bytesOf(line, Uint8Array.of(0)))).toBe(true);
    expect(isHeadEnough(bytesOf('a\nb\n'))).toBe(false);
  });

  it('knows bytes that no text has', () => {
    expect(isBinary(Uint8Array.from({ length: 200 }, (_, i) => i))).toBe(true);
    expect(isBinary(bytesOf('tab\t, return\r\n, feed\f, 鲸'))).toBe(false);
  });
});
