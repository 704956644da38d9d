import { characterNgrams, type SubwordOptions } from '../../models/fasttext/ngrams.ts';
import type { PartVectors } from '../../workers/embeddings/protocol.ts';

/** One row of a word's vector, held against the whole. */
export interface PartShare {
  /** The word itself, or an n-gram. */
  readonly text: string;
  readonly isWord: boolean;
  /** Cosine of the row and the word's vector. */
  readonly cosine: number;
  /** Part of the vector's squared length: r·v / (n ‖v‖²). All parts of a word add up to 1. */
  readonly share: number;
}

/** What the rows of a word are called, in their order; as many as `rows` when the vocabulary has the word's own row or none. */
export function partNames(word: string, rows: number, options: SubwordOptions): readonly string[] {
  const ngrams = characterNgrams(word, options);
  return rows > ngrams.length ? [word, ...ngrams] : ngrams;
}

/** The mean of the rows (d). */
export function meanOfParts({ rows, vectors }: PartVectors): Float64Array {
  const d = vectors.length / rows.length;
  const mean = new Float64Array(d);
  for (let i = 0; i < vectors.length; i++) mean[i % d]! += vectors[i]! / rows.length;
  return mean;
}

/** Every row of a word with what it adds to its vector, the largest share first. */
export function partShares(parts: PartVectors, options: SubwordOptions): readonly PartShare[] {
  const { word, rows, vectors } = parts;
  const mean = meanOfParts(parts);
  const d = mean.length;
  const squared = mean.reduce((sum, value) => sum + value * value, 0);
  const names = partNames(word, rows.length, options);
  const shares = names.map((text, i) => {
    let [dot, own] = [0, 0];
    for (let j = 0; j < d; j++) {
      dot += vectors[i * d + j]! * mean[j]!;
      own += vectors[i * d + j]! ** 2;
    }
    return {
      text,
      isWord: names.length > characterNgrams(word, options).length && i === 0,
      cosine: dot / Math.sqrt(own * squared),
      share: dot / (rows.length * squared),
    };
  });
  return shares.sort((a, b) => b.share - a.share);
}

/** Share of the n-grams of either word that both have (Jaccard). */
export function sharedNgrams(one: string, other: string, options: SubwordOptions): number {
  const [a, b] = [one, other].map((word) => new Set(characterNgrams(word, options)));
  const all = new Set([...(a ?? []), ...(b ?? [])]);
  const both = [...(a ?? [])].filter((ngram) => b?.has(ngram));
  return all.size > 0 ? both.length / all.size : 0;
}

export function cosineOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, one, other] = [0, 0, 0];
  for (let j = 0; j < a.length; j++) {
    dot += a[j]! * b[j]!;
    one += a[j]! ** 2;
    other += b[j]! ** 2;
  }
  return dot / Math.sqrt(one * other);
}
