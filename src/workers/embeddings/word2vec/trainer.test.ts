import { describe, expect, it } from 'vitest';
import { WORDS_CONFIG, withMethod } from '../embeddings.testkit.ts';
import type { Word2vecMethod } from '../protocol.ts';
import { finish, openWords, preparedWords, type TestTier } from './word2vec.testkit.ts';

const TIERS: readonly TestTier[] = ['js', 'wasm'];
const NGRAMS = { minN: 2, maxN: 4, bucket: 50 };
const WAYS: readonly (readonly [string, Partial<Word2vecMethod>])[] = [
  ['skip-gram with a Huffman tree', {}],
  ['skip-gram with a balanced tree', { output: { kind: 'hierarchical', tree: 'balanced' } }],
  [
    'CBOW with negatives',
    { architecture: 'cbow', output: { kind: 'negative', negatives: 3, exponent: 0.75 } },
  ],
  [
    'whole windows with full softmax, subsampled',
    { batched: true, output: { kind: 'full' }, subsample: 0.02 },
  ],
  ['words of n-grams', { ngrams: NGRAMS, output: { kind: 'negative', negatives: 4, exponent: 0.5 } }],
];

/** ‖a − b‖ / ‖a‖. */
function difference(a: Float32Array, b: Float32Array): number {
  expect(b.length).toBe(a.length);
  return Math.hypot(...a.map((value, i) => value - b[i]!)) / Math.hypot(...a);
}

describe.each(WAYS)('%s', (_name, method) => {
  const config = withMethod(method);

  it('comes to the same vectors on both tiers, up to 32 bits', async () => {
    const [reference, fast] = [await openWords('js', config), await openWords('wasm', config)];
    for (const trainer of [reference, fast]) finish(trainer);
    const [expected, found] = [reference.vectors(), fast.vectors()];
    expect(difference(expected.input, found.input)).toBeLessThan(1e-4);
    expect(difference(expected.output, found.output)).toBeLessThan(1e-4);
    expect(fast.stats().loss).toBeCloseTo(reference.stats().loss, 4);
    expect(fast.stats()).toMatchObject({ step: reference.stepsDone, read: reference.stats().read });
  });

  it.each(TIERS)('goes on from a checkpoint bit for bit (%s)', async (tier) => {
    const whole = await openWords(tier, config);
    finish(whole);
    const half = await openWords(tier, config);
    half.step(7);
    half.step(4);
    const resumed = await openWords(tier, config, half.checkpoint());
    expect(resumed.stepsDone).toBe(11);
    finish(resumed);
    expect(resumed.checkpoint()).toEqual(whole.checkpoint());
  });
});

it('moves between tiers with what was learnt', async () => {
  const reference = await openWords('js', WORDS_CONFIG);
  reference.step(9);
  const moved = await openWords('wasm', WORDS_CONFIG, reference.checkpoint());
  expect(difference(reference.vectors().input, moved.vectors().input)).toBeLessThan(1e-7);
  finish(reference);
  finish(moved);
  expect(difference(reference.vectors().input, moved.vectors().input)).toBeLessThan(1e-4);
});

it('has one curve, however it is cut into steps', async () => {
  const config = withMethod({ epochs: 200 });
  const whole = await openWords('js', config);
  finish(whole);
  const slices = await openWords('js', config);
  const points = [];
  while (!slices.isDone()) {
    slices.step(37);
    points.push(...slices.curve());
  }
  expect(points).toEqual(whole.curve());
  expect(points.length).toBeLessThanOrEqual(512);
  expect(points.at(-1)!.loss).toBeLessThan(points[0]!.loss);
});

describe.each(TIERS)('on %s', (tier) => {
  it('begins with the loss of one who knows nothing', async () => {
    // All scores are 0 as long as nothing is learnt; how often a word is met in windows is near its share of the text.
    const trainer = await openWords(tier, { ...WORDS_CONFIG, learningRate: 1e-9 });
    trainer.step(18);
    expect(trainer.stats().loss).toBeCloseTo(preparedWords(WORDS_CONFIG).info.guessing, 1);
  });

  it('tells what a step moved, and leaves out what stood still', async () => {
    const trainer = await openWords(tier, WORDS_CONFIG);
    trainer.trace?.(true);
    trainer.step(5);
    const before = trainer.vectors().output;
    trainer.step(1);
    const { moved } = trainer.view({ moved: true });
    const after = trainer.vectors().output;
    const d = WORDS_CONFIG.dimensions;
    const distances = Array.from({ length: after.length / d }, (_, row) =>
      Math.hypot(...after.subarray(row * d, row * d + d).map((value, j) => value - before[row * d + j]!)),
    );
    expect(moved?.step).toBe(6);
    expect([...(moved?.rows ?? [])]).toEqual(distances.flatMap((far, row) => (far > 0 ? [row] : [])));
    for (const [i, far] of moved?.distances.entries() ?? []) {
      expect(far).toBeCloseTo(distances[moved?.rows[i] ?? -1]!, 5);
    }
    expect(moved?.of).toBe(distances.length);
  });

  it.each([1e12, 1e30])('stops at numbers beyond all bounds (η = %s)', async (learningRate) => {
    const trainer = await openWords(tier, { ...withMethod({ epochs: 1000 }), learningRate });
    expect(() => finish(trainer)).toThrow(expect.objectContaining({ message: 'diverged' }));
  });
});
