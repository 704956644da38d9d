import { COUNTS, floatBytes } from '../../../instruments/counts/counts.ts';
import { tokenizeWords } from '../../../models/text/tokenize.ts';

/** Words of a sentence as our tokenizer cuts it, ⟨EOS⟩ counted where it is wanted. */
export const tokenCount = (sentence: string, end: boolean): number =>
  tokenizeWords(sentence).length + Number(end);

/** Bytes of so many one-hot vectors as 32-bit floats, and of the numbers alone as 32-bit integers. */
export const oneHotBytes = (tokens: number, vocabulary: number): number => floatBytes(tokens * vocabulary);
export const indexBytes = (tokens: number): number => floatBytes(tokens);

/** Distance of two one-hot vectors, from the vectors themselves. */
export function oneHotDistance(one: number, other: number, size: number): number {
  const at = (id: number) => Float64Array.from({ length: size }, (_, i) => Number(i === id));
  const [x, y] = [at(one), at(other)];
  return Math.hypot(...x.map((value, i) => value - (y[i] ?? 0)));
}

/** Parameters of the two nets that the lesson compares. */
export const parameters = (kind: 'dense' | 'recurrent', steps: number): number =>
  COUNTS[kind]({ steps, hidden: 100, vocabulary: 10_000 });
