/** a is to b as c is to d. */
export type AnalogyQuestion = readonly [a: string, b: string, c: string, d: string];

export interface QuestionCategory {
  readonly name: string;
  readonly questions: readonly AnalogyQuestion[];
}

export interface QuestionFile {
  readonly categories: readonly QuestionCategory[];
  /** Lines that are neither: how many, and the first, from 1. Null: there is none. */
  readonly bad: { readonly count: number; readonly line: number } | null;
}

/**
 * Reads questions as word2vec's question file has them: `: name` begins a category, four words on a line are a question. Empty lines
 * are skipped; questions before the first category are one without a name.
 */
export function readQuestions(text: string): QuestionFile {
  const categories: { name: string; questions: AnalogyQuestion[] }[] = [];
  let [bad, first] = [0, 0];
  for (const [i, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith(':')) {
      categories.push({ name: line.slice(1).trim(), questions: [] });
      continue;
    }
    const question = asQuestion(line);
    if (question) lastOf(categories).questions.push(question);
    else {
      if (bad === 0) first = i + 1;
      bad += 1;
    }
  }
  return { categories, bad: bad > 0 ? { count: bad, line: first } : null };
}

function lastOf(categories: { name: string; questions: AnalogyQuestion[] }[]) {
  const last = categories.at(-1) ?? { name: '', questions: [] };
  if (categories.length === 0) categories.push(last);
  return last;
}

function asQuestion(line: string): AnalogyQuestion | null {
  const [a, b, c, d, more] = line.split(/\s+/);
  if (!a || !b || !c || !d || more !== undefined) return null;
  return [a, b, c, d];
}
