import { describe, expect, it } from 'vitest';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import { translate } from '../../i18n/translate.ts';
import type { SourceFault, SourceFlaw } from '../../store/vectors-state.ts';
import { faultText, flawText } from './fault-text.ts';
import type { Say } from './say.ts';

const SAY: Record<'en' | 'zh', Say> = {
  en: (code, values) => translate('en', code, values, vectorsMessages),
  zh: (code, values) => translate('zh', code, values, vectorsMessages),
};
const place = { file: '<b>a</b>.vec', line: 1204, word: '鲸', found: '17', expected: '300' };

const FAULTS: readonly SourceFault[] = [
  { code: 'empty', file: 'a' },
  { code: 'no-rows', place },
  { code: 'not-vectors', place, kind: null },
  { code: 'encoding', place, encoding: 'utf-16le' },
  { code: 'unsupported', file: 'a', detail: 'float16' },
  { code: 'damaged', place, words: 0, detail: '' },
  { code: 'damaged', place: { file: 'a', byte: 9 }, words: 1203, detail: '' },
  { code: 'archive', file: 'a.zip', reason: 'encrypted' },
  { code: 'partner-missing', file: 'a.npy', wanted: 'words' },
  { code: 'partner-differs', file: 'a.txt', rows: 4, words: 5 },
  { code: 'memory', wanted: 5e8, words: 12 },
  { code: 'fetch', url: 'https://example.org/a', status: 404, detail: '' },
  { code: 'fetch', url: 'https://example.org/a', status: null, detail: 'Failed to fetch' },
  { code: 'address', url: 'ftp://a' },
  { code: 'unreadable', file: 'a', detail: 'gone' },
  { code: 'not-kept' },
  { code: 'stopped', detail: '' },
];

describe('faultText', () => {
  it.each(FAULTS)('says $code in both languages, without a value missing', (fault) => {
    for (const [locale, say] of Object.entries(SAY)) {
      const said = faultText(say, fault, locale);
      expect(said).not.toMatch(/undefined|NaN|[{}]|vectors\.\w/);
      expect(said.length).toBeGreaterThan(10);
    }
  });

  it.each([
    'pdf',
    'image',
    'media',
    'word',
    'office',
    'program',
    'archive',
    'web-page',
    'pointer',
    'json',
    'pickle',
  ])('knows a file of kind %s by name', (kind) => {
    const fault = (named: string | null): SourceFault => ({
      code: 'not-vectors',
      place: { file: 'a' },
      kind: named,
    });
    for (const say of Object.values(SAY))
      expect(faultText(say, fault(kind), 'en')).not.toBe(faultText(say, fault(null), 'en'));
  });

  it('says where, what was expected and what was found', () => {
    const damaged = faultText(SAY.en, { code: 'damaged', place, words: 1203, detail: '' }, 'en');
    expect(damaged).toContain('line 1,204, “鲸”');
    expect(damaged).toContain('Expected 300, found 17.');
    expect(damaged).toContain('1,203 words before that place are good');
    // A name is data: translating leaves it as it is, and the page writes it as text.
    expect(damaged).toContain('“<b>a</b>.vec”');
  });
});

describe('flawText', () => {
  const flaw = (code: SourceFlaw['code'], count: number): SourceFlaw => ({ code, count, first: place });
  it('says how often, and where first', () => {
    expect(flawText(SAY.en, flaw('ragged-row', 1), 'en')).toBe(
      'One line was left out: it has 17 numbers where 300 were expected (line 1,204, “鲸”).',
    );
    expect(flawText(SAY.zh, flaw('ragged-row', 4821), 'zh')).toBe(
      '有 4,821 行没有读入，第一行：应有 300 个数，只找到 17 个（第 1,204 行，“鲸”）。',
    );
  });

  const codes = Object.keys(vectorsMessages.en)
    .filter((code) => code.startsWith('vectors.flaw-'))
    .map((code) => code.slice('vectors.flaw-'.length) as SourceFlaw['code']);
  it.each(codes)('says %s for one and for many', (code) => {
    for (const count of [1, 2000])
      for (const say of Object.values(SAY))
        expect(flawText(say, flaw(code, count), 'en')).not.toMatch(/undefined|NaN|[{}]|vectors\.\w/);
  });
});
