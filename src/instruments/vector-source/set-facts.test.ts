import { describe, expect, it } from 'vitest';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import { translate } from '../../i18n/translate.ts';
import type { Say } from './say.ts';
import { setFacts } from './set-facts.ts';

const SAY: Record<'en' | 'zh', Say> = {
  en: (code, values) => translate('en', code, values, vectorsMessages),
  zh: (code, values) => translate('zh', code, values, vectorsMessages),
};
const INFO = {
  words: 400_000,
  wordsInSource: 3_000_000,
  limit: 'most',
  dimensions: 300,
  precision: 'int8',
  bytes: 121.6e6,
  rate: null,
} as const;

describe('setFacts', () => {
  it('says how much of a source was kept, and how exactly', () => {
    expect(setFacts(SAY.en, INFO, 'en')).toEqual([
      '400,000 × 300',
      '8 bits (int8)',
      '122 MB',
      'the first 400,000 of 3,000,000 words',
    ]);
    expect(setFacts(SAY.zh, INFO, 'zh').at(-1)).toBe('3,000,000 个词中的前 400,000 个');
  });

  it('says why, and says so too where nobody knows of how many', () => {
    const shares = (part: object) => setFacts(SAY.en, { ...INFO, ...part }, 'en').slice(3);
    expect(shares({ limit: 'memory' })).toEqual([
      'the first 400,000 of 3,000,000 words',
      'no more fit into the memory that was allowed',
    ]);
    expect(shares({ wordsInSource: null })).toEqual(['the first 400,000 words, the rest was not read']);
    expect(shares({ limit: 'only', wordsInSource: null })).toEqual(['400,000 chosen words']);
    expect(shares({ limit: 'only' })).toEqual(['400,000 chosen words of 3,000,000']);
    expect(shares({ limit: null, rate: 131e6 })).toEqual(['read at 131 MB/s']);
  });
});
