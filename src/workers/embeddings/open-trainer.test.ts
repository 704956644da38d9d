import { describe, expect, it } from 'vitest';
import type { Tier } from '../protocol.ts';
import { RunError } from '../run-error.ts';
import { startOf, WORDS_CONFIG } from './embeddings.testkit.ts';
import type { EmbeddingTier, MethodRun } from './method.ts';
import { openEmbeddings } from './open-trainer.ts';
import { preparedWords } from './word2vec/word2vec.testkit.ts';

const REQUEST = { pinned: null, computedOn: null, excluded: [] };

/** Opens the run; which tier computes, why, and which were tried. */
async function opened(run: MethodRun, request: Partial<Parameters<typeof openEmbeddings>[0]> = {}) {
  const tried: Tier[] = [];
  const { choice, trainer, close } = await openEmbeddings(
    { ...REQUEST, ...request },
    run,
    startOf(WORDS_CONFIG),
    (tier) => tried.push(tier),
  );
  await trainer.step(3);
  close();
  return {
    tier: choice.tier,
    reasons: choice.reasons.map(({ code }) => code),
    tried,
    step: trainer.stepsDone,
  };
}

function withTier(change: (tier: EmbeddingTier) => Partial<EmbeddingTier>): MethodRun {
  const run = preparedWords(WORDS_CONFIG);
  return {
    ...run,
    async openWasm() {
      const tier = await run.openWasm?.();
      if (!tier) throw new Error('no tier');
      return { ...tier, ...change(tier) };
    },
  };
}

describe('the tier of a run', () => {
  it('is WASM where it agrees with the reference', async () => {
    expect(await opened(preparedWords(WORDS_CONFIG))).toEqual({
      tier: 'wasm',
      reasons: ['wasm-gears'],
      tried: ['wasm', 'wasm'],
      step: 3,
    });
  });

  it('is the reference where WASM is missing, disagrees, or fails', async () => {
    const missing = {
      ...preparedWords(WORDS_CONFIG),
      openWasm: async () => Promise.reject(new Error('no SIMD')),
    };
    expect(await opened(missing)).toMatchObject({ tier: 'js', reasons: ['no-wasm'] });
    const wrong = withTier(() => ({ selfTest: () => 'loss' }));
    expect(await opened(wrong)).toMatchObject({ tier: 'js', reasons: ['self-test-failed'] });
    const full = withTier(() => ({
      createTrainer() {
        throw new RangeError('could not allocate memory');
      },
    }));
    expect(await opened(full)).toMatchObject({ tier: 'js', reasons: ['tier-failed'] });
  });

  it('is the one that is asked for, or that a state was computed on', async () => {
    const run = preparedWords(WORDS_CONFIG);
    expect(await opened(run, { pinned: 'js' })).toMatchObject({ tier: 'js', reasons: ['pinned'] });
    expect(await opened(run, { computedOn: 'js' })).toMatchObject({ tier: 'js', reasons: ['computed-here'] });
    const elsewhere = await opened(run, { pinned: 'webgpu' });
    expect(elsewhere).toMatchObject({ tier: 'wasm', reasons: ['pinned-unavailable', 'wasm-gears'] });
    const excluded = [{ tier: 'wasm', detail: 'crashed' } as const];
    expect(await opened(run, { excluded })).toMatchObject({ tier: 'js', tried: ['js'] });
  });

  it('is the reference for a method that has no twin', async () => {
    const { openWasm: _none, ...run } = preparedWords(WORDS_CONFIG);
    expect(await opened(run)).toEqual({ tier: 'js', reasons: [], tried: ['js'], step: 3 });
  });

  it('is of no avail against what is wrong with the run itself', async () => {
    const bad = withTier(() => ({
      createTrainer() {
        throw new RunError({ code: 'bad-checkpoint', detail: 'other-run' });
      },
    }));
    await expect(opened(bad)).rejects.toThrow('bad-checkpoint');
  });
});
