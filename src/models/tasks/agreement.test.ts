import { describe, expect, it } from 'vitest';
import { type AgreementOptions, createAgreement, numberOf } from './agreement.ts';
import { countBy, expectSoundTask, type ReadExample, readBatch, wordCounts } from './task.testkit.ts';

const EVERY = Array.from({ length: 31 }, (_, distance) => distance);
const read = (options: AgreementOptions, count = 2000): readonly ReadExample[] =>
  readBatch(createAgreement(options), count);

/** Number by ear, not by the task's own table. */
const PLURALS = /^(cats|dogs|birds|foxes|horses|mice|geese|rabbits|apples|nuts|berries|carrots)$/;
const SINGULARS = /^(cat|dog|bird|fox|horse|mouse|goose|rabbit|apple|nut|berry|carrot)$/;
/** One noun phrase, then what may hang on it; a relative clause in commas. */
const PHRASE = String.raw`the (?:very )?(?:(?:old|small|grey|quiet) )?\w+`;
const CHAIN = `${PHRASE}(?: (?:near|behind|beside|with) ${PHRASE})*`;
const CLAUSE = `, which (?:already )?(?:ate|saw|heard|followed|liked) ${CHAIN} ,`;
const SENTENCE = new RegExp(
  `^the \\w+(?: really| here really| (?:near|behind|beside|with) ${CHAIN}| ${CLAUSE})?$`,
);

describe('createAgreement', () => {
  it('is a sound task', () => expectSoundTask(createAgreement({ distances: EVERY })));

  it('asks was or were of the second word, at the last word and nowhere else', () => {
    for (const { words, answers } of read({ distances: EVERY }, 600)) {
      const subject = words[1] ?? '';
      expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true);
      expect(answers.at(-1)).toBe(PLURALS.test(subject) ? 'were' : SINGULARS.test(subject) ? 'was' : '?');
    }
  });

  it('makes sentences', () => {
    for (const { words } of read({ distances: EVERY }, 600)) expect(words.join(' ')).toMatch(SENTENCE);
  });

  it('has as many words between as it says, each distance as often', () => {
    const examples = read({ distances: EVERY }, 6200);
    for (const { words, distance } of examples) expect(words.length - 2).toBe(distance);
    const counts = countBy(examples, ({ distance }) => `${distance}`);
    expect(counts.size).toBe(31);
    // χ² of the 3100 pairs, 30 degrees of freedom: 59.7 is exceeded once in a thousand.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count / 2 - 100) ** 2 / 100, 0);
    expect(chi).toBeLessThan(59.7);
  });

  it.each(EVERY)('distance %d can be asked for alone', (distance) => {
    for (const each of read({ distances: [distance] }, 20)) expect(each.distance).toBe(distance);
  });

  it('nothing but the subject tells: all other words come exactly as often with was as with were', () => {
    const examples = read({ distances: EVERY });
    const subject = (_word: string, t: number) => t === 1;
    expect(wordCounts(examples, 'was', subject)).toEqual(wordCounts(examples, 'were', subject));
    expect(examples.filter(({ last }) => last === 'was')).toHaveLength(1000);
  });

  it('nouns between have the subject’s number in about half of the cases', () => {
    const nouns = read({ distances: [8, 14] }).flatMap(({ words }) =>
      words.slice(2).flatMap((word) => {
        const number = numberOf(word);
        return number ? [number === numberOf(words[1] ?? '')] : [];
      }),
    );
    const same = nouns.filter(Boolean).length / nouns.length;
    expect(nouns.length).toBeGreaterThan(2000);
    expect(same).toBeCloseTo(0.5, 10);
  });

  it.each(['same', 'other'] as const)('or always the %s', (distractors) => {
    for (const { words } of read({ distances: [3, 8, 14], distractors }, 300)) {
      const subject = numberOf(words[1] ?? '');
      const others = words.slice(2).flatMap((word) => numberOf(word) ?? []);
      expect(others.length).toBeGreaterThan(0);
      expect(others.every((number) => (number === subject) === (distractors === 'same'))).toBe(true);
    }
  });

  it.each([[[]], [[-1]], [[1.5]], [[3, Number.NaN]]])('refuses distances %j', (distances) => {
    expect(() => createAgreement({ distances })).toThrow(RangeError);
  });
});

it('numberOf knows nouns from other words', () => {
  expect(['cat', 'geese', 'berries', 'was', 'the', ''].map(numberOf)).toEqual([
    'singular',
    'plural',
    'plural',
    null,
    null,
    null,
  ]);
});
