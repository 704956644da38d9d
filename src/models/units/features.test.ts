import { describe, expect, it } from 'vitest';
import { TRACKS, type Track, trackText } from './features.ts';

const track = (name: Track, text: string) => trackText([...text])[name].join('');

describe('follows', () => {
  it.each([
    ['quote', 'a "bc" d', '00111000'],
    ['quote', '“a” b', '11000'],
    ['quote', 'a "b\nc\n\nd', '001111100'.slice(0, 9)],
    ['bracket', 'a(b[c])d)', '011221000'],
    ['bracket', '《论语（上）》', '1112210'],
    ['line', 'ab\nc', '1201'],
    ['word', 'ab c-d', '120101'],
    ['space', 'a b\n', '0101'],
    ['line-end', 'a b\n', '0001'],
    ['capital', 'aBÉ猫', '0110'],
    ['digit', 'a19٣', '0111'],
    ['mark', 'a,b。', '0101'],
    ['vowel', 'baEy', '0110'],
  ] as const)('%s in %j', (name, text, expected) => {
    expect(track(name, text)).toBe(expected);
  });
});

it('has a number for every character of every track, and takes an emoji for one', () => {
  const tracks = trackText(['👩‍👩‍👧', 'a']);
  for (const name of TRACKS) expect(tracks[name]).toHaveLength(2);
  expect(trackText([]).quote).toHaveLength(0);
});

it('a very long line only says that it is long', () => {
  expect(Math.max(...trackText([...'a'.repeat(500)]).line)).toBe(200);
});
