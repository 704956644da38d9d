import { describe, expect, it } from 'vitest';
import { estimateTextWidth, fitText, graphemes } from './textWidth.ts';

describe('estimateTextWidth', () => {
  it('grows with the text and with the font', () => {
    expect(estimateTextWidth('already', 16)).toBeGreaterThan(estimateTextWidth('ate', 16));
    expect(estimateTextWidth('cat', 32)).toBeCloseTo(2 * estimateTextWidth('cat', 16));
    expect(estimateTextWidth('', 16)).toBe(0);
  });

  it('gives a Chinese character a square and a combining mark nothing', () => {
    expect(estimateTextWidth('记忆', 16)).toBeGreaterThanOrEqual(32);
    expect(estimateTextWidth('e\u0301', 16)).toBe(estimateTextWidth('é', 16));
  });
});

describe('fitText', () => {
  it('keeps what fits', () => expect(fitText('which', 16, 200)).toBe('which'));

  it('shortens with an ellipsis that fits too', () => {
    const short = fitText('Donaudampfschifffahrtsgesellschaft', 16, 80);
    expect(short.endsWith('…')).toBe(true);
    expect(estimateTextWidth(short, 16)).toBeLessThanOrEqual(80);
  });

  it('never cuts an emoji sequence', () => {
    const family = '👩‍👩‍👧';
    const short = fitText(family.repeat(9), 16, 80).replace('…', '');
    expect(graphemes(short).every((part) => part === family)).toBe(true);
  });
});
