import { expect, it } from 'vitest';
import { readSequence } from '../../models/network/reading.ts';
import { exampleAt } from '../../models/tasks/task.ts';
import { batchAhead, readAhead } from './look-ahead.ts';
import { nameProbabilities } from './score.ts';
import { trainTagger } from './taggers.testkit.ts';
import { HELD_OUT, NAME, readSentence, SCORED } from './task.ts';

const { network, flat } = trainTagger('concat', 20, 4);
const read = (sentence: string) => readSentence(sentence).ids ?? new Int32Array();
const BEARS = read('he said Teddy bears are on sale');
const ROOSEVELT = read('he said Teddy Roosevelt was a great president');

it('with no word ahead says the same at the end of every common beginning; with one ahead no more', () => {
  const at = (ahead: number, ids: Int32Array) => readAhead(network, flat, ids, ahead)[2];
  expect(at(0, BEARS)).toBe(at(0, ROOSEVELT));
  expect(at(1, BEARS)).not.toBe(at(1, ROOSEVELT));
});

it('with the whole sentence ahead is the network as it was trained', () => {
  const { probabilities } = readSequence(network, flat, BEARS);
  const whole = readAhead(network, flat, BEARS, BEARS.length);
  BEARS.forEach((_, t) => {
    expect(whole[t]).toBe(probabilities[2 * t + NAME]);
  });
  expect(batchAhead(network, flat, HELD_OUT, 8)).toEqual(nameProbabilities(network, flat, HELD_OUT));
});

it('needs no more of a sentence than it says', () => {
  const other = BEARS.slice();
  other[5] = 0;
  expect(readAhead(network, flat, other, 2)[2]).toBe(readAhead(network, flat, BEARS, 2)[2]);
  expect(readAhead(network, flat, other, 3)[2]).not.toBe(readAhead(network, flat, BEARS, 3)[2]);
});

it('says of a batch what it says of each sentence', () => {
  const said = batchAhead(network, flat, HELD_OUT, 2);
  for (const b of [0, 5, 40]) {
    const { ids } = exampleAt(HELD_OUT, b);
    const alone = readAhead(network, flat, Int32Array.from(ids), 2);
    ids.forEach((_, t) => {
      expect(said[t * SCORED + b]).toBeCloseTo(alone[t] ?? 9, 12);
    });
  }
});
