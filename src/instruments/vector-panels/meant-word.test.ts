import { expect, it } from 'vitest';
import type { Found } from '../../store/vectors-state.ts';
import { meantWord } from './meant-word.ts';

const found = (how: Found['how'], ...words: readonly string[]): readonly Found[] =>
  words.map((word, index) => ({ word, index, how }));
const typed = { isSettled: true, isOpen: true, marked: null };

it('takes the word that begins so, and the one that is spelt otherwise only in its case', () => {
  expect(meantWord({ ...typed, shown: 'constr', found: found('prefix', 'construction') })).toBe(
    'construction',
  );
  expect(meantWord({ ...typed, isOpen: false, shown: 'KING', found: found('equal', 'king') })).toBe('king');
});

it('puts no other word in the place of one that the set lacks, unless the keys went to it', () => {
  const near = { ...typed, shown: ' constructor ', found: found('near', 'construction', 'conductor') };
  expect(meantWord(near)).toBe('constructor');
  expect(meantWord({ ...near, marked: 1 })).toBe('conductor');
});

it('takes no answer to what stood in the field before', () => {
  expect(meantWord({ ...typed, isSettled: false, shown: 'king', found: found('equal', 'man') })).toBe('king');
});
