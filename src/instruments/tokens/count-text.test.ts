import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeCharacters, tokenizeWords } from '../../models/text/tokenize.ts';
import { createVocabulary } from '../../models/text/vocabulary.ts';
import { countText } from './count-text.ts';

const whole = (tokens: readonly string[]) => createVocabulary(tokens, { size: 1e9 });

describe('countText', () => {
  it('counts as in one piece, words and characters', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (lines) => {
        const text = lines.join('\n');
        expect(await countText(text, 'word', () => null)).toEqual(whole(tokenizeWords(text)));
        expect(await countText(text, 'character', () => null)).toEqual(whole(tokenizeCharacters(text)));
      }),
    );
  });

  it('asks for a pause after every paragraph and waits for it', async () => {
    const pauses: number[] = [];
    await countText('a\nb\nc', 'word', () => Promise.resolve().then(() => void pauses.push(pauses.length)));
    expect(pauses).toEqual([0, 1, 2]);
  });
});
