import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { MOST_ORDER, ngramReferences, type ReferenceRequest, SMOOTHINGS } from './reference.ts';

const request = (text: string, part: Partial<ReferenceRequest> = {}): ReferenceRequest => ({
  text,
  tokenization: { level: 'character' },
  vocabulary: 100,
  heldOut: { share: 0.25, tokens: 1000 },
  k: 1,
  ...part,
});

describe('counted by hand', () => {
  // Learnt from: a b a b a b a b a. Held out: b a b, of which "a" and "b" are foretold.
  const references = ngramReferences(request('abababababab'));
  const found = (smoothing: string, order: number) =>
    references?.models.find((each) => each.smoothing === smoothing && each.order === order);

  it('cuts the text where the run does', () => {
    expect(references).toMatchObject({ vocabulary: 3, training: 9, counted: 9, predictions: 2 });
  });

  it('one model of every order and smoothing', () => {
    expect(references?.models).toHaveLength(SMOOTHINGS.length * MOST_ORDER);
  });

  it('single letters: a five times of nine, b four', () => {
    expect(found('none', 1)?.perplexity).toBeCloseTo((81 / 20) ** 0.5, 12);
    // Add-one over a, b and the unknown token: 6/12 · 5/12.
    expect(found('add-k', 1)?.perplexity).toBeCloseTo((144 / 30) ** 0.5, 12);
  });

  it('pairs: after b always a, after a always b', () => {
    expect(found('none', 2)?.perplexity).toBeCloseTo(1, 12);
    // Add-one: 5/7 each way.
    expect(found('add-k', 2)?.perplexity).toBeCloseTo(7 / 5, 12);
    expect(found('none', 2)?.loss).toBeCloseTo(0, 12);
  });
});

it('what was never seen makes a model without smoothing infinitely surprised, and is counted', () => {
  const references = ngramReferences(request(`${'ab'.repeat(30)}${'b'.repeat(20)}`));
  const none = references?.models.filter(({ smoothing }) => smoothing === 'none') ?? [];
  const smooth = references?.models.filter(({ smoothing }) => smoothing !== 'none') ?? [];
  expect(none[1]?.perplexity).toBe(Number.POSITIVE_INFINITY);
  expect(none[1]?.impossible).toBeGreaterThan(0);
  expect(smooth.every(({ perplexity, impossible }) => Number.isFinite(perplexity) && impossible === 0)).toBe(
    true,
  );
});

it('of letters drawn evenly nobody does better than their number', () => {
  const random = createRandom(5);
  const text = Array.from({ length: 4000 }, () => 'abcd'.charAt(random.integer(4))).join('');
  const references = ngramReferences(request(text));
  for (const { smoothing, perplexity } of references?.models ?? [])
    if (smoothing !== 'none') expect(perplexity).toBeGreaterThan(3.9);
});

it('measures at most so many tokens, and says when there are none', () => {
  expect(
    ngramReferences(request('ab'.repeat(100), { heldOut: { share: 0.5, tokens: 11 } }))?.predictions,
  ).toBe(10);
  expect(ngramReferences(request('abc'))).toBeNull();
  expect(ngramReferences(request(''))).toBeNull();
});

it('says how far it is, up to the end', () => {
  const shares: number[] = [];
  ngramReferences(request('ab'.repeat(50)), (done, total) => shares.push(done / total));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});
