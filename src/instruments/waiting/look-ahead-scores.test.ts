import { expect, it } from 'vitest';
import { exampleAt } from '../../models/tasks/task.ts';
import { scoreTagger } from '../taggers/score.ts';
import { trainTagger } from '../taggers/taggers.testkit.ts';
import { HELD_OUT, SCORED, TASK } from '../taggers/task.ts';
import { lookAheadScores } from './look-ahead-scores.ts';

it('climbs where the deciding words stand: behind the next word, and behind the fourth', () => {
  const tagger = trainTagger('concat', 100);
  const scores = lookAheadScores(tagger);
  const decidedNext = Array.from({ length: SCORED }, (_, b) => exampleAt(HELD_OUT, b).ids[3]).filter(
    (id) => TASK.inputs[id ?? -1] !== 'was',
  ).length;
  // Nothing of the future: a coin toss. One word: what it decides is right, the rest a coin toss.
  expect(scores[0]?.ambiguous).toBe(0.5);
  expect(scores[1]?.ambiguous).toBeCloseTo((decidedNext + (SCORED - decidedNext) / 2) / SCORED, 1);
  expect(scores[4]?.ambiguous).toBeGreaterThan(0.9);
  expect(scores.at(-1)).toEqual(scoreTagger(tagger.network, tagger.flat, HELD_OUT));
});
