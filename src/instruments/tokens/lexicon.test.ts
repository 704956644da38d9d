import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary, encode } from '../../models/text/vocabulary.ts';
import { END_TOKEN, largestSize, openLexicon, tokenColumns, unknownShares } from './lexicon.ts';

const TEXT = 'the whale and the sea and the ship'.split(' ');
const FULL = createVocabulary(TEXT, { size: 1e9 });
const open = (size: number, end = false, order: 'frequency' | 'alphabet' = 'frequency') =>
  openLexicon(FULL, { size, end, order });

describe('openLexicon', () => {
  it('numbers by frequency as the models do', () => {
    for (let size = 1; size <= largestSize(FULL, false); size++) {
      const vocabulary = createVocabulary(TEXT, { size });
      const lexicon = open(size);
      expect(lexicon.size).toBe(vocabulary.tokens.length);
      expect(TEXT.map(lexicon.idOf)).toEqual([...encode(vocabulary, TEXT)]);
      expect(lexicon.unknown).toBeCloseTo((vocabulary.counts[0] ?? 0) / TEXT.length, 12);
    }
  });

  it('numbers by the alphabet, and keeps the same words', () => {
    const lexicon = open(4, false, 'alphabet');
    expect([0, 1, 2, 3].map(lexicon.tokenAt)).toEqual(['⟨UNK⟩', 'and', 'the', 'whale']);
    expect(lexicon.idOf('sea')).toBe(0);
  });

  it('gives ⟨EOS⟩ a number of its own, which costs a word its place', () => {
    const lexicon = open(4, true);
    expect([0, 1, 2, 3].map(lexicon.tokenAt)).toEqual(['⟨UNK⟩', END_TOKEN, 'the', 'and']);
    expect(largestSize(FULL, true)).toBe(7);
    expect(open(100, true).size).toBe(7);
  });

  it('knows nothing when there is room for ⟨UNK⟩ only', () => {
    expect(open(1).unknown).toBe(1);
    expect(open(1).idOf('the')).toBe(0);
    expect(open(1, true).size).toBe(2);
  });

  it('of an empty text is ⟨UNK⟩ alone', () => {
    const lexicon = openLexicon(createVocabulary([], { size: 9 }), {
      size: 9,
      end: false,
      order: 'frequency',
    });
    expect([lexicon.size, lexicon.unknown, lexicon.idOf('a')]).toEqual([1, 0, 0]);
  });

  it('finds back every token by its number, in both orders', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 2 })),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.constantFrom('frequency', 'alphabet'),
        (words, size, end, order) => {
          const full = createVocabulary(words, { size: 1e9 });
          const lexicon = openLexicon(full, { size, end, order });
          for (const word of words) {
            const id = lexicon.idOf(word);
            if (id !== 0) expect(lexicon.tokenAt(id)).toBe(word);
          }
          expect(new Set(Array.from({ length: lexicon.size }, (_, id) => lexicon.tokenAt(id))).size).toBe(
            lexicon.size,
          );
        },
      ),
    );
  });
});

describe('unknownShares', () => {
  it('falls from all to nothing', () => {
    expect([...unknownShares(FULL)]).toEqual([1, 5 / 8, 3 / 8, 2 / 8, 1 / 8, 0]);
  });
});

describe('tokenColumns', () => {
  it('says what the network receives', () => {
    const columns = tokenColumns(['the', 'owl'], open(3), false);
    expect(columns).toEqual([
      { text: 'the', id: 1, received: 'the', known: true },
      { text: 'owl', id: 0, received: '⟨UNK⟩', known: false },
    ]);
  });

  it('ends with ⟨EOS⟩ where it is wanted, also without any word', () => {
    const end = { text: END_TOKEN, id: 1, received: END_TOKEN, known: true };
    expect(tokenColumns([], open(3, true), true)).toEqual([end]);
    expect(tokenColumns(['the'], open(3, true), true).map(({ id }) => id)).toEqual([2, 1]);
  });
});
