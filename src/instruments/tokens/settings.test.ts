import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeWords } from '../../models/text/tokenize.ts';
import { fallbackState, readFragment, writeFragment } from '../../url/fragment.ts';
import {
  EXAMPLES,
  positionToSize,
  readTags,
  SLIDER_STEPS,
  sizeToPosition,
  TOKEN_TABLE,
  turnTag,
} from './settings.ts';

describe('the link', () => {
  it('brings every field back', () => {
    const state = {
      sentence: '白鲸 <b>&=#',
      level: 'character',
      source: 'own',
      ownText: 'a b a',
      size: 77,
      order: 'alphabet',
      end: true,
      at: 3,
      tags: '0110',
    } as const;
    expect(readFragment(TOKEN_TABLE, 'tokens', writeFragment(TOKEN_TABLE, 'tokens', state))).toEqual({
      state,
      notices: [],
    });
  });

  it('is short where nothing was changed', () => {
    expect(writeFragment(TOKEN_TABLE, 'tokens', fallbackState(TOKEN_TABLE))).toBe('#figure=tokens');
  });
});

describe('tags', () => {
  it('of the examples are one for each word', () => {
    for (const { sentence, tags } of EXAMPLES) {
      if (tags !== '') expect(tags).toHaveLength(tokenizeWords(sentence).length);
    }
  });

  it('that are missing are 0; turning one leaves the others', () => {
    expect(readTags('01', 4)).toEqual([false, true, false, false]);
    expect(turnTag('01', 4, 3)).toBe('0101');
    expect(turnTag('0101', 4, 1)).toBe('0001');
    expect(turnTag('0110111', 2, 0)).toBe('11');
  });
});

describe('the slider', () => {
  it('has both ends, and comes back to within its own step', () => {
    expect(positionToSize(0, 17_168)).toBe(2);
    expect(positionToSize(SLIDER_STEPS, 17_168)).toBe(17_168);
    expect(sizeToPosition(1_000_000, 17_168)).toBe(SLIDER_STEPS);
    expect(sizeToPosition(5, 2)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 17_168 }), (size) => {
        const back = positionToSize(sizeToPosition(size, 17_168), 17_168);
        expect(Math.abs(back - size)).toBeLessThanOrEqual(0.5 + 0.006 * size);
      }),
    );
  });
});
