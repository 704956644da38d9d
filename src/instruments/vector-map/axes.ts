import type { WordAxis } from '../../store/vectors-state.ts';
import { readWords } from '../vector-panels/word-lists.ts';

const MOST_END = 12;

/** An axis as it is typed, `he man > she woman`; null where one of its ends has no word. */
export function readAxis(typed: string, characters: boolean): WordAxis | null {
  const [from = '', to = ''] = typed.split(/[>＞→]/u);
  const list = (end: string) => readWords(end, { most: MOST_END, characters });
  const axis = { from: list(from), to: list(to) };
  return axis.from.length > 0 && axis.to.length > 0 ? axis : null;
}

/** Places of these points along axes, (n, axes), from those of the set's first words by rank. */
export function placesAlong(coordinates: Float32Array, axes: number, ids: Int32Array): Float32Array {
  const places = new Float32Array(ids.length * axes);
  ids.forEach((id, i) => {
    places.set(coordinates.subarray(id * axes, (id + 1) * axes), i * axes);
  });
  return places;
}
