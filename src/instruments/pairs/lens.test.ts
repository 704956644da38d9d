import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextAt, drawPassage } from './draw-windows.ts';
import { lensOf, wordWidth } from './lens.ts';
import type { PassageToken } from './passages.ts';

const passageOf = (text: string, seed = 1, window = 4) => {
  const tokens = text.split(' ').map((word): PassageToken => {
    if (word === ',') return { text: word, kind: 'mark', id: -1, count: 0 };
    const kind = word.startsWith('-') ? 'rare' : 'known';
    return { text: word, kind, id: kind === 'known' ? 0 : -1, count: 0 };
  });
  return drawPassage(tokens, { threshold: 1, seed, total: 1, window, shrink: true });
};
const SENTENCE = 'some years ago never mind how long precisely having little or no money in my purse';
const base = { width: 700, place: 5, shown: 5, window: 4, model: 'skip-gram' } as const;

describe('the window in a row', () => {
  it('has the place in the middle and the context beside it, inside, whatever the width', () => {
    const options = fc.record({
      width: fc.integer({ min: 260, max: 1200 }),
      place: fc.integer({ min: 0, max: 15 }),
      window: fc.integer({ min: 1, max: 10 }),
      seed: fc.nat(),
      model: fc.constantFrom('skip-gram' as const, 'cbow' as const),
    });
    fc.assert(
      fc.property(options, ({ seed, ...rest }) => {
        const passage = passageOf(SENTENCE, seed, rest.window);
        const lens = lensOf(passage, { ...rest, shown: rest.place });
        const context = lens.words.filter(({ role }) => role === 'context').map(({ place }) => place);
        expect(context).toEqual(contextAt(passage, rest.place));
        expect(lens.arcs.map(({ place }) => place)).toEqual(context);
        expect(lens.window.x).toBeGreaterThanOrEqual(0);
        expect(lens.window.x + lens.window.width).toBeLessThanOrEqual(lens.width);
        expect(lens.width).toBeLessThanOrEqual(Math.max(rest.width, 400));
        const centre = lens.words.find(({ role }) => role === 'centre');
        expect(centre?.x).toBeCloseTo(lens.window.x + lens.window.width / 2, 6);
      }),
    );
  });

  it('hangs words that would not fit beside one another', () => {
    const passage = passageOf(SENTENCE);
    expect(lensOf(passage, { ...base, width: 1100 }).isVertical).toBe(false);
    expect(lensOf(passage, { ...base, width: 300 }).isVertical).toBe(true);
    expect(wordWidth('鲸鱼')).toBeGreaterThan(wordWidth('sea'));
  });

  it('says how many words were left out between two', () => {
    const passage = passageOf('call -x , me -y -z ishmael some');
    const lens = lensOf(passage, { ...base, place: 1, shown: 1 });
    expect(lens.gaps.map(({ count }) => count)).toEqual([1, 2]);
  });

  it('has a mean only where there is something to take it of', () => {
    expect(lensOf(passageOf(SENTENCE), { ...base, model: 'cbow' }).mean).not.toBeNull();
    expect(lensOf(passageOf('alone'), { ...base, place: 0, shown: 0, model: 'cbow' }).mean).toBeNull();
  });
});
