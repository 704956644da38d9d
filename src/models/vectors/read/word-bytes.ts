/** Longest word that is taken for one. */
export const MOST_WORD_BYTES = 1000;

const ASCII = 0x80;
/** Below it, and from `ASCII` on, nothing in an 8-bit encoding of western Europe is a letter. */
const LATIN = 0xa0;

/** Decodes words one by one; a word that is not UTF-8 is decoded as well as can be, and `bad` says how. */
export interface WordDecoder {
  decode(bytes: Uint8Array, from: number, to: number): string;
  /** Of the last word: null when it was UTF-8, else what it was taken for, or 'unknown', with U+FFFD where nothing can be said. */
  readonly bad: 'windows-1252' | 'unknown' | null;
}

export function createWordDecoder(): WordDecoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true });
  const latin = new TextDecoder('windows-1252');
  /** A character of several bytes, whole: the file is UTF-8 where it is good. */
  let isProven = false;
  let bad: WordDecoder['bad'] = null;
  return {
    get bad() {
      return bad;
    },
    decode(bytes, from, to) {
      bad = null;
      const word = bytes.subarray(from, to);
      try {
        const text = strict.decode(word);
        isProven ||= text.length < word.length;
        return text;
      } catch {
        const isLatin = !isProven && word.every((byte) => byte < ASCII || byte >= LATIN);
        bad = isLatin ? 'windows-1252' : 'unknown';
        return (isLatin ? latin : lossy).decode(word);
      }
    },
  };
}
