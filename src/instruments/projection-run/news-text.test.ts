import { describe, expect, it } from 'vitest';
import { loadLanguages } from '../../i18n/language.ts';
import { projectionMessages } from '../../i18n/messages/projection.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import { translate } from '../../i18n/translate.ts';
import type { ProjectionFailure, ProjectionNotice } from '../../store/projection-state.ts';
import { failureText, noticeText } from './news-text.ts';

await loadLanguages();
const sayIn = (locale: 'en' | 'zh') => (code: string, values?: MessageValues) =>
  translate<string>(locale, code, values, projectionMessages);

const FAILURES: {
  readonly [Code in ProjectionFailure['code']]: readonly [ProjectionFailure, readonly string[]];
} = {
  'too-few-points': [{ code: 'too-few-points', points: 3, least: 4 }, ['3', '4']],
  'not-finite': [{ code: 'not-finite', iteration: 77 }, ['77']],
  memory: [{ code: 'memory', points: 40_000 }, ['40,000']],
  stopped: [{ code: 'stopped', detail: 'no workers' }, ['no workers']],
};
const notice = (code: ProjectionNotice['code'], from: number, to: number, detail = ''): ProjectionNotice => ({
  code,
  from,
  to,
  detail,
});
const NOTICES: {
  readonly [Code in ProjectionNotice['code']]: readonly [ProjectionNotice, readonly string[]];
} = {
  'perplexity-clamped': [notice('perplexity-clamped', 50, 33 + 2 / 3), ['50', '33.67']],
  'neighbours-clamped': [notice('neighbours-clamped', 15, 9), ['15', '9']],
  'components-clamped': [notice('components-clamped', 3, 2), ['2']],
  'exaggeration-cut': [notice('exaggeration-cut', 12, 4.46), ['12', '4.5']],
  approximate: [notice('approximate', 50_000, 90), ['50,000']],
  'tier-left': [notice('tier-left', 120, 120, 'wasm crashed'), ['WASM', '120']],
  duplicates: [notice('duplicates', 20, 13), ['7']],
  'rows-left-out': [notice('rows-left-out', 20, 12), ['8']],
};

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  it.each(Object.values(FAILURES))('failure %o says what happened', (failure, values) => {
    const said = failureText(sayIn(locale), failure);
    for (const value of values) expect(said).toContain(value);
  });

  it.each(Object.values(NOTICES))('notice %o says what was changed', (given, values) => {
    const said = noticeText(sayIn(locale), given);
    for (const value of values) expect(said).toContain(value);
  });

  it('a perplexity below 1 was raised, not cut', () => {
    const [raised, cut] = [notice('perplexity-clamped', 0.2, 1), notice('perplexity-clamped', 90, 3)];
    expect(noticeText(sayIn(locale), raised)).not.toEqual(noticeText(sayIn(locale), cut));
  });
});
