import { tokenizeCharacters, tokenizeWords } from '../../models/text/tokenize.ts';
import { createVocabulary, type Vocabulary } from '../../models/text/vocabulary.ts';

export type Level = 'word' | 'character';

const TOKENIZERS = { word: tokenizeWords, character: tokenizeCharacters } as const;

export const tokenize = (level: Level, text: string): readonly string[] => TOKENIZERS[level](text);

/**
 * The full vocabulary of a long text, paragraph by paragraph; between two of them `pause` may let the page answer (it is asked
 * after every one). The same as in one piece: no token crosses a line break.
 */
export async function countText(
  text: string,
  level: Level,
  pause: () => Promise<void> | null,
): Promise<Vocabulary> {
  const tokens: string[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    for (const token of TOKENIZERS[level](line)) tokens.push(token);
    const waiting = pause();
    if (waiting) await waiting;
  }
  return createVocabulary(tokens, { size: Number.POSITIVE_INFINITY });
}
