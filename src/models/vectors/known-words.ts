import type { WordLookup } from './lookup.ts';
import { makeUnit, type RowFacts, readExact } from './row-facts.ts';
import { dot, norm } from './row-kernel.ts';
import type { RowStore } from './row-store.ts';

/** A word that was asked for, and its vector in 64 bits (less the mean, if so asked). */
export interface Known {
  readonly word: string;
  /** −1: it has no row. */
  readonly index: number;
  readonly vector: Float64Array;
}

/** Where words' vectors are found. */
export interface KnowingSet {
  readonly words: readonly string[];
  readonly store: RowStore;
  readonly facts: RowFacts;
  readonly lookup: WordLookup;
  /** The vector of a word that has no row, made of its parts; null: there is none. */
  readonly unseen: ((word: string) => Float32Array | null) | null;
}

/** The word's vector, where the set has or makes one. */
export function know(set: KnowingSet, asked: string, centred: boolean): Known | null {
  const index = set.lookup.find(asked);
  if (index >= 0) return knownRow(set, index, centred);
  const made = set.unseen?.(asked);
  if (!made) return null;
  const mean = centred ? set.facts.mean() : null;
  return { word: asked, index, vector: Float64Array.from(made, (x, k) => x - (mean?.[k] ?? 0)) };
}

/** Those of the words that have vectors, in the order asked, and those that have none. */
export function knowAll(set: KnowingSet, asked: readonly string[], centred: boolean) {
  const all = asked.map((word) => know(set, word, centred));
  const missing = asked.filter((_, i) => !all[i]);
  return { known: all.filter((one) => one !== null), missing };
}

export function knownRow({ store, facts, words }: KnowingSet, index: number, centred: boolean): Known {
  const vector = new Float64Array(store.dimensions);
  readExact(store.finish(), index, vector, centred ? facts.mean() : null);
  return { word: words[index] ?? '', index, vector };
}

/** Σ weight · vector (d), of unit vectors if there are several. */
export function combine(known: readonly Known[], weights: readonly number[], d: number): Float64Array {
  const total = new Float64Array(d);
  for (const [i, { vector }] of known.entries()) {
    const part = known.length > 1 ? unitOf(vector) : vector;
    for (let k = 0; k < d; k++) total[k]! += (weights[i] ?? 0) * part[k]!;
  }
  return total;
}

/** x / ‖x‖, or zeros where x has no direction. */
export function unitOf(vector: Float64Array): Float64Array {
  const unit = vector.slice();
  makeUnit(unit);
  return unit;
}

/** 0 where one of them has no direction. */
export function cosineOf(x: Float64Array, y: Float64Array): number {
  const lengths = norm(x) * norm(y);
  return lengths > 0 ? dot(x, y) / lengths : 0;
}
