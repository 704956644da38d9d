import { expect, it } from 'vitest';
import { END_TOKEN } from '../text/vocabulary.ts';
import { isWord, textWords } from './text-words.ts';

it.each(['whale', '我们', '1851', '3.14', '😀', 'שלום', "don't", '¾'])('takes %s for a word', (token) => {
  expect(isWord(token)).toBe(true);
});

it.each([',', '—', '。', '“', '<', '+', '\ud83d', END_TOKEN])('takes %s for none', (token) => {
  expect(isWord(token)).toBe(false);
});

it('counts what is a word, and says how far it is', () => {
  const text = 'Call me! Call; me... 我们，我们。\n'.repeat(4000);
  const work = textWords(text, { level: 'word', ends: 'lines' });
  const said: number[] = [];
  for (;;) {
    const { done, value } = work.next();
    if (!done) {
      said.push(value);
      continue;
    }
    const { encoded, counts, end, tokens, types } = value;
    const named = Object.fromEntries(encoded.tokens.map((token, i) => [token, counts[i]]));
    expect(named).toMatchObject({ call: 8000, me: 8000, 我们: 8000, '!': 0, '，': 0, [END_TOKEN]: 0 });
    expect([encoded.tokens[end], tokens, types]).toEqual([END_TOKEN, 24_000, 3]);
    break;
  }
  expect(said.length).toBeGreaterThan(3);
  expect(said).toEqual([...said].sort((a, b) => a - b));
  expect(said.at(-1)).toBe(text.length);
});
