import { createRandom, xoshiro128 } from '../../models/random.ts';
import { aliasTable, createNoise } from '../../models/softmax/noise.ts';
import { chanceLimit, type DrawTable, drawFrom } from '../../models/word2vec/draws.ts';

/** The noise of some counts, and the table that it is drawn from. */
export interface NoiseTable extends DrawTable {
  readonly probabilities: Float64Array;
}

/** Throws a RangeError when nothing could ever be drawn. */
export function createNoiseTable(counts: ArrayLike<number>, exponent: number): NoiseTable {
  const { probabilities } = createNoise(counts, exponent);
  const { limits, aliases } = aliasTable(probabilities);
  return { probabilities, limits: limits.map(chanceLimit), aliases };
}

const RANGE = 2 ** 32;

/** One draw, with all that it goes by. */
export interface FollowedDraw {
  /** In [0, 1). */
  readonly uniform: number;
  /** u·V: its whole part names the column, the rest decides within it. */
  readonly scaled: number;
  readonly column: number;
  readonly rest: number;
  /** Below it the column's own word is drawn, from it on its alias. */
  readonly limit: number;
  readonly word: number;
}

/** What `drawFrom` does, step by step. `words`, the generator's state, is moved on in place. */
export function followDraw(words: Uint32Array, { limits, aliases }: DrawTable): FollowedDraw {
  const bits = xoshiro128(words);
  const product = bits * limits.length;
  const column = Math.floor(product / RANGE);
  const rest = product / RANGE - column;
  const limit = limits[column]! / RANGE;
  return {
    uniform: bits / RANGE,
    scaled: product / RANGE,
    column,
    rest,
    limit,
    word: rest < limit ? column : aliases[column]!,
  };
}

/** Draws from a noise so far. */
export interface Tally {
  readonly draws: number;
  /** How often each word came (V). */
  readonly seen: Int32Array;
  /** The generator's four words behind the last draw, and before it. */
  readonly state: Uint32Array;
  readonly before: Uint32Array;
}

export function startTally(size: number, seed: number): Tally {
  const state = createRandom(seed).state();
  return { draws: 0, seen: new Int32Array(size), state, before: state };
}

/** So many more draws; the tally before stays as it is. */
export function drawMore({ draws, seen, state, before }: Tally, table: DrawTable, count: number): Tally {
  const [next, words] = [seen.slice(), state.slice()];
  let last = before;
  for (let i = 0; i < count; i++) {
    if (i === count - 1) last = words.slice();
    next[drawFrom(words, table)]!++;
  }
  return { draws: draws + count, seen: next, state: words, before: last };
}

/** Who is in each column of the alias table, from the bottom up, and how much of it each holds. */
export interface AliasColumn {
  readonly own: number;
  /** 0 … 1. */
  readonly share: number;
  /** Null: the column is its own word's alone. */
  readonly alias: number | null;
}

export function aliasColumns({ limits, aliases }: DrawTable): readonly AliasColumn[] {
  return Array.from(limits, (limit, own) => {
    const alias = aliases[own]!;
    return { own, share: limit / RANGE, alias: alias === own || limit >= RANGE ? null : alias };
  });
}
