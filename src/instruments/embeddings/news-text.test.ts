import { describe, expect, it } from 'vitest';
import { loadLanguages } from '../../i18n/language.ts';
import { embeddingMessages } from '../../i18n/messages/embeddings.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import { translate } from '../../i18n/translate.ts';
import type { EmbeddingFailure, EmbeddingNotice } from '../../workers/embeddings/protocol.ts';
import { failureText, noticeText } from './news-text.ts';
import { rateText } from './numbers.ts';

await loadLanguages();
const sayIn = (locale: 'en' | 'zh') => (code: string, values?: MessageValues) =>
  translate<string>(locale, code, values, embeddingMessages);

const FAILURES: {
  readonly [Code in EmbeddingFailure['code']]: readonly [EmbeddingFailure, readonly string[]];
} = {
  'no-words': [{ code: 'no-words' }, []],
  'one-word': [{ code: 'one-word', word: 'whale' }, ['whale']],
  'min-count': [{ code: 'min-count', minCount: 9, word: 'whale', most: 4 }, ['9', 'whale', '4']],
  'no-pairs': [{ code: 'no-pairs' }, []],
  'too-many-cells': [
    { code: 'too-many-cells', most: 4_194_304, words: 15_331, window: 15 },
    ['4,194,304', '15,331', '15'],
  ],
  'no-labels': [{ code: 'no-labels' }, ['__label__']],
  'one-label': [{ code: 'one-label', label: 'good' }, ['good']],
  diverged: [{ code: 'diverged', step: 77, learningRate: 1e9 }, ['77', '1e9', '55']],
  'bad-checkpoint': [{ code: 'bad-checkpoint', detail: 'truncated' }, []],
  'out-of-memory': [{ code: 'out-of-memory', step: 3, detail: '4 GB' }, ['3', '4 GB']],
  crashed: [{ code: 'crashed', step: 6, detail: 'boom' }, ['6', 'boom']],
  unavailable: [{ code: 'unavailable', detail: 'no workers' }, ['no workers']],
};
const NOTICES: readonly (readonly [EmbeddingNotice, readonly string[]])[] = [
  [{ code: 'words-reduced', asked: 1_000_000, used: 100_000 }, ['1,000,000', '100,000']],
  [{ code: 'clamped', what: 'dimensions', asked: 0, used: 2 }, ['0', '2']],
  [{ code: 'threads-reduced', asked: 4, used: 2 }, ['4', '2']],
  [{ code: 'too-large-to-keep', bytes: 2 ** 26, most: 2 ** 25 }, ['64 MB', '32 MB']],
  [{ code: 'restored', step: 12 }, ['12']],
  [{ code: 'tier-changed', from: 'wasm', to: 'js', step: 5, cause: 'crashed' }, ['WASM', 'TypeScript', '5']],
];

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const say = sayIn(locale);

  it.each(Object.values(FAILURES))('every failure says what was found: %j', (failure, values) => {
    const said = failureText(say, failure, 55);
    expect(said).not.toMatch(/[{}]|embeddings\.|run\./);
    for (const value of values) expect(said).toContain(value);
  });

  it.each(NOTICES)('every notice says what is so now: %j', (notice, values) => {
    const said = noticeText(say, notice);
    expect(said).not.toMatch(/[{}]|embeddings\.|run\./);
    for (const value of values) expect(said).toContain(value);
  });
});

it('names every setting that has limits', () => {
  const named = (what: string) => noticeText(sayIn('en'), { code: 'clamped', what, asked: 1, used: 2 });
  const settings =
    'dimensions learningRate seed threads minCount words window subsample epochs negatives exponent';
  const others = 'bucket minN maxN wordNgrams heldOut most power context hidden';
  for (const what of `${settings} ${others}`.split(' ')) expect(named(what)).not.toMatch(RegExp(`^${what}:`));
});

it('writes learning rates with three digits', () => {
  expect([0.028_751, 1e-4, 1, 1e9].map(rateText)).toEqual(['0.0288', '0.0001', '1', '1e9']);
});
