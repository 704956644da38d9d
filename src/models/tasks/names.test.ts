import { describe, expect, it } from 'vitest';
import { AMBIGUOUS_NAMES, createNames, type NamesSplit } from './names.ts';
import { countBy, expectSoundTask, type ReadExample, readBatch } from './task.testkit.ts';

const read = (split: NamesSplit, count = 2000) => readBatch(createNames({ split }), count);

/** The reading by grammar: what follows the third word. */
function readsAsName(words: readonly string[]): boolean {
  const sentence = words.slice(2).join(' ');
  if (/^\w+ \w+ are (on sale|very cheap|sold out)$/.test(sentence)) return false;
  if (/^\w+ (\w+ )?was a great (president|singer|doctor|teacher)$/.test(sentence)) return true;
  if (/^\w+ was a great (gift|present|prize|brand)$/.test(sentence)) return false;
  throw new Error(`no sentence: ${sentence}`);
}

function tagByHand(words: readonly string[]): readonly string[] {
  const name = readsAsName(words);
  const hasSurname = name && words[3] !== 'was';
  return words.map((word, t) => {
    const isName = word === 'Harry' || word === 'Hermione' || (t === 2 && name) || (t === 3 && hasSurname);
    return isName ? 'name' : 'other';
  });
}

/** What decides, next to the word that it decides about. */
function combination({ words }: ReadExample): string {
  const next = words[3] === 'was' ? (words.at(-1) ?? '') : (words[3] ?? '');
  return `${words[2]} … ${next}`;
}

describe('createNames', () => {
  it.each(['train', 'held-out'] as const)('is a sound task (%s)', (split) => {
    expectSoundTask(createNames({ split }));
  });

  it.each(['train', 'held-out'] as const)('has the right tag at every word (%s)', (split) => {
    for (const { words, answers } of read(split, 500)) {
      expect(AMBIGUOUS_NAMES).toContain(words[2]);
      expect(answers).toEqual(tagByHand(words));
    }
  });

  it('nothing up to the ambiguous word tells: every beginning comes exactly as often in both readings', () => {
    const examples = read('train');
    const beginnings = (reading: string) =>
      countBy(
        examples.filter(({ answers }) => answers[2] === reading),
        ({ words }) => words.slice(0, 3).join(' '),
      );
    expect(beginnings('name')).toEqual(beginnings('other'));
    expect(beginnings('name').size).toBe(5 * 3 * 8);
  });

  it('decides at the next word or at the last, about as often', () => {
    const late = read('train').filter(({ words }) => words[3] === 'was').length / 2000;
    expect(late).toBeGreaterThan(0.44);
    expect(late).toBeLessThan(0.56);
  });

  it('holds combinations out, not words', () => {
    const [train, heldOut] = (['train', 'held-out'] as const).map((split) => read(split, 6000));
    const seen = new Set(train?.map(combination));
    const unseen = new Set(heldOut?.map(combination));
    expect([...unseen].filter((each) => seen.has(each))).toEqual([]);
    // 8 words × (8 surnames + 8 things + 4 persons + 4 gifts), a quarter held out.
    expect([seen.size, unseen.size]).toEqual([144, 48]);
  });
});
