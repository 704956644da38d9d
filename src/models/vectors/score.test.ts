import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnswerer, createPlainKernels } from './answer.ts';
import { readBundle } from './bundle.ts';
import { builtInQuestions } from './question-list.ts';
import { createRowStore } from './row-store.ts';
import { relatedRows, setOf } from './vector-search.testkit.ts';

function glove() {
  const read = readBundle(readFileSync('public/vectors/glove.vectors'));
  if (!read.ok) throw new Error(read.fault.code);
  const { words, dimensions, rows } = read.bundle.table;
  const store = createRowStore(dimensions, 'int8');
  if (rows.precision === 'int8')
    for (const [i, scale] of rows.scales.entries())
      store.pushCodes(rows.codes.subarray(i * dimensions, (i + 1) * dimensions), scale);
  return createAnswerer(
    { words, store, counts: null, columns: [], unseen: null },
    createPlainKernels(),
    () => 0,
  );
}

describe('scoring questions', () => {
  const set = setOf(relatedRows(1300, 6), 'float32');
  const { answer, score } = createAnswerer(set, createPlainKernels(), () => 0);
  const words = (i: number) => [`w${i}`, `W${i * 7 + 600}`, `w${i * 3 + 1}`];
  const questions = Array.from({ length: 90 }, (_, i) => words(i));

  it.each([
    { method: 'add', exclude: true, centred: false, candidates: null },
    { method: 'add', exclude: false, centred: true, candidates: 1100 },
    { method: 'multiply', exclude: true, centred: true, candidates: null },
    { method: 'multiply', exclude: false, centred: false, candidates: null },
  ] as const)('agrees with asking one by one: $method, $exclude, $centred, $candidates', (how) => {
    const limit = how.candidates ?? 1300;
    const firsts = questions.map(([a = '', b = '', c = '']) => {
      const ranked = answer({ kind: 'analogy', a, b, c, ...how, count: 1300 });
      return ranked.hits.find(({ index }) => index < limit)?.word ?? 'none';
    });
    // Each question is asked with its answer as the fourth word: all of them have to be right.
    const file = questions.map((three, i) => [...three, firsts[i]].join(' ')).join('\n');
    const scoring = score({ kind: 'score', questions: `: one\n${file}\n: none\nw1 w2 w3 nowhere`, ...how });
    while (scoring.step());
    const [one, none] = scoring.answer().categories;
    expect(one).toMatchObject({ questions: 90, correct: one?.answerable });
    const isAmong = (word: string) => Number(word.slice(1)) < limit;
    expect(one?.answerable).toBe(questions.filter((three) => three.every(isAmong)).length);
    expect(none).toMatchObject({ questions: 1, answerable: 0, correct: 0 });
    expect(scoring.answer().candidates).toBe(limit);
    const own = firsts.filter(
      (word, i) => questions[i]?.every(isAmong) && questions[i]?.some((each) => each.toLowerCase() === word),
    );
    expect(one?.queryWords).toBe(own.length);
  });

  it('comes to an end where there is nothing to ask', () => {
    const scoring = score({
      kind: 'score',
      questions: 'what is this',
      method: 'add',
      exclude: true,
      centred: false,
      candidates: null,
    });
    expect(scoring.step()).toBe(false);
    expect(scoring.answer()).toEqual({ categories: [], candidates: 1300, bad: { count: 1, line: 1 } });
  });
});

describe('the bundled English words', () => {
  const { score, answer } = glove();
  const ask = { method: 'add', exclude: true, centred: false, candidates: null } as const;

  it('make a queen of a king', () => {
    const { hits } = answer({ kind: 'analogy', a: 'man', b: 'woman', c: 'king', ...ask, count: 1 });
    expect(hits[0]?.word).toBe('queen');
  });

  it('have all words of the built-in list', () => {
    const scoring = score({ kind: 'score', questions: builtInQuestions(), ...ask, candidates: 20_143 });
    expect(scoring.total).toBe(20_143);
    const { categories } = scoring.answer();
    expect(categories.filter(({ questions, answerable }) => answerable < questions)).toEqual([]);
  });
});
