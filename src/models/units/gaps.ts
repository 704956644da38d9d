import type { Tokenization } from '../text/tokenize.ts';
import { END_TOKEN } from '../text/vocabulary.ts';

/** Words are looked for this far on; a text in which one does not appear by then was changed when it was read. */
const REACH = 200;

/** Where a token stands in the text that it was read from; null for one that does not stand in it. */
interface Spot {
  readonly start: number;
  readonly end: number;
}

/** Small letters, as words are read; a text whose length that changes keeps its own. */
function asRead(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}

function* findTokens(text: string, tokens: readonly string[]): Generator<Spot | null> {
  const clean = asRead(text);
  let at = 0;
  for (const token of tokens) {
    const start = token === END_TOKEN ? -1 : clean.slice(at, at + REACH + token.length).indexOf(token);
    if (start < 0) {
      yield null;
      continue;
    }
    yield { start: at + start, end: at + start + token.length };
    at += start + token.length;
  }
}

/** The white space of the text as it is shown between two words. */
function shownGap(gap: string): string {
  const lines = gap.split(/\r\n|\r|\n/).length - 1;
  if (lines > 0) return '\n'.repeat(Math.min(2, lines));
  return gap === '' ? '' : ' ';
}

/**
 * What stands before each token in the text and is no token itself: spaces and line breaks of a text that is read word by word;
 * nothing where every character is a token.
 */
export function tokenGaps(
  text: string,
  tokens: readonly string[],
  { level }: Pick<Tokenization, 'level'>,
): readonly string[] {
  if (level === 'character') return tokens.map(() => '');
  let end = 0;
  return Array.from(findTokens(text, tokens), (spot) => {
    if (!spot) return ' ';
    const gap = shownGap(text.slice(end, spot.start));
    end = spot.end;
    return gap;
  });
}

/** The beginning of a text that holds its first `most` tokens. */
export function firstTokens(
  text: string,
  tokens: readonly string[],
  { level }: Pick<Tokenization, 'level'>,
  most: number,
): string {
  if (tokens.length <= most) return text;
  const kept = tokens.slice(0, most);
  if (level === 'character') return kept.filter((token) => token !== END_TOKEN).join('');
  const ends = Array.from(findTokens(text, kept), (spot) => spot?.end ?? 0);
  return text.slice(0, Math.max(0, ...ends));
}
