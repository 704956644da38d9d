import { NO_TARGET } from '../dense/losses.ts';
import type { Random } from '../random.ts';
import { batchOf, idsOf, inPairs, pick, type SequenceTask, type TaskExample } from './task.ts';

/*
 * "The cat, which already ate …, was full" and "The cats, which already ate …, were full": the subject decides the verb,
 * however much comes between. The nouns between have a number of their own that says nothing about the subject's, and every
 * sentence comes in both numbers with the same words between, so that the subject alone can tell.
 */

export interface AgreementOptions {
  /** How many words may stand between subject and verb; each is as likely as the others. */
  readonly distances: readonly number[];
  /**
   * Number of the nouns between: `any` is fair; `same` and `other` than the subject's are for measuring how much a trained
   * network is led astray.
   */
  readonly distractors?: 'any' | 'same' | 'other';
}

export type GrammaticalNumber = 'singular' | 'plural';
type NounNumber = GrammaticalNumber | 'same' | 'other';
type Noun = readonly [singular: string, plural: string];
/** A word, or a noun whose number is still open. */
type Slot = string | { readonly noun: Noun; readonly number: NounNumber };

const ANIMALS: readonly Noun[] = [
  ['cat', 'cats'],
  ['dog', 'dogs'],
  ['bird', 'birds'],
  ['fox', 'foxes'],
  ['horse', 'horses'],
  ['mouse', 'mice'],
  ['goose', 'geese'],
  ['rabbit', 'rabbits'],
];
const FOODS: readonly Noun[] = [
  ['apple', 'apples'],
  ['nut', 'nuts'],
  ['berry', 'berries'],
  ['carrot', 'carrots'],
];
/** The past tense is the same for one and for many: it must not give the answer away. */
const VERBS = ['saw', 'heard', 'followed', 'liked'] as const;
const PREPOSITIONS = ['near', 'behind', 'beside', 'with'] as const;
const ADJECTIVES = ['old', 'small', 'grey', 'quiet'] as const;
const NOUNS = [...ANIMALS, ...FOODS];

const INPUTS: readonly string[] = [
  'the',
  ...NOUNS.flat(),
  ',',
  'which',
  'already',
  'ate',
  ...VERBS,
  ...PREPOSITIONS,
  ...ADJECTIVES,
  'very',
  'really',
  'here',
];
const CLASSES = ['was', 'were'] as const;

/** Sentences up to the word before the verb; at that word the verb is asked. `distances` of a batch: words between. */
export function createAgreement({ distances, distractors = 'any' }: AgreementOptions): SequenceTask {
  checkDistances(distances);
  const makePair = (random: Random): readonly [TaskExample, TaskExample] => {
    const distance = pick(random, distances);
    const subject = pick(random, ANIMALS);
    const between = filler(random, distance, distractors);
    return [render(subject, between, 'singular'), render(subject, between, 'plural')];
  };
  return {
    inputs: INPUTS,
    classes: CLASSES,
    steps: 2 + Math.max(...distances),
    sample: (random, batch) => batchOf(inPairs(random, batch, () => makePair(random))),
  };
}

/** Number of a noun of the task; null for other words. */
export function numberOf(word: string): GrammaticalNumber | null {
  if (NOUNS.some(([singular]) => singular === word)) return 'singular';
  return NOUNS.some(([, plural]) => plural === word) ? 'plural' : null;
}

function render(subject: Noun, between: readonly Slot[], number: GrammaticalNumber): TaskExample {
  const words = ['the', inflect(subject, number, number), ...between.map((slot) => wordOf(slot, number))];
  const ids = idsOf(INPUTS, words);
  const targets = ids.map((_, t) => (t < ids.length - 1 ? NO_TARGET : number === 'singular' ? 0 : 1));
  return { ids, targets, distance: between.length };
}

function wordOf(slot: Slot, subject: GrammaticalNumber): string {
  return typeof slot === 'string' ? slot : inflect(slot.noun, slot.number, subject);
}

function inflect([singular, plural]: Noun, number: NounNumber, subject: GrammaticalNumber): string {
  const isPlural = number === 'same' || number === 'other' ? subject === 'plural' : number === 'plural';
  return isPlural === (number === 'other') ? singular : plural;
}

/** Exactly `length` words that can stand between a subject and its verb. */
function filler(random: Random, length: number, distractors: 'any' | 'same' | 'other'): readonly Slot[] {
  if (length === 0) return [];
  if (length === 1) return ['really'];
  if (length === 2) return ['here', 'really'];
  const chain = (words: number, nouns = ANIMALS) => nounChain(random, words, nouns, distractors);
  if (length < 6 || random.integer(2) === 0) return [pick(random, PREPOSITIONS), ...chain(length - 1)];
  const adverb = length > 6 && random.integer(2) === 0 ? ['already'] : [];
  const eats = random.integer(2) === 0;
  const object = chain(length - 4 - adverb.length, eats ? FOODS : ANIMALS);
  return [',', 'which', ...adverb, eats ? 'ate' : pick(random, VERBS), ...object, ','];
}

/** "the very old dogs near the fox …" of exactly `length` ≥ 2 words; only the first noun is one of `nouns`. */
function nounChain(
  random: Random,
  length: number,
  nouns: readonly Noun[],
  distractors: 'any' | 'same' | 'other',
): readonly Slot[] {
  // A preposition and two words more must fit behind, unless the phrase ends here.
  const modifiers = length <= 4 ? length - 2 : random.integer(Math.min(3, length - 4));
  const number = distractors === 'any' ? pick(random, ['singular', 'plural'] as const) : distractors;
  const phrase = ['the', ...describe(random, modifiers), { noun: pick(random, nouns), number }];
  const left = length - phrase.length;
  if (left === 0) return phrase;
  return [...phrase, pick(random, PREPOSITIONS), ...nounChain(random, left - 1, ANIMALS, distractors)];
}

function describe(random: Random, words: number): readonly string[] {
  if (words === 0) return [];
  return words === 1 ? [pick(random, ADJECTIVES)] : ['very', pick(random, ADJECTIVES)];
}

function checkDistances(distances: readonly number[]): void {
  const wrong = distances.find((distance) => !Number.isInteger(distance) || distance < 0);
  if (distances.length === 0 || wrong !== undefined) {
    throw new RangeError(`distances are whole numbers from 0 on, at least one; found [${distances}]`);
  }
}
