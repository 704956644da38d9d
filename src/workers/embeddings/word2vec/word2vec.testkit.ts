import { readFile } from 'node:fs/promises';
import { buildKernels } from '../../../../scripts/build-kernels.mjs';
import { ALONE } from '../../../kernels/wasm/crew.ts';
import { startOf } from '../embeddings.testkit.ts';
import { clampConfig } from '../limits.ts';
import type { ConfigOf, EmbeddingMethod, MethodRun } from '../method.ts';
import { createWord2vec } from '../methods/word2vec.ts';
import type { EmbeddingConfig, EmbeddingTrainer } from '../protocol.ts';

await buildKernels();
const build = new URL('../../../kernels/wasm/build/word2vec-simd.wasm', import.meta.url);
export const MODULE = await WebAssembly.compile(await readFile(build));
/** One thread. */
export const ALONE_ENGINE = { module: MODULE, crew: ALONE };
const word2vec = createWord2vec(async () => ALONE_ENGINE);

/** A run of word2vec whose SIMD tier is the file on this disk. */
export const preparedWords = (config: EmbeddingConfig): MethodRun => preparedWith(word2vec, config);

export function preparedWith(method: EmbeddingMethod<'word2vec'>, config: EmbeddingConfig): MethodRun {
  const work = method.prepare(clampConfig(config).config as ConfigOf<'word2vec'>);
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    if (!value.ok) throw new Error(value.failure.code);
    return value.run;
  }
}

export type TestTier = 'js' | 'wasm';

export async function openWords(
  tier: TestTier,
  config: EmbeddingConfig,
  checkpoint: Uint8Array | null = null,
): Promise<EmbeddingTrainer> {
  const run = preparedWords(config);
  const start = startOf(config, checkpoint);
  if (tier === 'js') return run.createReference(start);
  const wasm = await run.openWasm?.();
  if (!wasm) throw new Error('no SIMD tier');
  return wasm.createTrainer(start);
}

/** Trains until the end. */
export function finish(trainer: EmbeddingTrainer): void {
  while (!trainer.isDone()) void trainer.step(Number.POSITIVE_INFINITY);
}
