/** A word of the noise, with how often it occurs. */
export interface NoiseWord {
  readonly word: string;
  readonly count: number;
  /** Place among all words by frequency, from 1; null in a list that the reader typed. */
  readonly rank: number | null;
}

/** Fewest and most words that bars and columns have room for. */
export const WORDS = { least: 2, most: 24 } as const;

/**
 * So many words from the whole range of frequencies: their ranks rise by equal factors, from the most frequent to the rarest.
 * Words come by falling counts.
 */
export function spreadWords(
  words: readonly string[],
  counts: ArrayLike<number>,
  size: number,
): readonly NoiseWord[] {
  const last = words.length;
  const wanted = Math.min(size, last);
  const chosen: NoiseWord[] = [];
  for (let i = 0, rank = 0; i < wanted; i++) {
    const ideal = wanted > 1 ? Math.round(last ** (i / (wanted - 1))) : 1;
    // Each rank once, and enough left for the others.
    rank = Math.min(Math.max(ideal, rank + 1), last - (wanted - 1 - i));
    chosen.push({ word: words[rank - 1] ?? '', count: counts[rank - 1] ?? 0, rank });
  }
  return chosen;
}

/**
 * A list that the reader typed: a word and how often it occurs, parted by a space, a colon or an equals sign; entries by commas,
 * semicolons or line breaks. A word without a number occurs once, a word that comes again adds up, what cannot be read is said.
 */
export function readList(typed: string): {
  readonly words: readonly NoiseWord[];
  readonly unread: readonly string[];
} {
  const counts = new Map<string, number>();
  const unread: string[] = [];
  for (const entry of typed.split(/[,;，；、\n]/u).map((part) => part.trim())) {
    if (entry === '') continue;
    const read = readEntry(entry);
    const before = read && counts.get(read.word);
    if (read && (before !== undefined || counts.size < WORDS.most)) {
      counts.set(read.word, Math.min(MOST_COUNT, (before ?? 0) + read.count));
    } else unread.push(entry);
  }
  const words = [...counts].map(([word, count]) => ({ word, count, rank: null }));
  return { words: words.sort((a, b) => b.count - a.count), unread };
}

const MOST_COUNT = 1e9;

/** A number behind a word that is not a whole one: not a part of the word. */
const OTHER_NUMBER = /[\s:=：]+[-−+]?[\d.]+$/u;

/** Null: no word, or a count that is none. */
function readEntry(entry: string): { readonly word: string; readonly count: number } | null {
  const [, word = '', digits = '1'] = /^(.*?)(?:[\s:=：]+(\d+))?$/u.exec(entry) ?? [];
  const count = Number(digits);
  const isWord = /[\p{L}\p{N}]/u.test(word) && !OTHER_NUMBER.test(word);
  return isWord && count > 0 && count <= MOST_COUNT ? { word, count } : null;
}

/** How the whole vocabulary shares the draws. */
export interface NoiseShares {
  /** V. */
  readonly size: number;
  /** P of the ten most frequent words together. */
  readonly first: number;
  /** P of the rarer half of the words together. */
  readonly rarer: number;
}

/** Counts come by falling frequency. */
export function noiseShares(probabilities: Float64Array): NoiseShares {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const size = probabilities.length;
  return {
    size,
    first: sum(probabilities.subarray(0, 10)),
    rarer: sum(probabilities.subarray(Math.ceil(size / 2))),
  };
}
