import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, writeFragment } from '../../url/fragment.ts';
import { PARTS, partOf, WORD_TEXT_TABLE, type WordTextSettings } from './settings.ts';

describe('a part of a text', () => {
  it('is its beginning, ends with a line where one ends near by, and is never more than was asked for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '鲸'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.constantFrom(...PARTS), (text, part) => {
        const found = partOf(text, part);
        expect(text.startsWith(found)).toBe(true);
        if (part === 'all') expect(found).toBe(text);
        else expect(found.length).toBeLessThanOrEqual(text.length / 2 + 1);
      }),
    );
    expect(partOf('one two\nthree four', 'half')).toBe('one two\n');
    expect(partOf('one two three four', 'half')).toBe('one two ');
    expect(partOf('鲸'.repeat(9), 'half')).toBe('鲸鲸鲸鲸');
  });
});

describe('the link of a text for word vectors', () => {
  it('carries everything that is set', () => {
    const settings: WordTextSettings = {
      source: 'own',
      ownText: '鲸 & the sea #1',
      kept: '',
      level: 'character',
      ends: 'lines',
      part: 'quarter',
      minCount: 2,
      words: 300,
    };
    const hash = writeFragment(WORD_TEXT_TABLE, 'x', settings);
    const read = readFragment(WORD_TEXT_TABLE, 'x', hash);
    expect({ ...fallbackState(WORD_TEXT_TABLE), ...read?.state }).toEqual(settings);
  });

  it('says what it cannot take', () => {
    const read = readFragment(WORD_TEXT_TABLE, 'x', '#figure=x&text=bible&min=0&most=1e9');
    expect(read?.state).toEqual({ source: 'moby-dick', minCount: 1, words: 100_000 });
    expect(read?.notices.map(({ key }) => key)).toEqual(['text', 'min', 'most']);
  });
});
