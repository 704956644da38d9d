import { readFileSync } from 'node:fs';
import { readBundle } from '../src/models/vectors/bundle.ts';

/** A set that comes with the site, as plain numbers: what pages are held to is computed from them here, all pairs and nothing clever. */
export interface PlainVectors {
  readonly words: readonly string[];
  /** Rows as they are, and scaled to length 1. */
  readonly rows: readonly Float64Array[];
  readonly units: readonly Float64Array[];
}

export function readBuiltIn(name: 'glove' | 'characters'): PlainVectors {
  const read = readBundle(readFileSync(new URL(`../public/vectors/${name}.vectors`, import.meta.url)));
  if (!read.ok || read.bundle.table.rows.precision !== 'int8') throw new Error(`no bundle ${name}`);
  const { words, dimensions: d, rows: stored } = read.bundle.table;
  const rows = words.map((_, i) =>
    Float64Array.from(stored.codes.subarray(i * d, (i + 1) * d), (code) => code * (stored.scales[i] ?? 0)),
  );
  const units = rows.map((row) => {
    const length = Math.hypot(...row);
    return row.map((value) => value / length);
  });
  return { words, rows, units };
}

export function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return sum;
}

export const unitOf = ({ words, units }: PlainVectors, word: string): Float64Array =>
  units[words.indexOf(word)] ?? new Float64Array(0);

/** The words with the largest scores, the best first. */
export function best(
  { words }: PlainVectors,
  scores: readonly number[],
  count: number,
  without: readonly string[] = [],
): readonly { readonly word: string; readonly score: number }[] {
  return words
    .map((word, i) => ({ word, score: scores[i] ?? 0 }))
    .filter(({ word }) => !without.includes(word))
    .sort((x, y) => y.score - x.score)
    .slice(0, count);
}

/** b − a + c of vectors of length 1. */
export function target(vectors: PlainVectors, [a, b, c]: readonly [string, string, string]): Float64Array {
  const [x, y, z] = [a, b, c].map((word) => unitOf(vectors, word));
  return Float64Array.from(x ?? [], (value, i) => (y?.[i] ?? 0) - value + (z?.[i] ?? 0));
}

/** 3CosAdd by its definition: cosines of all words with b − a + c. */
export function cosAdd(vectors: PlainVectors, abc: readonly [string, string, string]): readonly number[] {
  const query = target(vectors, abc);
  const length = Math.sqrt(dot(query, query));
  return vectors.units.map((row) => dot(row, query) / length);
}
