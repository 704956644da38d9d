import { readFile } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { createCrew } from '../../../kernels/wasm/crew.ts';
import { createTestThread } from '../../../kernels/wasm/wasm.testkit.ts';
import { startOf, withMethod } from '../embeddings.testkit.ts';
import type { ConfigOf } from '../method.ts';
import { createWord2vec } from '../methods/word2vec.ts';
import { ALONE_ENGINE, finish, openWords, preparedWith } from './word2vec.testkit.ts';

const build = new URL('../../../kernels/wasm/build/word2vec-simd-threads.wasm', import.meta.url);
const module = await WebAssembly.compile(await readFile(build));
const crew = await createCrew(module, 2, createTestThread);
afterAll(() => crew.dispose());

const config = { ...withMethod({ epochs: 150 }), threads: 2 } as ConfigOf<'word2vec'>;
const asked: number[] = [];
const method = createWord2vec(async (threads) => {
  asked.push(threads);
  return threads > 1 ? { module, crew } : ALONE_ENGINE;
});

it('two threads learn every sentence once, and as well as one does', async () => {
  const tier = await preparedWith(method, config).openWasm?.();
  if (!tier) throw new Error('no SIMD tier');
  expect(asked).toEqual([2, 1]);
  expect(tier.gears.threads).toBe(2);
  expect(tier.selfTest()).toBeNull();
  const trainer = tier.createTrainer(startOf(config));
  await trainer.step(1);
  expect(trainer.stepsDone).toBe(1);
  finish(trainer);
  const alone = await openWords('wasm', config);
  finish(alone);
  const { step, read, all, loss } = trainer.stats();
  expect({ step, read }).toEqual({ step: alone.stepsDone, read: all });
  const tail = (points: readonly { readonly loss: number }[]) =>
    points.slice(-40).reduce((sum, point) => sum + point.loss / 40, 0);
  expect(Math.abs(tail(trainer.curve()) / tail(alone.curve()) - 1)).toBeLessThan(0.1);
  expect(Number.isFinite(loss)).toBe(true);
  trainer.dispose();
});

it('ends its threads where the engine that it is tested on cannot be had', async () => {
  let disposed = 0;
  const team = { ...crew, dispose: () => disposed++ };
  for (const alone of [async () => null, () => Promise.reject(new Error('offline'))]) {
    const failing = createWord2vec(async (threads) => (threads > 1 ? { module, crew: team } : alone()));
    await expect(preparedWith(failing, config).openWasm?.()).rejects.toThrow();
  }
  expect(disposed).toBe(2);
});
