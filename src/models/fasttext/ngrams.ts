/** Which character n-grams a word is made of. */
export interface SubwordOptions {
  /** Shortest and longest n-gram, in characters (code points). */
  readonly minN: number;
  readonly maxN: number;
}

/**
 * The character n-grams of a word between its boundary marks, "<where>" (Bojanowski et al. 2017, section 3.2): the shorter ones
 * first. A boundary mark by itself is none. Characters are code points: an emoji is not cut in half. `maxN` below 1 gives none.
 */
export function characterNgrams(word: string, { minN, maxN }: SubwordOptions): readonly string[] {
  const characters = [...`<${word}>`];
  const ngrams: string[] = [];
  for (let n = Math.max(1, minN); n <= Math.min(maxN, characters.length); n++) {
    for (let start = 0; start + n <= characters.length; start++) {
      const isMark = n === 1 && (start === 0 || start === characters.length - 1);
      if (!isMark) ngrams.push(characters.slice(start, start + n).join(''));
    }
  }
  return ngrams;
}
