import { describe, expect, it } from 'vitest';
import { trackText } from '../../models/units/features.ts';
import type { Found } from '../../models/units/search.ts';
import { chooseFeature, chooseSpan, chooseUnit, fitSpan, spanAround } from './choose.ts';
import { MOST_SPAN } from './settings.ts';

const found = (track: Found['track'], correlation: number, chance: number, unit = 3): Found => ({
  track,
  ranks: [{ unit, correlation }],
  chance,
});

describe('chooseFeature', () => {
  it('takes what is asked for where it changes in the passage', () => {
    const all = [found('quote', 0.1, 0.3), found('word', 0.8, 0.1)];
    expect(chooseFeature(all, 'quote')?.track).toBe('quote');
    expect(chooseFeature(all, 'digit')?.track).toBe('word');
    expect(chooseFeature([], 'auto')).toBeNull();
  });

  it('of itself prefers a memory that is closely followed to a letter that is more closely', () => {
    const all = [found('space', 0.95, 0.05), found('word', -0.7, 0.1), found('quote', 0.6, 0.2)];
    expect(chooseFeature(all, 'auto')?.track).toBe('quote');
  });

  it('never takes a memory that chance explains, and else what is furthest above it', () => {
    const all = [found('quote', 0.6, 0.65), found('vowel', 0.4, 0.1), found('space', 0.45, 0.3)];
    expect(chooseFeature(all, 'auto')?.track).toBe('vowel');
  });
});

it('chooses the unit that is asked for, else the closest', () => {
  const places = [0, 1].flatMap((layer) => [0, 1].map((unit) => ({ layer, unit })));
  expect(chooseUnit(places, found('quote', 1, 0), { cellLayer: 2, cellUnit: 1 })).toBe(2);
  expect(chooseUnit(places, found('quote', 1, 0), { cellLayer: 0, cellUnit: 0 })).toBe(3);
  expect(chooseUnit(places, found('quote', 1, 0), { cellLayer: 1, cellUnit: 9 })).toBe(3);
  expect(chooseUnit([], null, { cellLayer: 1, cellUnit: 1 })).toBe(-1);
});

describe('spans', () => {
  const text = `${'a'.repeat(40)}"b" c`;
  const tracks = trackText([...text]);
  const none = { spanFrom: 0, spanTo: 0 };

  it('opens where the feature first changes', () => {
    const span = chooseSpan(tracks, 'quote', none);
    expect(span && span.from < 40 && span.to > 40).toBe(true);
    expect(chooseSpan(tracks, null, none)?.from).toBe(0);
    expect(chooseSpan(trackText([]), null, none)).toBeNull();
  });

  it('opens what was chosen, and no more than is there or can be shown', () => {
    expect(chooseSpan(tracks, 'quote', { spanFrom: 3, spanTo: 5 })).toEqual({ from: 2, to: 5 });
    expect(chooseSpan(tracks, 'quote', { spanFrom: 40, spanTo: 900 })).toEqual({ from: 39, to: text.length });
    expect(fitSpan({ from: 0, to: 300 }, 200)).toEqual({ from: 0, to: MOST_SPAN });
    expect(fitSpan({ from: 7, to: 3 }, 200)).toEqual({ from: 7, to: 8 });
    expect(fitSpan({ from: 0, to: 3 }, 0)).toBeNull();
  });

  it('opens around a token', () => {
    expect(spanAround(100, 200)).toEqual({ from: 92, to: 108 });
    expect(spanAround(2, 5)).toEqual({ from: 0, to: 5 });
  });
});
