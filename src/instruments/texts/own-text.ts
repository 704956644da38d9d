import { LINK_TEXT_BYTES, type TextSourceSettings } from './settings.ts';

/** Characters of a text that name it where it has no name of its own. */
const NAME = 24;

/** Whether a link can carry the text. */
export function fitsLink(text: string): boolean {
  return text.length <= LINK_TEXT_BYTES && new TextEncoder().encode(text).length <= LINK_TEXT_BYTES;
}

/** The beginning of a text's first words, on one line. */
export function beginningOf(text: string): string {
  const words = text.slice(0, 400).replace(/\s+/gu, ' ').trim();
  const characters = [...words];
  return characters.length > NAME ? `${characters.slice(0, NAME).join('')}…` : words;
}

/** A text as a file, for those who read files. */
export function fileOf(text: string): File {
  return new File([text], beginningOf(text), { type: 'text/plain' });
}

/** The settings under which a link carries the text. */
export function inLink(ownText: string): Pick<TextSourceSettings, 'ownText'> & { readonly source: 'own' } {
  return { source: 'own', ownText };
}

/** Lines of a text's beginning that are shown, and UTF-16 units of each, the last one left out: it may be half a character. */
const LINES = 5;
const WIDTH = 120;
/** UTF-16 units in which they are looked for: paragraphs may be long. */
const SAMPLE = 20_000;

/** The first lines with text. */
export function firstLines(text: string): readonly string[] {
  const lines = text.slice(0, SAMPLE).split(/\r\n?|\n/);
  const shown = lines.filter((line) => line.trim() !== '').slice(0, LINES);
  return shown.map((line) =>
    line.length > WIDTH ? `${[...line.slice(0, WIDTH)].slice(0, -1).join('')}…` : line,
  );
}
