import { describe, expect, it } from 'vitest';
import { createHeldOutText, heldOutStart } from '../../models/language/held-out.ts';
import { createStreams } from '../../models/language/streams.ts';
import { createRandom } from '../../models/random.ts';
import { tokenizeCharacters } from '../../models/text/tokenize.ts';
import { createVocabulary, encode } from '../../models/text/vocabulary.ts';
import { MOST_ORDER, ngramReferences, type ReferenceRequest, requestOf, SMOOTHINGS } from './reference.ts';

const request = (text: string, part: Partial<ReferenceRequest> = {}): ReferenceRequest => ({
  text,
  tokenization: { level: 'character' },
  vocabulary: 100,
  heldOut: { share: 0.25, tokens: 1000 },
  batch: 1,
  steps: 4,
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
  ngramReferences(request('ab'.repeat(50)), (share) => shares.push(share));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeCloseTo(1, 12);
});

describe('asks for what a run is asked for', () => {
  const random = createRandom(2);
  const text = Array.from({ length: 1003 }, () => 'abcd'.charAt(random.integer(4))).join('');
  const asked = request(text, { batch: 3, steps: 8, heldOut: { share: 0.2, tokens: 77 } });

  /** What the run foretells, prepared as its worker does. */
  const targets = (): readonly string[] => {
    const tokens = tokenizeCharacters(text);
    const end = heldOutStart(tokens.length, 0.2);
    const vocabulary = createVocabulary(tokens.slice(0, end), { size: 100 });
    const ids = encode(vocabulary, tokens);
    const learnt = createStreams(ids.subarray(0, end), asked);
    const held = createHeldOutText(ids.subarray(end, end + 77), learnt.ok ? learnt.streams : asked);
    const batches = Array.from({ length: held?.batches ?? 0 }, (_, i) => [...(held?.batch(i).targets ?? [])]);
    const asks = batches.flat().filter((target) => target >= 0);
    return asks.map((target) => vocabulary.tokens[target] ?? '');
  };

  it('as many predictions, of the same tokens', () => {
    const references = ngramReferences(asked);
    expect(references?.predictions).toBe(targets().length);
    // Single tokens without smoothing: every prediction counts by its token alone.
    const learnt = [...text].slice(0, heldOutStart(text.length, 0.2));
    const shareOf = (token: string) => learnt.filter((other) => other === token).length / learnt.length;
    const loss = targets().reduce((sum, token) => sum - Math.log(shareOf(token)), 0);
    expect(references?.models[0]?.loss).toBeCloseTo(loss / targets().length, 12);
  });

  it('a run that holds nothing out is compared with nothing', () => {
    const task = { kind: 'next-symbol', text, level: 'character', vocabulary: 100 } as const;
    expect(requestOf({ task, batch: 3, steps: 8 }, 1)).toBeNull();
    const measured = { ...task, heldOut: { ...asked.heldOut, every: 10 } };
    expect(requestOf({ task: measured, batch: 3, steps: 8 }, 1)).toEqual(asked);
  });
});
