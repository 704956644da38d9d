/** Which row a word is. */
export interface WordLookup {
  /** −1: there is none. */
  find(word: string): number;
}

/** The row of a word as it is written, or, where there is none, of its small letters. Words that come to the end are found as well. */
export function createLookup(words: readonly string[], count: () => number): WordLookup {
  const rows = new Map<string, number>();
  let known = 0;
  return {
    find(word) {
      for (const end = count(); known < end; known++) {
        const next = words[known];
        if (next !== undefined && !rows.has(next)) rows.set(next, known);
      }
      return rows.get(word) ?? rows.get(word.toLowerCase()) ?? -1;
    },
  };
}
