import { expect, it } from 'vitest';
import { readQuestions } from './question-file.ts';
import { BUILT_IN_PAIRS, builtInQuestions } from './question-list.ts';

it('reads categories and their questions, whatever ends a line', () => {
  const { categories, bad } = readQuestions(
    '\ufeff: capitals \r\nAthens Greece  Rome Italy\r\n\n: empty\n:\t东西\n东 西\t南 北\r',
  );
  expect(categories).toEqual([
    { name: 'capitals', questions: [['Athens', 'Greece', 'Rome', 'Italy']] },
    { name: 'empty', questions: [] },
    { name: '东西', questions: [['东', '西', '南', '北']] },
  ]);
  expect(bad).toBeNull();
});

it('counts the lines that are neither, and says where the first one is', () => {
  const { categories, bad } = readQuestions('a b c d\n\nonly three words\n: x\none two three four five\n');
  expect(categories).toMatchObject([
    { name: '', questions: [['a', 'b', 'c', 'd']] },
    { name: 'x', questions: [] },
  ]);
  expect(bad).toEqual({ count: 2, line: 3 });
});

it('has a list of its own, in which every pair is asked against every other', () => {
  const { categories, bad } = readQuestions(builtInQuestions());
  expect(bad).toBeNull();
  for (const [i, { name, pairs }] of BUILT_IN_PAIRS.entries()) {
    expect(categories[i]).toMatchObject({ name });
    expect(categories[i]?.questions).toHaveLength(pairs.length * (pairs.length - 1));
    expect(new Set(pairs.flat()).size).toBe(2 * pairs.length);
  }
});
