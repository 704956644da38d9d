/**
 * Width of a text without a DOM, so that layout stays pure: em widths by kind of character, a little generous. Good to
 * about a tenth for the fonts that we ship, which is all that a column's width needs.
 */
const NARROW = /[fijlrtI.,:;'’!|()[\]\- ]/u;
const WIDE = /[mwMW@%—…]/u;
/** Scripts and signs that fill a square. */
const SQUARE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u;
const COMBINING = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader calls the characters of a text: an emoji with its modifiers is one. */
export function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function emWidth(grapheme: string): number {
  if (COMBINING.test(grapheme)) return 0;
  if (SQUARE.test(grapheme)) return /\p{Extended_Pictographic}/u.test(grapheme) ? 1.3 : 1.02;
  if (WIDE.test(grapheme)) return 0.92;
  if (NARROW.test(grapheme)) return 0.38;
  return /\p{Lu}/u.test(grapheme) ? 0.7 : 0.57;
}

/** Estimated width in px at a font size in px. */
export function estimateTextWidth(text: string, fontSize: number): number {
  return graphemes(text).reduce((sum, grapheme) => sum + emWidth(grapheme), 0) * fontSize;
}

/** The text, or as much of it as fits into `width` with an ellipsis. Never cuts through a character. */
export function fitText(text: string, fontSize: number, width: number): string {
  if (estimateTextWidth(text, fontSize) <= width) return text;
  const room = width - estimateTextWidth('…', fontSize);
  let used = 0;
  let kept = '';
  for (const grapheme of graphemes(text)) {
    used += emWidth(grapheme) * fontSize;
    if (used > room) break;
    kept += grapheme;
  }
  return `${kept}…`;
}
