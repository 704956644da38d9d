/** A word of the vocabulary that a reader may mean. */
export interface WordHit {
  readonly id: number;
  readonly word: string;
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();

/** Whether the letters of `typed` occur in `word` in this order, however far apart. */
function isScattered(word: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = word.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}

/** 0: the word itself; then what begins with it, what has it inside, what has its letters in order; null: nothing of these. */
function rankOf(word: string, typed: string): number | null {
  if (word === typed) return 0;
  if (word.startsWith(typed)) return 1;
  if (word.includes(typed)) return 2;
  return typed.length > 2 && isScattered(word, typed) ? 3 : null;
}

/**
 * The words that what was typed may mean, the nearest first, and among equals the most frequent (words are in that order).
 * Accents and case do not count. Nothing typed: the most frequent words.
 */
export function findWords(words: readonly string[], typed: string, most: number): readonly WordHit[] {
  const wanted = fold(typed);
  if (wanted === '') return words.slice(0, most).map((word, id) => ({ id, word }));
  const ranked = words.flatMap((word, id) => {
    const rank = rankOf(fold(word), wanted);
    return rank === null ? [] : [{ id, word, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.id - b.id)
    .slice(0, most)
    .map(({ id, word }) => ({ id, word }));
}
