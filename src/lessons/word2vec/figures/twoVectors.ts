import {
  type BothTables,
  cosinesWith,
  dotsWith,
  largest,
  placeOf,
  type Ranked,
} from '../../../instruments/word2vec/vector-table.ts';

/** Neighbours of each list. */
export const NEAREST = 6;

/** A word held against others: u · v, and how many words have a larger one. */
export interface Held {
  readonly id: number;
  readonly dot: number;
  /** From 1, among all words. */
  readonly place: number;
  /** Why it is listed. */
  readonly why: 'itself' | 'alike' | 'beside';
}

/** What the two vectors of one word say. */
export interface TwoVectors {
  readonly inputInput: readonly Ranked[];
  readonly outputOutput: readonly Ranked[];
  readonly inputOutput: readonly Ranked[];
  /** The highest first. */
  readonly held: readonly Held[];
}

/** Words that are held against the word from each of two lists. */
const HELD = 3;

/** Nearest words by each pair of layers, and u · v with the word itself, with words alike and with words that stand beside it. */
export function compareVectors({ input, output }: BothTables, id: number): TwoVectors {
  const inputInput = largest(cosinesWith(input, id, input), NEAREST, id);
  const outputOutput = largest(cosinesWith(output, id, output), NEAREST, id);
  const inputOutput = largest(cosinesWith(input, id, output), NEAREST, id);
  const dots = dotsWith(input, id, output);
  const held = (other: number, why: Held['why']): Held => ({
    id: other,
    dot: dots[other] ?? Number.NaN,
    place: placeOf(dots, other),
    why,
  });
  const beside = largest(dots, HELD + 1, id);
  const alike = inputInput.filter((each) => !beside.some((other) => other.id === each.id));
  return {
    inputInput,
    outputOutput,
    inputOutput,
    held: [
      ...beside.slice(0, HELD).map((each) => held(each.id, 'beside')),
      ...alike.slice(0, HELD).map((each) => held(each.id, 'alike')),
      held(id, 'itself'),
    ].sort((a, b) => b.dot - a.dot),
  };
}
