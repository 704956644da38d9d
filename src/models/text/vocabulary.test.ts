import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary, decode, encode, UNKNOWN_ID, UNKNOWN_TOKEN } from './vocabulary.ts';

const words = 'the whale and the sea and the ship'.split(' ');

describe('createVocabulary', () => {
  it('puts ⟨UNK⟩ first, then the most frequent, ties in order of appearance', () => {
    const { tokens, counts } = createVocabulary(words, { size: 10 });
    expect(tokens).toEqual([UNKNOWN_TOKEN, 'the', 'and', 'whale', 'sea', 'ship']);
    expect(counts).toEqual([0, 3, 2, 1, 1, 1]);
  });

  it('keeps `size` tokens, ⟨UNK⟩ included, and counts what it replaced', () => {
    const { tokens, counts } = createVocabulary(words, { size: 3 });
    expect(tokens).toEqual([UNKNOWN_TOKEN, 'the', 'and']);
    expect(counts).toEqual([3, 3, 2]);
  });

  it('knows that constructor, __proto__ and toString are words', () => {
    const tricky = ['constructor', '__proto__', 'toString'];
    const vocabulary = createVocabulary(['constructor', '__proto__'], { size: 10 });
    expect([...encode(vocabulary, tricky)]).toEqual([1, 2, UNKNOWN_ID]);
  });

  it('counts a literal ⟨UNK⟩ as unknown, once', () => {
    const { tokens, counts } = createVocabulary([UNKNOWN_TOKEN, 'a', UNKNOWN_TOKEN], { size: 5 });
    expect(tokens).toEqual([UNKNOWN_TOKEN, 'a']);
    expect(counts).toEqual([2, 1]);
  });

  it('is just ⟨UNK⟩ for an empty text, and refuses to be empty', () => {
    expect(createVocabulary([], { size: 100 }).tokens).toEqual([UNKNOWN_TOKEN]);
    expect(() => createVocabulary(words, { size: 0 })).toThrow(RangeError);
    expect(() => createVocabulary(words, { size: Number.NaN })).toThrow(RangeError);
  });
});

describe('encode and decode', () => {
  it('are inverse on known tokens, and counts add up to the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 })), fc.integer({ min: 1, max: 50 }), (text, size) => {
        const vocabulary = createVocabulary(text, { size });
        const back = decode(vocabulary, encode(vocabulary, text));
        back.forEach((token, i) => {
          expect(token).toBe(vocabulary.ids.has(text[i] ?? '') ? text[i] : UNKNOWN_TOKEN);
        });
        expect(vocabulary.counts.reduce((sum, count) => sum + count, 0)).toBe(text.length);
      }),
    );
  });

  it('reads an id that no token has as ⟨UNK⟩', () => {
    expect(decode(createVocabulary(words, { size: 3 }), [1, 99, -1])).toEqual([
      'the',
      UNKNOWN_TOKEN,
      UNKNOWN_TOKEN,
    ]);
  });
});
