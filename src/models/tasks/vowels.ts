import { batchOf, pick, type SequenceTask } from './task.ts';

/*
 * One to one: a letter in, vowel or consonant out. There is nothing to remember: a recurrent network with one step is a
 * plain one. Both answers come equally often in the long run (y counts as a consonant).
 */

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const VOWELS = 'aeiou';

/** The answer to one letter. */
export const vowelOrConsonant = (letter: string) => (VOWELS.includes(letter) ? 'vowel' : 'consonant');

/** T = 1. */
export function createVowels(): SequenceTask {
  const groups = [true, false].map((isVowel) =>
    LETTERS.filter((letter) => (vowelOrConsonant(letter) === 'vowel') === isVowel),
  );
  return {
    inputs: LETTERS,
    classes: ['vowel', 'consonant'],
    steps: 1,
    sample: (random, batch) =>
      batchOf(
        Array.from({ length: batch }, () => {
          const answer = random.integer(2);
          return { ids: [LETTERS.indexOf(pick(random, groups[answer] ?? []))], targets: [answer] };
        }),
      ),
  };
}
