import { describe, expect, it } from 'vitest';
import { readSequence } from '../../models/network/reading.ts';
import { readCut, scoreCut } from './cut.ts';
import { CUTS } from './figure-settings.ts';
import { scoreTagger } from './score.ts';
import { trainTagger } from './taggers.testkit.ts';
import { HELD_OUT, NAME, readSentence } from './task.ts';

const BEARS = readSentence('he said Teddy bears are on sale').ids ?? new Int32Array();
const ROOSEVELT = readSentence('he said Teddy Roosevelt was a great president').ids ?? new Int32Array();
const both = trainTagger('concat', 80);
const forward = trainTagger('forward', 80);

describe.each(CUTS)('a backward chain cut: %s', (cut) => {
  it('hears nothing of what follows: the same number in both sentences, bit for bit', () => {
    const [one, other] = [BEARS, ROOSEVELT].map((ids) => readCut(both, cut, ids).subarray(0, 3));
    expect(one).toEqual(other);
  });

  it('is neither the network that it was nor the forward-only one', () => {
    const said = readCut(both, cut, BEARS)[2] ?? Number.NaN;
    const under = ({ network, flat }: typeof both, ids: Int32Array) =>
      readSequence(network, flat, ids).probabilities[2 * 2 + NAME] ?? Number.NaN;
    const moved = [BEARS, ROOSEVELT].map((ids) => Math.abs(said - under(both, ids)));
    expect(Math.max(...moved)).toBeGreaterThan(0.4);
    expect(Math.abs(said - under(forward, BEARS))).toBeGreaterThan(0.1);
  });

  it('is worth less than the tagger that was trained for reading forward', () => {
    const [cutScore, trained] = [scoreCut(both, cut), scoreTagger(forward.network, forward.flat, HELD_OUT)];
    expect(cutScore.ambiguous).toBe(0.5);
    expect(cutScore.loss).toBeGreaterThan(trained.loss);
  });
});
