import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBundle } from '../../models/vectors/bundle.ts';
import { fallbackState } from '../../url/fragment.ts';
import { CHARACTER_PAIRS } from './character-questions.ts';
import { CHARACTERS, ENGLISH, examplesFor, fillAnalogy, PROBE } from './examples.ts';
import { ANALOGY_TABLE } from './settings.ts';

const PAIRS = CHARACTER_PAIRS.flatMap(({ pairs }) => pairs.map((pair) => Array.from(pair)));

describe('examples', () => {
  it.each([
    ['glove', ENGLISH],
    ['characters', CHARACTERS],
    ['characters', PAIRS.map(([a = '', b = '']) => ({ a, b, c: a }))],
  ])('the words of all of them are in the set that comes with the site: %s', (name, triples) => {
    const read = readBundle(
      readFileSync(new URL(`../../../public/vectors/${name}.vectors`, import.meta.url)),
    );
    const words = new Set(read.ok ? read.bundle.table.words : []);
    for (const { a, b, c } of triples) expect([a, b, c].filter((word) => !words.has(word))).toEqual([]);
  });

  it('a set gets those whose words it has', () => {
    const other = { builtIn: null };
    expect(examplesFor(other, [], ['x', 'y', 'z'])).toEqual([...ENGLISH, ...CHARACTERS]);
    expect(examplesFor(other, [...PROBE.slice(3), '东'], [])).toEqual([ENGLISH[0]]);
    expect(examplesFor(other, PROBE, ['x', 'y'])).toEqual([{ a: 'x', b: 'y', c: 'y' }]);
  });

  it('stand where the reader has said nothing', () => {
    const settings = fallbackState(ANALOGY_TABLE);
    expect(fillAnalogy(settings, ENGLISH)).toMatchObject({ a: 'man', b: 'woman', c: 'king' });
    expect(fillAnalogy({ ...settings, c: 'aunt' }, ENGLISH)).toMatchObject({ a: 'man', c: 'aunt' });
    expect(fillAnalogy(settings, [])).toEqual(settings);
  });
});
