import type { Random } from '../random.ts';
import { batchOf, idsOf, inPairs, pick, type SequenceTask, type TaskExample } from './task.ts';

/*
 * "He said Teddy bears are on sale" and "He said Teddy Roosevelt was a great president": only what follows tells whether
 * Teddy is a name. Every ambiguous word comes in both readings after the same beginning, so that nothing before it, and not
 * the word itself, gives the answer away.
 */

export type NamesSplit = 'train' | 'held-out';

export interface NamesOptions {
  /** Which combinations of an ambiguous word and what follows: every word is in both, no combination is. */
  readonly split: NamesSplit;
}

/** A word and whether it is (part of) a name. */
type Tagged = readonly [word: string, isName: boolean];

const LEADS: readonly Tagged[] = [
  ['he', false],
  ['she', false],
  ['they', false],
  ['Harry', true],
  ['Hermione', true],
];
const VERBS = ['said', 'says', 'thinks'] as const;
const AMBIGUOUS = ['Teddy', 'Rose', 'Violet', 'Amber', 'Olive', 'Ruby', 'Ginger', 'Jasmine'] as const;
const SURNAMES = ['Roosevelt', 'Kennedy', 'Lopez', 'Chen', 'Novak', 'Garcia', 'Okafor', 'Berg'] as const;
/** Things that any of the words can stand before. */
const THINGS = ['bears', 'prints', 'boxes', 'cards', 'ribbons', 'candles', 'stickers', 'dolls'] as const;
const PERSONS = ['president', 'singer', 'doctor', 'teacher'] as const;
const GIFTS = ['gift', 'present', 'prize', 'brand'] as const;
const SALES = [
  ['on', 'sale'],
  ['very', 'cheap'],
  ['sold', 'out'],
] as const;
const INPUTS: readonly string[] = [
  ...new Set([
    ...LEADS.map(([word]) => word),
    ...VERBS,
    ...AMBIGUOUS,
    ...SURNAMES,
    ...THINGS,
    ...PERSONS,
    ...GIFTS,
    ...SALES.flat(),
    'are',
    'was',
    'a',
    'great',
  ]),
];
const CLASSES = ['other', 'name'] as const;
/** "he said Teddy Roosevelt was a great president". */
const LONGEST = 8;

/** A tag at every word: name or other. Half of the sentences decide at the next word, half only at the last. */
export function createNames({ split }: NamesOptions): SequenceTask {
  return {
    inputs: INPUTS,
    classes: CLASSES,
    steps: LONGEST,
    sample: (random, batch) => batchOf(inPairs(random, batch, () => makePair(random, split))),
  };
}

/** The words that can be read both ways, by token text. */
export const AMBIGUOUS_NAMES: readonly string[] = AMBIGUOUS;

/** The same beginning, the same ambiguous word, once as a name and once not. */
function makePair(random: Random, split: NamesSplit): readonly [TaskExample, TaskExample] {
  const beginning = [pick(random, LEADS), plain(pick(random, VERBS))];
  const word = random.integer(AMBIGUOUS.length);
  const later = random.integer(2) === 0;
  const endings = later ? decidedAtTheEnd(random, word, split) : decidedByTheNext(random, word, split);
  const [name, other] = endings.map((ending) => example([...beginning, ...ending]));
  return [name, other] as readonly [TaskExample, TaskExample];
}

/** "Teddy Roosevelt was a great president", "Teddy bears are on sale". */
function decidedByTheNext(random: Random, word: number, split: NamesSplit): readonly (readonly Tagged[])[] {
  const text = AMBIGUOUS[word]!;
  const was = ['was', 'a', 'great', pick(random, PERSONS)].map(plain);
  const are = ['are', ...pick(random, SALES)].map(plain);
  return [
    [[text, true], [partner(random, word, SURNAMES, split), true], ...was],
    [plain(text), plain(partner(random, word, THINGS, split)), ...are],
  ];
}

/** "Rose was a great singer", "Rose was a great gift". */
function decidedAtTheEnd(random: Random, word: number, split: NamesSplit): readonly (readonly Tagged[])[] {
  const text = AMBIGUOUS[word]!;
  const was = ['was', 'a', 'great'].map(plain);
  return [
    [[text, true], ...was, plain(partner(random, word, PERSONS, split))],
    [plain(text), ...was, plain(partner(random, word, GIFTS, split))],
  ];
}

/** One word of a list that may follow the ambiguous one in this split: every fourth combination is held out. */
function partner(random: Random, word: number, list: readonly string[], split: NamesSplit): string {
  const wanted = split === 'held-out';
  return pick(
    random,
    list.filter((_, i) => ((word + i) % 4 === 3) === wanted),
  );
}

function plain(word: string): Tagged {
  return [word, false];
}

function example(words: readonly Tagged[]): TaskExample {
  return {
    ids: idsOf(
      INPUTS,
      words.map(([word]) => word),
    ),
    targets: words.map(([, isName]) => (isName ? 1 : 0)),
  };
}
