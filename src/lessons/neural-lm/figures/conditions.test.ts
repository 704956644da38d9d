import { describe, expect, it } from 'vitest';
import { nearestRows } from '../../../instruments/nnlm/arithmetic.ts';
import { SENTENCES } from '../../../instruments/nnlm/sentences.ts';
import { NNLM_TABLE } from '../../../instruments/nnlm/settings.ts';
import { shownOf } from '../../../instruments/nnlm/useNnlm.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { isSureOfTheNew } from './conditions.ts';
import { trainedState } from './trained.testkit.ts';

const DEFAULTS = fallbackState(NNLM_TABLE);

describe.each([1, 2, 3])('seed %i, as the figure trains it', (seed) => {
  const state = trainedState({ ...DEFAULTS, seed });
  const shown = (beginning: string) => shownOf(state, { ...DEFAULTS, beginning })!;

  it('is sure of juice after a glass of apple, which no sentence has', () => {
    expect(SENTENCES).not.toContain('glass of apple');
    const { seen, words, reading } = shown('I want a glass of apple');
    expect(seen).toBe(0);
    expect(Math.exp(reading.trace.logProbabilities[words.indexOf('juice')]!)).toBeGreaterThan(0.8);
    expect(isSureOfTheNew(shown('I want a glass of apple'))).toBe(true);
  });

  it('does not count what the text has, or words that it lacks', () => {
    expect(shown('I want a glass of orange').seen).toBe(2);
    expect(isSureOfTheNew(shown('I want a glass of orange'))).toBe(false);
    expect(isSureOfTheNew(shown('whisky glass of apple'))).toBe(false);
    expect(isSureOfTheNew(shown('of apple'))).toBe(false);
  });

  it('takes apple for the nearest of orange', () => {
    const { words, reading } = shown('I want a glass of orange');
    const [nearest] = nearestRows(reading, words.indexOf('orange'), 1);
    expect(words[nearest?.id ?? -1]).toBe('apple');
  });

  it('is as sure of what makes no sense', () => {
    expect(isSureOfTheNew(shown('ripe vine I vine'))).toBe(true);
  });

  it('has juice far less often after a glass of tea, as new to it', () => {
    const lnJuice = (beginning: string) => {
      const { words, reading } = shown(beginning);
      return reading.trace.logProbabilities[words.indexOf('juice')]!;
    };
    expect(lnJuice('a glass of tea')).toBeLessThan(lnJuice('a glass of apple') + Math.log(0.5));
  });
});
