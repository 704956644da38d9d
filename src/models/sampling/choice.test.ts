import { describe, expect, it } from 'vitest';
import { type ChoiceOptions, choiceOf } from './choice.ts';

const P = Float64Array.of(0.4, 0.25, 0.2, 0.1, 0.05, 0);
const PLAIN: ChoiceOptions = { temperature: 1, topK: null, topP: 1, excluded: [] };

const choose = (options: Partial<ChoiceOptions>, said = P) => choiceOf(said, { ...PLAIN, ...options })!;
const cuts = (options: Partial<ChoiceOptions>) => [...P.keys()].map((id) => choose(options).cut(id));

describe('what is offered', () => {
  it('is what the model says, where nothing is asked', () => {
    expect(choose({})).toMatchObject({ said: P, offered: P });
    expect(cuts({})).toEqual([null, null, null, null, null, null]);
  });

  it('leaves out first, and scales the others up', () => {
    const { offered, said } = choose({ excluded: [0] });
    for (const id of [1, 2, 3, 4, 5]) expect(offered[id]).toBeCloseTo(P[id]! / 0.6, 14);
    expect(offered[0]).toBe(0);
    expect(said).toBe(P);
    // Of the four that are left the two most probable make up three quarters.
    expect([...choose({ excluded: [0], topP: 0.74 }).offered].filter((p) => p > 0)).toHaveLength(2);
  });
});

it('says what took each token out', () => {
  expect(cuts({ topK: 3 })).toEqual([null, null, null, 'top-k', 'top-k', null]);
  expect(cuts({ topP: 0.6 })).toEqual([null, null, 'top-p', 'top-p', 'top-p', null]);
  expect(cuts({ topK: 4, topP: 0.6, excluded: [1] })).toEqual([
    null,
    'excluded',
    null,
    'top-p',
    'top-p',
    null,
  ]);
});

it('does not blame a cut for what temperature has made 0', () => {
  const { offered, cut } = choose({ temperature: 0.1, topP: 0.9 }, Float64Array.of(1 - 1e-40, 1e-40));
  expect([...offered]).toEqual([1, 0]);
  expect(cut(1)).toBeNull();
});

it('is none where nothing can be drawn', () => {
  expect(choiceOf(Float64Array.of(1, 0), { ...PLAIN, excluded: [0] })).toBeNull();
  expect(choiceOf(Float64Array.of(0.5, Number.NaN), PLAIN)).toBeNull();
});
