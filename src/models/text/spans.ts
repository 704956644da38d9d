import type { Ends } from './tokenize.ts';

/** A part of a text, and whether ⟨EOS⟩ stands behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly closes: boolean;
}

const BREAK = /\r\n?|\n/g;
const BLANK = /^\s*$/u;

/*
 * Marks that end a sentence, and the quotes and brackets that close with them. Full-width ones end it wherever they stand; the
 * others only before white space or the end, so neither in 3.14 nor in a.m. A full stop behind an initial or an English title
 * (J. Smith, Mr. Smith) ends nothing; other abbreviations are taken for ends. The counts are bounded because a text may well
 * be a million dots.
 */
const TITLES = 'Mrs?|Ms|Dr|Prof|Messrs|Capt|Col|Gen|Lt|Sgt|Gov|Sen|Rep|Rev|Hon|St';
const CLOSING = '”’」』）】》〉»)\\]}';
const SENTENCE_END = new RegExp(
  [
    `[.!?…]{0,16}[。！？][.!?…。！？]{0,16}[${CLOSING}]{0,8}(?:["']{1,4}(?=\\s|$))?(?!\\p{M}|\\p{Cf})`,
    `(?!(?<=\\b(?:\\p{Lu}|${TITLES}))\\.\\s)[.!?…]{1,16}["'${CLOSING}]{0,8}(?=[^\\S\\ufeff]|$)`,
  ].join('|'),
  'gu',
);

/** The text in parts by what ⟨EOS⟩ stands behind. Found as they are asked for: the text may be long. */
export function spansOf(text: string, ends: Ends | undefined): Iterable<Span> {
  if (ends === 'lines') return lines(text);
  return ends === 'sentences' ? sentences(text) : [{ start: 0, end: text.length, closes: false }];
}

/** Lines without their breaks; blank ones are left out. The last one has an end only where a break follows. */
function* lines(text: string): Generator<Span> {
  let start = 0;
  for (const { index, 0: found } of text.matchAll(BREAK)) {
    if (!BLANK.test(text.slice(start, index))) yield { start, end: index, closes: true };
    start = index + found.length;
  }
  if (start < text.length) yield { start, end: text.length, closes: false };
}

function* sentences(text: string): Generator<Span> {
  let start = 0;
  for (const { index, 0: found } of text.matchAll(SENTENCE_END)) {
    const end = index + found.length;
    yield { start, end, closes: true };
    start = end;
  }
  if (start < text.length) yield { start, end: text.length, closes: false };
}
