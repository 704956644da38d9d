import { type Ends, tokenize } from '../text/tokenize.ts';
import { END_TOKEN, UNKNOWN_TOKEN } from '../text/vocabulary.ts';

/** Somebody else's tokens as our models number them: ⟨UNK⟩ first. */
export interface ForeignVocabulary {
  readonly tokens: readonly string[];
  /** Of each of our ids theirs; −1 where they have none (⟨UNK⟩, when it was added). */
  readonly from: Int32Array;
  readonly level: 'character' | 'word';
  /** Present when there is an end token. Where it stood in their text nobody says: lines is the custom. */
  readonly ends?: Ends;
  /** What they called the two, null when they have none. */
  readonly unknown: string | null;
  readonly end: string | null;
  /** Tokens that no text is ever cut into here, so that they are never read. */
  readonly unreachable: readonly string[];
}

/** The tokens are parts of words, or cut in a way that no text is cut in here; some of them. */
export interface TokensFault {
  readonly code: 'other-tokens';
  readonly examples: readonly string[];
  readonly count: number;
  readonly size: number;
}

export type ForeignVocabularyResult =
  | { readonly ok: true; readonly vocabulary: ForeignVocabulary }
  | { readonly ok: false; readonly fault: TokensFault };

const UNKNOWN = /^([<⟨[|]{1,2})unk(nown)?([>⟩\]|]{1,2})$/i;
const END = /^(([<⟨[|]{1,2})(eos|end|endoftext)([>⟩\]|]{1,2})|<\/s>)$/i;
/** `<pad>`, `<s>`, `[CLS]`: never part of a text. */
const MARK = /^([<[]\/?\w+[>\]]|<\|\w+\|>)$/;
const EXAMPLES = 6;

/**
 * Puts ⟨UNK⟩ first and calls both special tokens by our names. The level is that of the tokens: characters when each of them
 * is one. Tokens that most of which could not come out of any text here (parts of words) are refused.
 */
export function foreignVocabulary(theirs: readonly string[]): ForeignVocabularyResult {
  const unknown = find(theirs, UNKNOWN_TOKEN, UNKNOWN);
  const end = find(theirs, END_TOKEN, END);
  const rest = theirs.map((_, id) => id).filter((id) => id !== unknown);
  const from = Int32Array.from([unknown, ...rest]);
  const tokens = Array.from(from, (id) =>
    id === unknown ? UNKNOWN_TOKEN : id === end ? END_TOKEN : (theirs[id] ?? UNKNOWN_TOKEN),
  );
  const ordinary = tokens.filter((token) => token !== UNKNOWN_TOKEN && token !== END_TOKEN);
  const level = levelOf(ordinary);
  const unreachable = ordinary.filter((token) => !isReachable(token, level));
  if (unreachable.length > ordinary.length / 2) {
    const examples = unreachable.filter((token) => !MARK.test(token)).slice(0, EXAMPLES);
    return {
      ok: false,
      fault: { code: 'other-tokens', examples, count: unreachable.length, size: theirs.length },
    };
  }
  return {
    ok: true,
    vocabulary: {
      tokens,
      from,
      level,
      ...(end < 0 ? {} : { ends: 'lines' }),
      unknown: theirs[unknown] ?? null,
      end: theirs[end] ?? null,
      unreachable,
    },
  };
}

/** Our own name goes before any other. */
function find(tokens: readonly string[], ours: string, pattern: RegExp): number {
  const own = tokens.indexOf(ours);
  return own >= 0 ? own : tokens.findIndex((token) => pattern.test(token));
}

/** Words are longer than a character, but for a few. */
function levelOf(tokens: readonly string[]): 'character' | 'word' {
  const letters = tokens.filter((token) => !MARK.test(token));
  return letters.every((token) => isReachable(token, 'character')) ? 'character' : 'word';
}

function isReachable(token: string, level: 'character' | 'word'): boolean {
  const cut = tokenize(token, { level });
  return cut.length === 1 && cut[0] === token;
}
