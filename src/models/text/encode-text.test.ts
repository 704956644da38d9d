import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EncodedText, encodeText, idsOfText, vocabularyOfText } from './encode-text.ts';
import { type Tokenization, tokenize } from './tokenize.ts';
import { createVocabulary, encode } from './vocabulary.ts';

function encoded(text: string, tokenization: Tokenization): EncodedText {
  const work = encodeText(text, tokenization);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const WAYS = (['character', 'word'] as const).flatMap((level): Tokenization[] => [
  { level },
  { level, ends: 'lines' },
  { level, ends: 'sentences' },
]);
const SAMPLE =
  'Call me Ishmael. Some years ago—never mind how long.\n\n“我们学习。”他说：很好！\nשלום 😀 constructor __proto__\n';

describe('a text in numbers', () => {
  it.each(WAYS)('has the vocabulary and the ids that its tokens as strings have: %j', (way) => {
    const unit = fc.constantFrom(...'abc .!\n。，我们é', '\r\n', '⟨UNK⟩', 'e\u0301');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 300 }), fc.integer({ min: 1, max: 12 }), (text, size) => {
        const tokens = tokenize(text, way);
        const vocabulary = createVocabulary(tokens, { size });
        const found = encoded(text, way);
        expect(vocabularyOfText(found, { size })).toEqual(vocabulary);
        expect([...idsOfText(found, vocabulary)]).toEqual([...encode(vocabulary, tokens)]);
      }),
    );
  });

  it('keeps to that over many parts, and in 16 bits', () => {
    const text = SAMPLE.repeat(3000);
    const tokens = tokenize(text, { level: 'character' });
    const vocabulary = createVocabulary(tokens, { size: 40 });
    const found = encoded(text, { level: 'character' });
    expect(found.parts.length).toBeGreaterThan(1);
    const ids = idsOfText(found, vocabulary);
    expect(ids).toBeInstanceOf(Uint16Array);
    const expected = encode(vocabulary, tokens);
    expect(ids.length).toBe(expected.length);
    expect(ids.every((id, i) => id === expected[i])).toBe(true);
  });

  it('widens where 16 bits do not tell its tokens apart', () => {
    const text = Array.from({ length: 70_000 }, (_, i) => i).join(' ');
    const found = encoded(text, { level: 'word' });
    const vocabulary = vocabularyOfText(found, { size: 80_000 });
    const ids = idsOfText(found, vocabulary);
    expect(vocabulary.tokens).toHaveLength(70_001);
    expect([ids[0], ids[65_534], ids[65_535], ids[65_536], ids[69_999]]).toEqual([
      1, 65_535, 65_536, 65_537, 70_000,
    ]);
  });

  it('counts only so many tokens where the rest is held out', () => {
    const tokens = tokenize(SAMPLE, { level: 'word' });
    for (const until of [0, 1, 7, tokens.length]) {
      const expected = createVocabulary(tokens.slice(0, until), { size: 9 });
      expect(vocabularyOfText(encoded(SAMPLE, { level: 'word' }), { size: 9, until })).toEqual(expected);
    }
  });

  it('says how far it is, a little at a time, never back', () => {
    const text = SAMPLE.repeat(2000);
    const steps = [...encodeText(text, { level: 'character', ends: 'sentences' })];
    expect(steps.length).toBeGreaterThan(3);
    steps.forEach((at, i) => {
      const before = steps[i - 1] ?? 0;
      expect(at).toBeGreaterThan(before);
      expect(at - before).toBeLessThan(2 ** 17);
    });
    expect(steps.at(-1)).toBeLessThanOrEqual(text.length);
  });
});
