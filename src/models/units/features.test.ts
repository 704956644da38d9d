import { describe, expect, it } from 'vitest';
import { tokenizeWords } from '../text/tokenize.ts';
import { END_TOKEN } from '../text/vocabulary.ts';
import { TRACKS, type Track, tracksOf, trackText } from './features.ts';

const track = (name: Track, text: string) => trackText([...text])[name].join('');

describe('follows', () => {
  it.each([
    ['quote', 'a "bc" d', '00111000'],
    ['quote', '“a” b', '11000'],
    ['quote', 'a "b\nc\n\nd', '001111100'.slice(0, 9)],
    ['quote', '「甲『乙』丙」丁', '11111100'],
    ['quote', '”a“b', '0011'],
    ['bracket', 'a(b[c])d)', '011221000'],
    ['bracket', '【甲（乙）】', '112210'],
    ['title', '读《论语》，', '011100'],
    ['line', 'ab\nc', '1201'],
    ['sentence', 'ab. c\n\nd', '12312301'],
    ['sentence', '甲，乙。丙', '12341'],
    ['clause', 'a, b—c', '101201'],
    ['clause', '床前，光\n疑', '120101'],
    ['word', 'ab c-d', '120101'],
    ['word', '明月x', '112'],
    ['space', 'a b\n', '0101'],
    ['line-end', 'a b\n', '0001'],
    ['capital', 'aBÉ猫', '0110'],
    ['digit', 'a19٣', '0111'],
    ['mark', 'a,b。', '0101'],
    ['vowel', 'baEy', '0110'],
    ['passage', 'a b', '123'],
  ] as const)('%s in %j', (name, text, expected) => {
    expect(track(name, text)).toBe(expected);
  });
});

it('has a number for every token of every track, and takes an emoji for one', () => {
  const tracks = trackText(['👩‍👩‍👧', 'a']);
  for (const name of TRACKS) expect(tracks[name]).toHaveLength(2);
  expect(trackText([]).quote).toHaveLength(0);
});

it('a very long line only says that it is long', () => {
  expect(Math.max(...trackText([...'a'.repeat(500)]).line)).toBe(200);
});

describe('words', () => {
  const words = tokenizeWords('He said: "Call me Ishmael." And went.');

  it('follows quotations, sentences and lengths by words', () => {
    const tracks = trackText(words);
    expect(words).toEqual(['he', 'said', ':', '"', 'call', 'me', 'ishmael', '.', '"', 'and', 'went', '.']);
    expect(tracks.quote.join('')).toBe('000111110000');
    expect(tracks.sentence.join(' ')).toBe('1 2 3 4 5 6 7 8 1 2 3 4');
    expect(tracks.length.join('')).toBe('241142711341');
  });

  it('knows no letters, spaces or capitals; characters have no length', () => {
    expect(tracksOf({ level: 'word' })).not.toContain('capital');
    expect(tracksOf({ level: 'word' })).toContain('length');
    expect(tracksOf({ level: 'character' })).not.toContain('length');
  });
});

it('⟨EOS⟩ ends a line, or only a sentence', () => {
  const tokens = ['a', 'b', END_TOKEN, 'c'];
  expect(trackText(tokens, 'lines').line.join('')).toBe('1201');
  expect(trackText(tokens, 'sentences').line.join('')).toBe('1234');
  expect(trackText(tokens, 'sentences').sentence.join('')).toBe('1201');
  expect(trackText(tokens).mark.join('')).toBe('0000');
});
