import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNgrams } from './counts.ts';
import { estimateDiscounts, kneserNey } from './kneser-ney.ts';

const [A, B, C, S] = [0, 1, 2, 3];
const SENTENCES = [
  [A, B],
  [A, B],
  [C, B],
];
const counts = countNgrams(SENTENCES, { order: 2, vocabulary: 3, start: true });

describe('worked by hand, D = 1/2 throughout', () => {
  const model = kneserNey(counts, [0.5, 0.5]);

  it('single tokens by what they follow: b comes after a and c, the others after the start', () => {
    // P(b) = (2 − ½)/4 + ½·3/4·⅓ = ½; P(a) = (1 − ½)/4 + ⅛ = ¼.
    expect([...model.distribution([B])]).toEqual([0.25, 0.5, 0.25]);
  });

  it('pairs by how often, the rest from the single tokens', () => {
    // P(b | a) = (2 − ½)/2 + ½·1/2·P(b) = ¾ + ⅛.
    expect(model.probability([A], B)).toBeCloseTo(0.875, 15);
    expect(model.probability([A], C)).toBeCloseTo(0.0625, 15);
    // P(a | start) = (2 − ½)/3 + ½·2/3·P(a) = ½ + 1/12.
    expect(model.probability([S], A)).toBeCloseTo(7 / 12, 15);
  });

  it('says how it comes about', () => {
    expect(model.explain([A], B)).toEqual([
      { n: 2, count: 2, total: 2, kinds: 1, discount: 0.5, own: 0.75, rest: 0.25 },
      { n: 1, count: 2, total: 4, kinds: 3, discount: 0.5, own: 0.375, rest: 0.375 },
    ]);
  });
});

it('estimates D from what was seen once and twice', () => {
  // Pairs: two once, two twice: 2/(2 + 4). Single tokens: two after one token, one after two: 2/(2 + 2).
  expect(estimateDiscounts(counts)).toEqual([0.5, 1 / 3]);
  expect(estimateDiscounts(countNgrams([[A]], { order: 1, vocabulary: 1, start: false }))).toEqual([0.5]);
});

it('a frequent word that follows one word only is unlikely after any other', () => {
  const [SAN, FRANCISCO, GLASSES, MY, THEIR, NEW, READING] = [0, 1, 2, 3, 4, 5, 6];
  const text = [
    ...Array.from({ length: 20 }, () => [SAN, FRANCISCO]),
    [MY, GLASSES],
    [THEIR, GLASSES],
    [NEW, GLASSES],
    [READING],
  ];
  const { probability } = kneserNey(countNgrams(text, { order: 2, vocabulary: 7, start: true }));
  expect(probability([READING], GLASSES)).toBeGreaterThan(probability([READING], FRANCISCO));
});

const texts = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }), { maxLength: 5 });
const contexts = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 });

it('is a distribution with no zero, for any text, order and context', () => {
  fc.assert(
    fc.property(
      texts,
      contexts,
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (text, context, order, start) => {
        const model = kneserNey(countNgrams(text, { order, vocabulary: 4, start }));
        for (const history of [context, ...(start ? [[4, ...context.slice(0, order - 2)]] : [])]) {
          const all = model.distribution(history);
          expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
          all.forEach((p, token) => {
            expect(p).toBeGreaterThan(0);
            expect(model.probability(history, token)).toBeCloseTo(p, 12);
          });
        }
      },
    ),
  );
});
