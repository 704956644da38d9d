import { describe, expect, it } from 'vitest';
import { openLexicon, tokenColumns } from '../../../instruments/tokens/lexicon.ts';
import { readTags, TOKEN_TABLE } from '../../../instruments/tokens/settings.ts';
import type { TokensView } from '../../../instruments/tokens/TokensFigure.tsx';
import { tokenizeWords } from '../../../models/text/tokenize.ts';
import { createVocabulary } from '../../../models/text/vocabulary.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { areNamesTagged, isAllUnknown, NAMES, SENTENCE } from './conditions.ts';

const FULL = createVocabulary(['a', 'new', 'spell', 'and'], { size: 100 });

function view(part: Partial<TokensView['settings']>, size = 10_000): TokensView {
  const settings = { ...fallbackState(TOKEN_TABLE), ...part };
  const lexicon = openLexicon(FULL, { size: 100, end: settings.end, order: 'frequency' });
  const columns = tokenColumns(tokenizeWords(settings.sentence), lexicon, settings.end);
  return { settings, columns, size, tags: readTags(settings.tags, columns.length) };
}

describe('areNamesTagged', () => {
  it('wants Harry, Potter, Hermione and Granger, and nobody else', () => {
    expect(NAMES).toBe('110110000');
    expect(areNamesTagged(view({ tags: NAMES }))).toBe(true);
    expect(areNamesTagged(view({ tags: '11011' }))).toBe(true);
    expect(areNamesTagged(view({ tags: `${NAMES}0`, end: true }))).toBe(true);
    expect(areNamesTagged(view({ tags: '111110000' }))).toBe(false);
    expect(areNamesTagged(view({ tags: '100110000' }))).toBe(false);
    expect(areNamesTagged(view({ tags: `${NAMES}1`, end: true }))).toBe(false);
    expect(areNamesTagged(view({}))).toBe(false);
  });

  it('wants the sentence itself', () => {
    expect(areNamesTagged(view({ sentence: `${SENTENCE} today`, tags: `${NAMES}0` }))).toBe(false);
    expect(areNamesTagged(view({ sentence: SENTENCE.replace('Harry', 'Larry'), tags: NAMES }))).toBe(false);
    expect(areNamesTagged(view({ sentence: SENTENCE.toUpperCase(), tags: NAMES }))).toBe(true);
    expect(areNamesTagged(view({ level: 'character', tags: NAMES }))).toBe(false);
  });
});

describe('isAllUnknown', () => {
  it('wants four words, none of them known', () => {
    expect(isAllUnknown(view({ sentence: 'one two three four' }))).toBe(true);
    expect(isAllUnknown(view({ sentence: 'one two three four', end: true }))).toBe(true);
    expect(isAllUnknown(view({ sentence: 'one two three' }))).toBe(false);
    expect(isAllUnknown(view({ sentence: 'one two three', end: true }))).toBe(false);
    expect(isAllUnknown(view({ sentence: 'one two three four spell' }))).toBe(false);
  });

  it('wants a vocabulary of some size', () => {
    expect(isAllUnknown(view({ sentence: 'one two three four' }, 9999))).toBe(false);
  });
});
