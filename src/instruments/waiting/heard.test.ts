import { describe, expect, it } from 'vitest';
import { readSequence } from '../../models/network/reading.ts';
import { readAhead } from '../taggers/look-ahead.ts';
import { trainTagger } from '../taggers/taggers.testkit.ts';
import { NAME, readSentence } from '../taggers/task.ts';
import { heardAfter, momentsOf, readBeginnings, saidProbabilities } from './heard.ts';

const IDS = readSentence('he said Teddy Roosevelt was a great president').ids ?? new Int32Array();
const tagger = (directions: 'forward' | 'concat') => ({ ...trainTagger(directions, 5, 4), step: 5 });
const said = (reader: 'forward' | 'both' | 'ahead', ahead: number, count = 1000) => {
  const moments = momentsOf(reader, ahead, IDS.length);
  const readings = readBeginnings(tagger(reader === 'forward' ? 'forward' : 'concat'), IDS);
  return saidProbabilities(heardAfter(moments, count), readings);
};

describe('what is said in the end', () => {
  it.each(['forward', 'both'] as const)('%s: what the network says of the whole sentence', (reader) => {
    const { network, flat } = tagger(reader === 'forward' ? 'forward' : 'concat');
    const { probabilities } = readSequence(network, flat, IDS);
    said(reader, 0).forEach((value, t) => {
      expect(value).toBe(probabilities[2 * t + NAME]);
    });
  });

  it.each([0, 1, 3])('with %d words ahead: what it says knowing no more', (ahead) => {
    const { network, flat } = tagger('concat');
    expect(said('ahead', ahead)).toEqual([...readAhead(network, flat, IDS, ahead)]);
  });
});

it('both ways, has said nothing until the last word is in', () => {
  expect(said('both', 0, 7).every((value) => value === null)).toBe(true);
  expect(said('both', 0, 8).filter((value) => value !== null)).toHaveLength(1);
});

it('keeps the forward chain and forgets each window', () => {
  const moments = momentsOf('ahead', 1, 4);
  // Two words: →1, then {→2, ←2} and ←1; the third word starts ← anew.
  const { cells, words } = heardAfter(moments, 4);
  expect(words).toBe(3);
  expect([...cells]).toEqual([
    ['0,0,0', 1],
    ['0,1,0', 2],
    ['0,2,0', 3],
    ['0,2,1', 3],
  ]);
});
