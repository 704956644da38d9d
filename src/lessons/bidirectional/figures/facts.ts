import { forwardFloor } from '../../../instruments/taggers/floor.ts';
import { countMerge } from '../../../instruments/taggers/merge-counts.ts';
import { taggerNetwork } from '../../../instruments/taggers/tagger-settings.ts';
import { TRAINED_ON } from '../../../instruments/taggers/task.ts';
import { roundsAtEnd, streamStack } from '../../../instruments/waiting/stream.ts';

const FLOOR = forwardFloor(TRAINED_ON);

/** Words of the task's sentences, on average. */
export const meanWords = TRAINED_ON.targets.filter((target) => target >= 0).length / TRAINED_ON.batch;

/** The largest share of words, in percent, that anybody who reads forward only can tag rightly. */
export const bestForward = 100 * FLOOR.accuracy;

/** The least loss a word (nats) that reading forward leaves. */
export const forwardLoss = FLOOR.loss;

/** Parameters of one chain of plain cells in a second layer, n units each, on top of a layer that reads both ways. */
export const nextChain = (directions: 'concat' | 'sum', hidden: number): number =>
  countMerge(taggerNetwork({ cell: 'rnn', hidden }, directions)).next / 2;

/** Rounds of computing that are left when the last of so many words is in. */
export const roundsLeft = (directions: 'forward' | 'concat', layers: number, words: number): number =>
  roundsAtEnd(streamStack({ directions, layers }, words), words);
