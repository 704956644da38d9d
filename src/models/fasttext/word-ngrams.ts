import { hashNgram } from './hash.ts';

const MIX = 116049371n;
const WORD = 2n ** 64n;

/**
 * Rows of a text's word n-grams, n = 2 … `longest`, behind those of its words: hashes of the words mixed one by one, as
 * fastText's `Dictionary::addWordNgrams` has it (a word's hash is taken as a signed number, the sum is of 64 bits). They say a
 * little about the order of words, which a mean forgets (Joulin et al. 2017, section 2.1).
 */
export function wordNgramRows(
  words: readonly string[],
  { first, longest, bucket }: { readonly first: number; readonly longest: number; readonly bucket: number },
): readonly number[] {
  if (bucket < 1) return [];
  const hashes = words.map((word) => BigInt(hashNgram(word) | 0));
  const rows: number[] = [];
  hashes.forEach((hash, start) => {
    let mixed = BigInt.asUintN(64, hash);
    for (const next of hashes.slice(start + 1, start + longest)) {
      mixed = (mixed * MIX + BigInt.asUintN(64, next)) % WORD;
      rows.push(first + Number(mixed % BigInt(bucket)));
    }
  });
  return rows;
}

/** The same n-grams as they read, in the same order. */
export function wordNgrams(words: readonly string[], longest: number): readonly (readonly string[])[] {
  return words.flatMap((_, start) =>
    words.slice(start + 1, start + longest).map((_, i) => words.slice(start, start + i + 2)),
  );
}
