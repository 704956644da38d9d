import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBundle } from '../../models/vectors/bundle.ts';
import { fallbackState } from '../../url/fragment.ts';
import { examplesOf, fillSettings, PROBE } from './examples.ts';
import { parseExpression } from './expression.ts';
import { PANEL_TABLE, PANEL_TEXTS } from './settings.ts';
import { readPairs, readWords } from './word-lists.ts';

const other = { builtIn: null } as const;
const plain = ['der', 'die', 'und', 'new york', 'haus', 'baum'];
const ALL = [
  examplesOf({ builtIn: 'glove' }, [], []),
  examplesOf({ builtIn: 'characters' }, [], []),
  examplesOf(other, [...PROBE.english, ...PROBE.characters], plain),
];

/** All words that a set's examples ask for. */
function askedFor(builtIn: 'glove' | 'characters'): readonly string[] {
  const examples = examplesOf({ builtIn }, [], []);
  const list = (text: string) => readWords(text, { most: 50, characters: false });
  const expression = parseExpression(examples.expression);
  return [
    ...(expression.ok ? expression.terms.map(({ word }) => word) : []),
    ...readPairs(examples.pairs, 50).pairs.flat(),
    ...PANEL_TEXTS.filter((field) => field !== 'expression' && field !== 'pairs').flatMap((field) =>
      list(examples[field]),
    ),
    ...PROBE[builtIn === 'glove' ? 'english' : 'characters'],
  ];
}

describe('examples', () => {
  it.each(['glove', 'characters'] as const)('ask only for words that the built-in set %s has', (builtIn) => {
    const file = new URL(`../../../public/vectors/${builtIn}.vectors`, import.meta.url);
    const read = readBundle(readFileSync(file));
    const words = new Set(read.ok ? read.bundle.table.words : []);
    expect(askedFor(builtIn).filter((word) => !words.has(word))).toEqual([]);
  });

  it('are chosen by what the set has', () => {
    expect(examplesOf(other, [...PROBE.characters], plain)).toBe(ALL[0]);
    expect(examplesOf(other, ['king'], plain)).toBe(ALL[1]);
    expect(examplesOf(other, ['king', '东'], plain)).toMatchObject({ word: 'der', right: 'die' });
  });

  it.each(ALL)('can all be read: $word', (examples) => {
    const list = { most: 30, characters: false };
    expect(parseExpression(examples.expression).ok).toBe(true);
    expect(readWords(examples.odd, list).length).toBeGreaterThan(2);
    expect(readPairs(examples.pairs, 20)).toMatchObject({ others: [] });
    for (const field of PANEL_TEXTS) expect(examples[field]).not.toBe('');
  });

  it('give way to what the reader has set', () => {
    const settings = { ...fallbackState(PANEL_TABLE), word: 'queen', odd: '' };
    const [english] = ALL;
    expect(english && fillSettings(settings, english)).toMatchObject({
      word: 'queen',
      odd: '',
      left: 'coffee',
      centred: false,
    });
  });
});
