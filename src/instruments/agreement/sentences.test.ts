import { describe, expect, it } from 'vitest';
import { numberOf } from '../../models/tasks/agreement.ts';
import { freshParameters, netOf } from './nets.ts';
import { exampleOf, freshPair, verdictOf } from './sentences.ts';

describe('freshPair', () => {
  it('is a sentence in both numbers, all nouns between of the other one', () => {
    const pair = freshPair(20);
    expect(pair.map(({ answer }) => answer).toSorted()).toEqual(['was', 'were']);
    for (const { words, answer } of pair) {
      expect(words).toHaveLength(22);
      const own = numberOf(words[1] ?? '');
      expect(own).toBe(answer === 'was' ? 'singular' : 'plural');
      const between = words.slice(2).flatMap((word) => numberOf(word) ?? []);
      expect(between.length).toBeGreaterThan(0);
      expect(between).not.toContain(own);
    }
  });
});

it('an example has as many words between as asked for', () => {
  for (const distance of [5, 30]) expect(exampleOf(distance, 1).words).toHaveLength(distance + 2);
});

describe('verdictOf', () => {
  const flat = freshParameters({ cell: 'gru', distance: 5, start: 'orthogonal', seed: 1 });
  // The read-out's bias alone decides: ln 9 apart is nine to one.
  const biased = (was: number) => {
    const copy = flat.slice().fill(0);
    copy[copy.length - 2] = was;
    return copy;
  };

  it('says the more probable verb, how probable it is, and whether it is right', () => {
    expect(netOf('gru').classes).toBe(2);
    for (const sentence of freshPair(5)) {
      const said = verdictOf('gru', biased(Math.log(9)), sentence);
      expect(said).toMatchObject({ verb: 'was', isRight: sentence.answer === 'was' });
      expect(said.share).toBeCloseTo(0.9, 12);
      expect(verdictOf('gru', biased(-Math.log(9)), sentence).verb).toBe('were');
    }
  });
});
