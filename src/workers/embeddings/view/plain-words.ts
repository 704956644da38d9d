import type { EmbeddingView, EmbeddingWatch } from '../protocol.ts';
import { type Layer, rowOf } from './layer.ts';
import { createRanking } from './nearest.ts';

/** Watched words of a method where every word has one row, its id's. */
export function plainWords(
  layer: Layer,
  words: readonly string[],
  { neighbours, input }: EmbeddingWatch,
): Pick<EmbeddingView, 'neighbours' | 'input'> {
  const ranking = neighbours && createRanking(layer, words.length);
  const vectorOf = (word: string) => {
    const id = words.indexOf(word);
    return id < 0 ? null : { id, vector: rowOf(layer, id) };
  };
  return {
    neighbours: (neighbours?.words ?? []).map((word) => {
      const found = vectorOf(word);
      const nearest =
        found && ranking ? ranking.nearest(found.vector, neighbours?.count ?? 0, found.id) : null;
      return { word, nearest };
    }),
    input: (input ?? []).map((word) => vectorOf(word)?.vector ?? null),
  };
}
