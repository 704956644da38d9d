import { useEffect, useMemo, useRef } from 'react';
import { parallelism, planeOf, type WordPlane } from './plane.ts';
import type { WordPair } from './words.ts';

export interface PlaneOfWords {
  readonly plane: WordPlane;
  readonly parallel: readonly number[];
}

/** The plane of some words whose vectors change, each frame turned to lie as the last one shown. */
export function usePlane(
  words: readonly string[],
  vectors: readonly (Float64Array | null)[],
  pairs: readonly WordPair[],
): PlaneOfWords {
  const before = useRef<WordPlane | null>(null);
  const plane = useMemo(() => planeOf(words, vectors, before.current), [words, vectors]);
  useEffect(() => {
    before.current = plane;
  }, [plane]);
  const parallel = useMemo(
    () => parallelism(pairs, (word) => vectors[words.indexOf(word)] ?? null),
    [pairs, words, vectors],
  );
  return { plane, parallel };
}
