import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileWords } from './file-words.ts';

it.each<[string, string[], string[]]>([
  [
    'ordinary words as they are',
    ['whale', '鲸鱼', '😀', 'new_york', ','],
    ['whale', '鲸鱼', '😀', 'new_york', ','],
  ],
  ['spaces as _', ['new york', 'a\u00a0\tb', '\n', ''], ['new_york', 'a_b', '_', '__']],
  ['no two alike', ['a b', 'a_b', 'a\nb'], ['a_b_', 'a_b', 'a_b__']],
  ['what is there twice', ['a', 'a', 'a'], ['a', 'a_', 'a__']],
  ['half a character', ['x\ud83d'], ['x\ufffd']],
])('writes %s', (_name, words, written) => {
  const found = fileWords(words);
  expect(found.words).toEqual(written);
  expect(found.changed).toBe(words.filter((word, i) => word !== written[i]).length);
});

it('gives every word a name of its own without anything that ends one, whatever the words', () => {
  const unit = fc.constantFrom('a', '_', ' ', '\n', '\u0085', '\u3000', '\ud800', '鲸');
  fc.assert(
    fc.property(fc.array(fc.string({ unit, maxLength: 4 }), { maxLength: 12 }), (words) => {
      const { words: written } = fileWords(words);
      expect(new Set(written).size).toBe(words.length);
      for (const name of written) expect(name).toMatch(/^[a_鲸\ufffd]+$/u);
    }),
  );
});
