/** Id of the token that stands for every token outside the vocabulary. */
export const UNKNOWN_ID = 0;
export const UNKNOWN_TOKEN = '⟨UNK⟩';
/** Token that stands where a line or sentence ends, in texts that are read so. */
export const END_TOKEN = '⟨EOS⟩';

/** A text as ids, as wide as they need to be: a character of a long text takes two bytes, not four. */
export type TokenIds = Uint16Array | Int32Array;

/** The tokens that a model knows. A Map throughout: 'constructor' is a word. */
export interface Vocabulary {
  /** Token texts by id, ⟨UNK⟩ first, then most frequent first. */
  readonly tokens: readonly string[];
  /** How often each id occurs in the text; for ⟨UNK⟩, how many tokens it replaced. */
  readonly counts: readonly number[];
  readonly ids: ReadonlyMap<string, number>;
}

/**
 * The `size` − 1 most frequent tokens, and ⟨UNK⟩. Of equally frequent tokens the one that appears first comes first. A text
 * with fewer different tokens gives a smaller vocabulary. Throws a RangeError when `size` < 1.
 */
export function createVocabulary(text: readonly string[], { size }: { readonly size: number }): Vocabulary {
  return mostFrequent([...countTokens(text)], { size, length: text.length });
}

/**
 * The vocabulary of a text of `length` tokens whose different tokens occur so often; those that appear first come first. Throws
 * a RangeError when `size` < 1.
 */
export function mostFrequent(
  frequencies: readonly (readonly [token: string, count: number])[],
  { size, length }: { readonly size: number; readonly length: number },
): Vocabulary {
  if (!(size >= 1))
    throw new RangeError(`A vocabulary holds at least ${UNKNOWN_TOKEN}; asked for ${size} tokens.`);
  // Array sorts are stable: ties stay in order of appearance.
  const kept = frequencies
    .filter(([token]) => token !== UNKNOWN_TOKEN)
    .sort((a, b) => b[1] - a[1])
    .slice(0, size - 1);
  const tokens = [UNKNOWN_TOKEN, ...kept.map(([token]) => token)];
  const known = kept.reduce((sum, [, count]) => sum + count, 0);
  return {
    tokens,
    counts: [length - known, ...kept.map(([, count]) => count)],
    ids: new Map(tokens.map((token, id) => [token, id])),
  };
}

/** A vocabulary of known tokens, ⟨UNK⟩ first; counts where they are known, else 0. */
export function vocabularyOf(tokens: readonly string[], counts: readonly number[] = []): Vocabulary {
  return {
    tokens,
    counts: tokens.map((_, id) => counts[id] ?? 0),
    ids: new Map(tokens.map((token, id) => [token, id])),
  };
}

/** Token ids; what is not in the vocabulary becomes ⟨UNK⟩. */
export function encode({ ids }: Vocabulary, tokens: readonly string[]): Int32Array {
  return Int32Array.from(tokens, (token) => ids.get(token) ?? UNKNOWN_ID);
}

/** Token texts of ids; an id that no token has reads ⟨UNK⟩. */
export function decode({ tokens }: Vocabulary, ids: ArrayLike<number>): string[] {
  return Array.from(ids, (id) => tokens[id] ?? UNKNOWN_TOKEN);
}

function countTokens(text: readonly string[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const token of text) frequencies.set(token, (frequencies.get(token) ?? 0) + 1);
  return frequencies;
}
