/** Words as a file of vectors can hold them, where a space ends a word and a line break ends a line. */
export interface FileWords {
  readonly words: readonly string[];
  /** How many had to be written otherwise than they are. */
  readonly changed: number;
}

/** White space of any kind and control characters: some reader or other takes each for an end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const SEPARATORS = /[\s\u0000-\u001f\u007f-\u009f\ufeff]+/gu;
const SUBSTITUTE = '_';
/** Half of a pair of surrogates is nothing that UTF-8 can say. */
const HALVES = /\p{Surrogate}/gu;

/**
 * White space inside of words becomes `_`, as in word2vec's own phrases (new_york); so does a word of nothing. A word that is
 * there twice by that, or was, gets more of them until no other is called so: readers drop the second one of a name.
 */
export function fileWords(words: readonly string[]): FileWords {
  const plain = words.map(
    (word) => word.replace(HALVES, '\ufffd').replace(SEPARATORS, SUBSTITUTE) || SUBSTITUTE,
  );
  // Those that may keep their names come first.
  const taken = new Set(plain.filter((name, i) => name === words[i]));
  const seen = new Set<string>();
  const written = plain.map((name, i) => {
    const own = name === words[i] && !seen.has(name);
    const free = own ? name : freeName(name, taken);
    taken.add(free);
    seen.add(free);
    return free;
  });
  return { words: written, changed: written.filter((name, i) => name !== words[i]).length };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  while (taken.has(free)) free += SUBSTITUTE;
  return free;
}
