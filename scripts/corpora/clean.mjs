/**
 * One line a paragraph, paragraphs apart by an empty line, single spaces, straight quotes: what is left to learn is the
 * language, not a file's layout. Dashes and accents stay.
 * @param {string} text
 * @returns {string}
 */
export function cleanText(text) {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[‘’`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/[\s\u200b\ufeff]+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/**
 * Takes away the asterisks that tie a footnote to its place; the notes themselves stay.
 * @param {string} text
 */
export function dropFootnoteMarks(text) {
  return text.replace(/ ?\*/g, '');
}

/**
 * Takes away what a stenographer wrote about the room: (Applause.), [Laughter], [Applause].
 * @param {string} text
 */
export function dropStageDirections(text) {
  return text.replace(/\s*\((?:applause|laughter)[^)]*\)/gi, '').replace(/\s*\[[^\]]*\]/g, '');
}
