import { tokenizeWords } from '../../models/text/tokenize.ts';

/** The same words from last to first: what a model of order should find much less probable. */
export function otherOrder(sentence: string): string {
  const pieces = sentence.trim().split(/\s+/u);
  if (pieces.length > 1) return pieces.reverse().join(' ');
  return tokenizeWords(sentence).reverse().join('');
}
