import { BUILT_IN_PAIRS } from '../../models/vectors/question-list.ts';
import type { VectorSetInfo } from '../../store/vectors-state.ts';
import { CHARACTER_PAIRS } from './character-questions.ts';

/** A relation by its pairs, as a reader would type them. */
export interface Relation {
  /** Names it in messages. */
  readonly name: (typeof BUILT_IN_PAIRS)[number]['name'] | (typeof CHARACTER_PAIRS)[number]['name'];
  readonly pairs: string;
}

/** Beyond this many arrows a map cannot be read. */
const MOST_PAIRS = 9;

const joined = (pairs: readonly (readonly string[])[]): string =>
  pairs
    .slice(0, MOST_PAIRS)
    .map((pair) => pair.join(' '))
    .join(', ');

const ENGLISH: readonly Relation[] = BUILT_IN_PAIRS.map(({ name, pairs }) => ({
  name,
  pairs: joined(pairs),
}));
const CHARACTERS: readonly Relation[] = CHARACTER_PAIRS.map(({ name, pairs }) => ({
  name,
  pairs: joined(pairs.map((pair) => Array.from(pair))),
}));

/** Relations in the language of a set. */
export const relationsFor = ({ builtIn }: Pick<VectorSetInfo, 'builtIn'>): readonly Relation[] =>
  builtIn === 'characters' ? CHARACTERS : ENGLISH;
