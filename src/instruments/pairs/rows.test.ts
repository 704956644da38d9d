import { expect, it } from 'vitest';
import { drawPassage } from './draw-windows.ts';
import type { PassageToken } from './passages.ts';
import { exampleRows, wordRows } from './rows.ts';

const known = (text: string, count: number): PassageToken => ({ text, kind: 'known', id: 0, count });
const PASSAGE = drawPassage(
  [
    known('call', 2),
    known('me', 90),
    { text: '—', kind: 'mark', id: -1, count: 0 },
    { text: 'ishmael', kind: 'rare', id: -1, count: 0 },
    known('some', 3),
    known('years', 5),
  ],
  { threshold: 1, seed: 1, total: 100, window: 1, shrink: false },
);

it('lists words with what became of them, marks left out', () => {
  expect(wordRows(PASSAGE).map(({ word, fate, reach, context }) => [word, fate, reach, ...context])).toEqual([
    ['call', 'kept', 1, 'me'],
    ['me', 'kept', 1, 'call', 'some'],
    ['ishmael', 'rare', null],
    ['some', 'kept', 1, 'me', 'years'],
    ['years', 'kept', 1, 'some'],
  ]);
  expect(wordRows(PASSAGE)[1]).toMatchObject({ count: 90, share: 0.9, keep: 1 });
});

it('lists examples, for CBOW one a place', () => {
  expect(exampleRows(PASSAGE, 'skip-gram')).toEqual([
    [1, 'call', 'me'],
    [2, 'me', 'call'],
    [2, 'me', 'some'],
    [3, 'some', 'me'],
    [3, 'some', 'years'],
    [4, 'years', 'some'],
  ]);
  expect(exampleRows(PASSAGE, 'cbow')[1]).toEqual([2, 'call some', 'me']);
});
