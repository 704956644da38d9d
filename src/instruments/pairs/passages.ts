import { safeEnd } from '../../models/text/segments.ts';
import { spansOf } from '../../models/text/spans.ts';
import { type Tokenization, tokenize } from '../../models/text/tokenize.ts';
import { END_TOKEN } from '../../models/text/vocabulary.ts';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { isWord } from '../../models/word2vec/text-words.ts';

/** A piece of a text that is looked at: a sentence or line, or a part of a long one. */
export interface PassageSpan {
  readonly start: number;
  readonly end: number;
  /** Whether the sentence goes on before or behind it. */
  readonly cut: boolean;
}

/** UTF-16 units that are shown at a time. */
const LENGTH = 300;
const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** The first passages of a text that have a word in them, at most so many. */
export function passagesOf(text: string, ends: Tokenization['ends'], most: number): readonly PassageSpan[] {
  const passages: PassageSpan[] = [];
  for (const { start, end } of spansOf(text, ends)) {
    for (let at = start; at < end && passages.length < most; ) {
      const next = Math.min(end, safeEnd(text, at, LENGTH) ?? at + LENGTH);
      if (WORD.test(text.slice(at, next))) {
        passages.push({ start: at, end: next, cut: at > start || next < end });
      }
      at = next;
    }
    if (passages.length >= most) break;
  }
  return passages;
}

/** A token as it stands in a passage. */
export interface PassageToken {
  readonly text: string;
  /** A mark is no word; a rare word is not in the vocabulary. Neither takes part. */
  readonly kind: 'known' | 'rare' | 'mark';
  /** In the vocabulary; −1: not there. */
  readonly id: number;
  /** How often the text has it; 0 where it is not known. */
  readonly count: number;
}

/** The words that are kept, to be looked up. */
export interface KnownWords {
  readonly ids: ReadonlyMap<string, number>;
  readonly counts: Int32Array;
}

export function knownWords({ words, counts }: Pick<ReadText, 'words' | 'counts'>): KnownWords {
  return { ids: new Map(words.map((word, id) => [word, id])), counts };
}

/** A passage in tokens, each looked up among the words that are kept. */
export function passageTokens(
  passage: string,
  level: Tokenization['level'],
  { ids, counts }: KnownWords,
): readonly PassageToken[] {
  return tokenize(passage, { level })
    .filter((token) => token !== END_TOKEN)
    .map((text) => {
      const id = ids.get(text) ?? -1;
      const kind = !isWord(text) ? 'mark' : id < 0 ? 'rare' : 'known';
      return { text, kind, id, count: counts[id] ?? 0 };
    });
}
