import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from './answers.ts';
import { EVERY, learn, type Snapshot, STEPS } from './learning.ts';
import { PLACES, TRAINING, timesSeen } from './sentences.ts';

describe('the training sentences', () => {
  it('fit into the positions, and have Hermione nowhere but first', () => {
    expect(Math.max(...TRAINING.map(({ words }) => words.length))).toBeLessThanOrEqual(PLACES);
    expect(timesSeen('hermione', 0)).toBe(3);
    for (let place = 1; place < PLACES; place++) expect(timesSeen('hermione', place)).toBe(0);
    expect(timesSeen('harry', 3)).toBeGreaterThan(0);
  });
});

describe.each([1, 2, 3])('both nets, seed %i', (seed) => {
  let snapshots: readonly Snapshot[] = [];
  beforeAll(() => {
    snapshots = [...learn(seed)];
  });
  const say = (sentence: string) => {
    const [first, last] = [snapshots[0], snapshots.at(-1)];
    if (!first || !last) throw new Error('nothing was learnt');
    return answer(sentence, first, last);
  };

  it('are kept as often as they should be', () => {
    expect(snapshots).toHaveLength(1 + STEPS / EVERY);
  });

  it('learn every training sentence', () => {
    for (const { words, tags } of TRAINING) {
      for (const [t, { dense, shared }] of say(words.join(' ')).entries()) {
        expect((dense ?? 0) > 0.5, `dense: ${words.join(' ')}`).toBe(tags[t] === 1);
        expect(shared > 0.5, `recurrent: ${words.join(' ')}`).toBe(tags[t] === 1);
      }
    }
  });

  it('differ where a name stands in a new place: only the shared weights have learnt anything there', () => {
    const at = say('the teacher saw hermione')[3];
    expect(at?.moved).toBe(0);
    expect(at?.shared).toBeGreaterThan(0.9);
    expect(say('hermione found a map')[0]?.moved).toBeGreaterThan(0.1);
  });
});

describe('answers', () => {
  it('of the dense net end with its positions; the recurrent net goes on', () => {
    const [first] = learn(1);
    if (!first) throw new Error('no first state');
    const values = answer('the owl saw harry and the teacher saw hermione again', first, first);
    expect(values).toHaveLength(10);
    expect(values.map(({ dense }) => dense === null)).toEqual([...Array(8).fill(false), true, true]);
    expect(values.every(({ shared }) => shared > 0 && shared < 1)).toBe(true);
  });

  it('to nothing are none', () => {
    const [first] = learn(1);
    expect(first && answer('   ', first, first)).toEqual([]);
  });
});

describe('what the lesson says about seed 1', () => {
  it('holds: the dense net misses Hermione at position 4', () => {
    const snapshots = [...learn(1)];
    const [first, last] = [snapshots[0], snapshots.at(-1)];
    if (!first || !last) throw new Error('nothing was learnt');
    const at = answer('the teacher saw hermione', first, last)[3];
    expect(at?.dense).toBeLessThan(0.5);
    expect(at?.shared).toBeGreaterThan(0.9);
  });
});
