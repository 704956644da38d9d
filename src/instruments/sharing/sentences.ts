import { tokenizeWords } from '../../models/text/tokenize.ts';
import { createVocabulary, encode, type Vocabulary } from '../../models/text/vocabulary.ts';

/** A sentence with a tag a word: 1 where the word is part of a person's name. */
export interface TaggedSentence {
  readonly words: readonly string[];
  readonly tags: readonly number[];
}

/** Positions that the dense net has inputs for. */
export const PLACES = 8;

/**
 * Given, not computed: what both nets learn from. A star marks a name. Hermione only ever begins a sentence; the other names also
 * stand further to the right, and so do words that are no names.
 */
const GIVEN = [
  '*harry invented a new spell',
  '*harry saw owls',
  '*ron found maps',
  '*ron invented a new spell',
  '*luna saw a map',
  '*luna found gold',
  '*hermione invented a new spell',
  '*hermione found a map',
  '*hermione saw owls',
  'owls saw *harry',
  'owls found maps',
  'maps saw a new owl',
  'the teacher saw *harry',
  'the teacher found *ron',
  'the teacher saw *luna',
  'the teacher saw owls',
  'the teacher found maps',
  'the teacher saw gold',
  'a teacher found *luna',
  'a teacher saw maps',
  'a teacher found owls',
  'yesterday *ron saw owls',
  'yesterday *harry found gold',
  'yesterday the teacher saw *luna',
  'yesterday the teacher found gold',
  'yesterday the teacher saw *harry',
  'yesterday the teacher saw maps',
] as const;

const parse = (line: string): TaggedSentence => {
  const marked = line.split(' ');
  return {
    words: marked.map((word) => word.replace('*', '')),
    tags: marked.map((word) => Number(word.startsWith('*'))),
  };
};

export const TRAINING: readonly TaggedSentence[] = GIVEN.map(parse);

/** Every word of the training sentences, and ⟨UNK⟩. */
export const VOCABULARY: Vocabulary = createVocabulary(
  TRAINING.flatMap(({ words }) => words),
  { size: Number.MAX_SAFE_INTEGER },
);

/** A learner's sentence as both nets receive it. */
export function readSentence(sentence: string): {
  readonly words: readonly string[];
  readonly ids: Int32Array;
} {
  const words = tokenizeWords(sentence);
  return { words, ids: encode(VOCABULARY, words) };
}

/** In how many training sentences this word stands at this position, counted from 0. */
export const timesSeen = (word: string, place: number): number =>
  TRAINING.filter(({ words }) => words[place] === word).length;
