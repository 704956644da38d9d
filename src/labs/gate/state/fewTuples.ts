import { type Codec, tuples } from '../../../url/codecs.ts';

/** A list of tuples that a link carries whole or not at all: half of somebody's edits would be another network. */
export function fewTuples(width: number, most: number): Codec<readonly (readonly number[])[]> {
  const inner = tuples(width, most);
  return { ...inner, write: (rows) => (rows.length > most ? '' : inner.write(rows)) };
}
