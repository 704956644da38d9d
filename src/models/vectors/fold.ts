/** Accents of Latin, Greek and Cyrillic letters; marks of other scripts are letters there. */
const ACCENTS = /[\u0300-\u036f]+/g;

/** A word as it is compared with what somebody typed: small letters, no accents, one width. */
export function fold(word: string): string {
  if (isFolded(word)) return word;
  return word.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
}

/** Whether folding leaves it alone; most words are in small ASCII letters. */
function isFolded(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 0x7f || (code >= 0x41 && code <= 0x5a)) return false;
  }
  return true;
}
