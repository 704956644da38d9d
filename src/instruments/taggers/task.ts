import { createRandom } from '../../models/random.ts';
import { AMBIGUOUS_NAMES } from '../../models/tasks/names.ts';
import { createTask } from '../../models/tasks/spec.ts';
import { exampleAt, padded, type TaskBatch } from '../../models/tasks/task.ts';

export const TRAINING = { name: 'names', split: 'train' } as const;
/** What the networks learn: a tag at every word, `other` (class 0) or `name` (class 1). */
export const TASK = createTask(TRAINING);
const UNSEEN = createTask({ name: 'names', split: 'held-out' });
/** Class id of `name`. */
export const NAME = 1;
/** In every sentence of the task the word that can be read both ways is the third. */
export const AMBIGUOUS_STEP = 2;

/** Sentences that a score is measured on. */
export const SCORED = 200;
const SCORE_SEED = 4;

/** Sentences whose combination of ambiguous and deciding word no network here was trained on; always the same ones. */
export const HELD_OUT: TaskBatch = padded(UNSEEN.sample(createRandom(SCORE_SEED), SCORED), TASK.steps);
/** The same number of sentences of the kind that the networks are trained on. */
export const TRAINED_ON: TaskBatch = padded(TASK.sample(createRandom(SCORE_SEED), SCORED), TASK.steps);

/** Steps that a learner's sentence may have. */
export const MOST_WORDS = 12;

export interface ReadSentence {
  /** As the vocabulary spells them; an unknown one as it was typed. */
  readonly words: readonly string[];
  readonly unknown: readonly string[];
  /** Words that were typed: more than `words` where the sentence was too long. */
  readonly asked: number;
  /** Null: some word is unknown, or there is none, and nothing can be read. */
  readonly ids: Int32Array | null;
}

const BY_SPELLING = new Map(TASK.inputs.map((word, id) => [word.toLowerCase(), id]));

/** A sentence as the networks read it. They know the task's words only, whatever their capitals. */
export function readSentence(sentence: string): ReadSentence {
  const typed = sentence.split(/[\s.,!?]+/u).filter(Boolean);
  const kept = typed.slice(0, MOST_WORDS);
  const ids = kept.map((word) => BY_SPELLING.get(word.toLowerCase()) ?? -1);
  const isWhole = ids.length > 0 && ids.every((id) => id >= 0);
  return {
    words: kept.map((word, t) => TASK.inputs[ids[t] ?? -1] ?? word),
    unknown: [...new Set(kept.filter((_, t) => (ids[t] ?? -1) < 0))],
    asked: typed.length,
    ids: isWhole ? Int32Array.from(ids) : null,
  };
}

/** The first word that can be read both ways; −1 without one. */
export const ambiguousStep = (words: readonly string[]): number =>
  words.findIndex((word) => AMBIGUOUS_NAMES.includes(word));

/** Words that two sentences have in common from their beginning on. */
export function commonBeginning(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, t) => other[t] !== word);
  return differs < 0 ? one.length : differs;
}

/** The ambiguous word and the word that decides about it: the next one, or after "was" the last one. */
export function combinationOf(words: readonly string[]): string {
  const at = ambiguousStep(words);
  const next = words[at + 1];
  return `${words[at]} ${next === 'was' ? words.at(-1) : next}`;
}

const SAMPLED = 4000;
let seen: ReadonlySet<string> | null = null;

/** Whether training shows this sentence's combination of words: it draws at random, so over 4,000 sentences all have come. */
export function isTrainedCombination(words: readonly string[]): boolean {
  if (!seen) {
    const batch = TASK.sample(createRandom(SCORE_SEED), SAMPLED);
    const sentences = Array.from({ length: SAMPLED }, (_, b) => exampleAt(batch, b).ids);
    seen = new Set(sentences.map((ids) => combinationOf(ids.map((id) => TASK.inputs[id] ?? ''))));
  }
  return seen.has(combinationOf(words));
}
