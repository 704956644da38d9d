import { expect, it } from 'vitest';
import { readWords } from './useNnlm.ts';

const SHAPE = { vocabulary: 3, dimensions: 2, context: 3, hidden: 2 };
const WORDS = ['of', 'glass', 'apple'];

it('reads the last words; what is not known has the row of the beginning, and says so', () => {
  expect(readWords('A glass of… APPLE!', WORDS, SHAPE)).toEqual([
    { text: 'glass', id: 1, known: true },
    { text: 'of', id: 0, known: true },
    { text: 'apple', id: 2, known: true },
  ]);
  expect(readWords('whisky', WORDS, SHAPE)).toEqual([
    { text: null, id: 3, known: true },
    { text: null, id: 3, known: true },
    { text: 'whisky', id: 3, known: false },
  ]);
});
