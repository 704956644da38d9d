/** Poets whose poems are told apart: those with the most in the book. */
const POETS = 12;
/** The line before a poem: its tune and its poet. */
const TITLE = /^[^\n·]+·([^\n·]+)$/u;

/** Poems of the Song dynasty, a line each, their poets as labels. */
export function poetLines(book: string): readonly string[] {
  const poems = book.split(/\n{2,}/).flatMap((poem) => {
    const [title = '', ...verses] = poem.trim().split('\n');
    const poet = TITLE.exec(title)?.[1];
    return poet === undefined ? [] : [{ poet, text: verses.join('') }];
  });
  const counts = new Map<string, number>();
  for (const { poet } of poems) counts.set(poet, (counts.get(poet) ?? 0) + 1);
  const chosen = [...counts].sort((a, b) => b[1] - a[1]).slice(0, POETS);
  const names = new Set(chosen.map(([poet]) => poet));
  return poems.filter(({ poet }) => names.has(poet)).map(({ poet, text }) => `__label__${poet} ${text}`);
}
