import { readPairs, readWords } from '../../../instruments/vector-panels/word-lists.ts';
import { biasDirection, type DirectionResult, MOST_PAIRS, neutralise } from '../../../models/vectors/bias.ts';
import { dot, norm } from '../../../models/vectors/row-kernel.ts';
import type { VectorAnswers } from '../../../store/vectors-state.ts';

/** Words that are shown at once. */
export const MOST_WORDS = 40;

export const pairsIn = (text: string) => readPairs(text, MOST_PAIRS);
export const wordsIn = (text: string) => readWords(text, { most: MOST_WORDS, characters: false });

/** A word's vector, of length 1; null where the set has none. */
export type UnitOf = (word: string) => Float64Array | null;

/** The rows of an answer by word; a set may spell a word in small letters. */
export function unitsOf(rows: VectorAnswers['rows'] | null): UnitOf {
  const at = new Map(rows?.words.map((word, i) => [word, i]));
  return (word) => {
    const row = at.get(word) ?? at.get(word.toLowerCase());
    if (row === undefined || !rows) return null;
    const d = rows.dimensions;
    const vector = Float64Array.from(rows.vectors.subarray(row * d, (row + 1) * d));
    const length = norm(vector);
    return length > 0 ? vector.map((x) => x / length) : null;
  };
}

type Pair = readonly [string, string];

export interface Axis {
  readonly result: DirectionResult;
  /** Pairs that it is made of, and those that point nowhere. */
  readonly used: readonly Pair[];
  readonly flat: readonly Pair[];
}

/** The direction of those pairs of which both words are there. */
export function axisOf(pairs: readonly Pair[], unit: UnitOf): Axis {
  const known = pairs.flatMap((pair) => {
    const [a, b] = [unit(pair[0]), unit(pair[1])];
    return a && b ? [{ pair, vectors: [a, b] as const }] : [];
  });
  const result = biasDirection(known.map(({ vectors }) => vectors));
  const isFlat = (i: number) => result.flat.includes(i);
  return {
    result,
    used: known.filter((_, i) => !isFlat(i)).map(({ pair }) => pair),
    flat: known.filter((_, i) => isFlat(i)).map(({ pair }) => pair),
  };
}

export interface PlacedWord {
  readonly word: string;
  /** cos(v, g) as it is, and when the word is neutralised; null: nothing is left of it then. */
  readonly before: number;
  readonly after: number | null;
}

/** Words along the direction, from one end to the other. */
export function placeWords(words: readonly string[], unit: UnitOf, g: Float64Array): readonly PlacedWord[] {
  const placed = words.flatMap((word): readonly PlacedWord[] => {
    const v = unit(word);
    if (!v) return [];
    const { along, vector } = neutralise(v, g);
    return [{ word, before: along, after: vector && dot(vector, g) }];
  });
  return placed.sort((x, y) => x.before - y.before);
}
