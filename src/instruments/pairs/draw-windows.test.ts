import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../models/word2vec/windows.ts';
import { contextAt, type DrawOptions, drawPassage, examplesAt, wordAt } from './draw-windows.ts';
import type { PassageToken } from './passages.ts';

const known = (text: string, count: number): PassageToken => ({ text, kind: 'known', id: 0, count });
const MARK: PassageToken = { text: ',', kind: 'mark', id: -1, count: 0 };
const RARE: PassageToken = { text: 'pequod', kind: 'rare', id: -1, count: 0 };
const ALL: DrawOptions = { threshold: 1, seed: 1, total: 100, window: 2, shrink: false };
const logT = fc.double({ min: -5, max: 0, noNaN: true });
const TOKENS = [known('call', 1), MARK, known('me', 5), RARE, known('ishmael', 1), known('some', 2)];

describe('windows over a passage', () => {
  it('stand on words that are known and stay, and nowhere else', () => {
    const passage = drawPassage(TOKENS, ALL);
    expect(passage.places).toEqual([0, 2, 4, 5]);
    expect([0, 1, 2, 3].map((place) => wordAt(passage, place))).toEqual(['call', 'me', 'ishmael', 'some']);
    expect(contextAt(passage, 1)).toEqual([0, 2, 3]);
  });

  it('give skip-gram the pairs of all windows, CBOW one example a place', () => {
    const passage = drawPassage(TOKENS, { ...ALL, window: 3, shrink: true, seed: 5 });
    const places = passage.places.map((_, place) => place);
    const expected = pairsOf(places.length, (place) => passage.reaches[place] ?? 0);
    const pairs = places.flatMap((place) => examplesAt(passage, place, 'skip-gram'));
    expect(pairs).toEqual(expected.map(({ centre, context }) => ({ given: [centre], target: context })));
    const examples = places.flatMap((place) => examplesAt(passage, place, 'cbow'));
    expect(examples.map(({ target }) => target)).toEqual(places);
    expect(examples.flatMap(({ given, target }) => given.map((context) => [target, context]))).toEqual(
      expected.map(({ centre, context }) => [centre, context]),
    );
  });

  it('leave out as many frequent words as their chance says, and keep the rest', () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      i % 2 === 0 ? known('the', 7) : known('whale', 0),
    );
    // f = 0.07, t = 0.001: (√70 + 1)/70 of them stay.
    const { tokens } = drawPassage(many, { ...ALL, threshold: 0.001 });
    const stay = tokens.filter(({ text, dropped }) => text === 'the' && !dropped).length;
    const chance = (Math.sqrt(70) + 1) / 70;
    expect(Math.abs(stay - 10_000 * chance)).toBeLessThan(4 * Math.sqrt(10_000 * chance * (1 - chance)));
    expect(tokens.filter(({ text, dropped }) => text === 'whale' && dropped)).toEqual([]);
  });

  it('reach from 1 to the window, each as often', () => {
    const many = Array.from({ length: 4000 }, () => known('sea', 0));
    const { reaches } = drawPassage(many, { ...ALL, window: 4, shrink: true });
    const counts = [1, 2, 3, 4].map((reach) => reaches.filter((one) => one === reach).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4000);
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 99.9 % of fair draws are below, three degrees of freedom.
    expect(chiSquare).toBeLessThan(16.27);
  });

  it('lose no word, and no reach, when subsampling lets more stay', () => {
    const many = Array.from({ length: 60 }, (_, i) => known(String(i), i % 9));
    fc.assert(
      fc.property(fc.nat(), fc.tuple(logT, logT), (seed, exponents) => {
        const [low, high] = exponents.sort((a, b) => a - b).map((exponent) => 10 ** exponent);
        const fewer = drawPassage(many, { ...ALL, seed, threshold: low ?? 0 }).places;
        const more = new Set(drawPassage(many, { ...ALL, seed, threshold: high ?? 0 }).places);
        expect(fewer.filter((place) => !more.has(place))).toEqual([]);
      }),
    );
  });
});
