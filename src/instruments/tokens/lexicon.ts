import { UNKNOWN_ID, UNKNOWN_TOKEN, type Vocabulary } from '../../models/text/vocabulary.ts';

/** Stands at the end of every sentence, where the learner wants it. */
export const END_TOKEN = '⟨EOS⟩';
const END_ID = 1;

export const ORDERS = ['frequency', 'alphabet'] as const;
export type Order = (typeof ORDERS)[number];

export interface LexiconOptions {
  /** V: everything with a number, ⟨UNK⟩ (and ⟨EOS⟩) included. */
  readonly size: number;
  readonly end: boolean;
  /** Which word gets which number. Only numbers change: the vectors of two words differ as before. */
  readonly order: Order;
}

/** A vocabulary as a figure shows it: its first numbers are ⟨UNK⟩ and perhaps ⟨EOS⟩, the others are words. */
export interface Lexicon {
  /** V, no larger than the text allows. */
  readonly size: number;
  readonly idOf: (word: string) => number;
  readonly tokenAt: (id: number) => string;
  /** Share of the text's own tokens that became ⟨UNK⟩. */
  readonly unknown: number;
}

const specialsOf = (end: boolean): readonly string[] => (end ? [UNKNOWN_TOKEN, END_TOKEN] : [UNKNOWN_TOKEN]);

/** Largest V that a text's full vocabulary allows. */
export const largestSize = (full: Vocabulary, end: boolean): number =>
  full.tokens.length - 1 + specialsOf(end).length;

/** Of the text's full vocabulary (most frequent first), what a vocabulary of this size keeps. */
export function openLexicon(full: Vocabulary, options: LexiconOptions): Lexicon {
  const specials = specialsOf(options.end);
  const kept = Math.max(0, Math.min(options.size, largestSize(full, options.end)) - specials.length);
  const words = full.tokens.slice(1, kept + 1);
  if (options.order === 'alphabet') words.sort();
  const tokens = [...specials, ...words];
  const ids = new Map(tokens.map((token, id) => [token, id]));
  return {
    size: tokens.length,
    idOf: (word) => ids.get(word) ?? UNKNOWN_ID,
    tokenAt: (id) => tokens[id] ?? UNKNOWN_TOKEN,
    unknown: unknownShares(full)[kept] ?? 1,
  };
}

const shares = new WeakMap<Vocabulary, Float64Array>();

/** Share of a text's tokens that are ⟨UNK⟩ when its k most frequent tokens are kept, for k from 0 to all. */
export function unknownShares(full: Vocabulary): Float64Array {
  const known = shares.get(full);
  if (known) return known;
  const total = full.counts.reduce((sum, count) => sum + count, 0);
  const result = new Float64Array(full.tokens.length);
  let left = total;
  result[0] = total > 0 ? 1 : 0;
  for (let k = 1; k < result.length; k++) {
    left -= full.counts[k] ?? 0;
    result[k] = left / total;
  }
  shares.set(full, result);
  return result;
}

/** A token of the sentence, and what the network receives in its place. */
export interface TokenColumn {
  readonly text: string;
  readonly id: number;
  /** The vocabulary's token: the word itself, or ⟨UNK⟩. */
  readonly received: string;
  readonly known: boolean;
}

/** The sentence's tokens, at the end ⟨EOS⟩ where it is wanted. */
export function tokenColumns(
  tokens: readonly string[],
  lexicon: Lexicon,
  end: boolean,
): readonly TokenColumn[] {
  const columns = tokens.map((text) => {
    const id = lexicon.idOf(text);
    return { text, id, received: lexicon.tokenAt(id), known: id !== UNKNOWN_ID };
  });
  return end ? [...columns, { text: END_TOKEN, id: END_ID, received: END_TOKEN, known: true }] : columns;
}
