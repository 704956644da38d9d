import { describe, expect, it } from 'vitest';
import type { UnseenView } from '../../../instruments/subwords/UnseenFigure.tsx';
import type { ClassifierView } from '../../../instruments/text-classifier/ClassifierFigure.tsx';
import { isNegated, isRecognised } from './conditions.ts';

describe('isRecognised', () => {
  const view = (word: string, nearest: number, made = 'ngrams') =>
    ({
      settings: { made },
      state: { info: { words: ['people', 'government'] } },
      answer: { nearest: { word, nearest: [{ id: nearest, cosine: 0.9 }] } },
      word,
    }) as unknown as UnseenView;

  it('wants an unseen word beside the one that it is meant to be', () => {
    expect(isRecognised(view('goverment', 1))).toBe(true);
    expect(isRecognised(view('goverment', 0))).toBe(false);
    expect(isRecognised(view('government', 1))).toBe(false);
    expect(isRecognised(view('goverment', 1, 'words'))).toBe(false);
    expect(isRecognised({ ...view('goverment', 1), state: null })).toBe(false);
    expect(isRecognised({ ...view('goverment', 1), answer: null })).toBe(false);
  });
});

describe('isNegated', () => {
  const answer = (text: string, p: number) => ({
    words: text.split(' ').map((word) => ({ text: word, known: true })),
    probabilities: Float64Array.of(p, 1 - p),
  });
  const view = (one: string, p: number, other: string, q: number, data = 'opinions') =>
    ({ settings: { data }, answers: [answer(one, p), answer(other, q)] }) as unknown as ClassifierView;

  it('wants two clear answers that a negation turns round', () => {
    expect(isNegated(view('it was good', 0.9, 'it was not good', 0.1))).toBe(true);
    expect(isNegated(view('很 好', 0.9, '不 好', 0.1, 'opinions-zh'))).toBe(true);
    expect(isNegated(view('it was good', 0.9, 'it was bad', 0.1))).toBe(false);
    expect(isNegated(view('it was good', 0.9, 'it was not good', 0.9))).toBe(false);
    expect(isNegated(view('it was good', 0.7, 'it was not good', 0.1))).toBe(false);
    expect(isNegated(view('it was good', 0.9, 'it was not good', 0.1, 'speakers'))).toBe(false);
  });
});
