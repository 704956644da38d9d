/** The word that is meant: as typed, else in other letters (Whale for whale), else the first that begins so; null: none. */
export function findWord(words: readonly string[], typed: string): number | null {
  const wanted = typed.trim();
  if (wanted === '') return null;
  const low = wanted.toLocaleLowerCase();
  const tests: readonly ((word: string) => boolean)[] = [
    (word) => word === wanted,
    (word) => word.toLocaleLowerCase() === low,
    (word) => word.toLocaleLowerCase().startsWith(low),
  ];
  for (const test of tests) {
    const found = words.findIndex(test);
    if (found >= 0) return found;
  }
  return null;
}
