import type { Page, Worker } from '@playwright/test';
import { translate } from '../src/i18n/translate.ts';
import { expect, test } from './support.ts';

const TEXT = Array.from({ length: 40 }, (_, i) => `the ${i % 3 ? 'cat' : 'dog'} sat on mat ${i % 7}. `).join(
  '',
);
/** A small language model with held-out text, which rests at a step. */
const link = (tier: 'wasm' | 'webgpu', rest: number): string => {
  const settings = { text: 'own', own: TEXT, h: 16, T: 8, batch: 4, dev: 0.1, devn: 200, devk: 100, rest };
  const fields = Object.entries({ figure: 'training', ...settings }).map(([key, value]) => [
    key,
    String(value),
  ]);
  return `/en/labs/training?backend=${tier}#${new URLSearchParams(fields)}`;
};

async function open(page: Page, tier: 'wasm' | 'webgpu', rest: number) {
  await page.goto(link(tier, rest));
  const figure = page.locator('figure#training');
  const progress = figure.getByTestId('progress');
  await figure.getByRole('button', { name: translate('en', 'train.start'), exact: true }).click();
  const step = async () => Number(await progress.getAttribute('data-step', { timeout: 60_000 }));
  const reach = (wanted: number) =>
    expect.poll(step, { timeout: 400_000, intervals: [500] }).toBeGreaterThanOrEqual(wanted);
  return { step, reach };
}

/** Bytes of live JavaScript objects: of the page, and of the page and its workers together. Garbage is collected first. */
async function liveHeap(page: Page): Promise<{ readonly page: number; readonly all: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const all = await page.evaluate(async () => {
    const { performance: clock } = globalThis as unknown as {
      performance: { measureUserAgentSpecificMemory?(): Promise<{ readonly bytes: number }> };
    };
    return (await clock.measureUserAgentSpecificMemory?.())?.bytes ?? 0;
  });
  return { page: usedSize, all };
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

test('@deep ten thousand steps of a language model leave no memory behind, on the page or in its worker', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const { reach, step } = await open(page, 'wasm', 500_000);
  // The curve is full from step 2,048 on, and the code is warm: what grows after that is a leak.
  await reach(3000);
  const from = await step();
  const before = await liveHeap(page);
  await reach(from + 10_000);
  const to = await step();
  const after = await liveHeap(page);
  for (const which of ['page', 'all'] as const) {
    const description = `${which}: ${megabytes(before[which])} at step ${from}, ${megabytes(after[which])} at ${to}`;
    test.info().annotations.push({ type: 'memory', description });
    expect(after[which] - before[which], description).toBeLessThan(4e6);
  }
});

interface DeviceMemory {
  readonly numTensors: number;
  readonly numBytesInGPU: number;
}

/** What TF.js counts in the worker that trains; it keeps its engine in one global. */
async function deviceMemory(page: Page): Promise<DeviceMemory> {
  const read = (worker: Worker) =>
    worker.evaluate(() => {
      const { _tfengine: engine } = globalThis as unknown as { _tfengine?: { memory(): DeviceMemory } };
      return engine ? engine.memory() : null;
    });
  const found = (await Promise.all(page.workers().map(read))).find((memory) => memory !== null);
  if (!found) throw new Error('no worker computes on WebGPU');
  return found;
}

test('@deep hundreds of steps leave no buffer behind on the device', async ({ page }) => {
  test.setTimeout(900_000);
  const { reach } = await open(page, 'webgpu', 600);
  await reach(200);
  const before = await deviceMemory(page);
  await reach(600);
  const after = await deviceMemory(page);
  const description = `${before.numTensors} tensors, ${megabytes(before.numBytesInGPU)} on the device at step 200; ${after.numTensors}, ${megabytes(after.numBytesInGPU)} at 600`;
  test.info().annotations.push({ type: 'memory', description });
  // A step or a measurement may be under way: a few small tensors more or less.
  expect(after.numTensors - before.numTensors, description).toBeLessThan(60);
  expect(after.numBytesInGPU - before.numBytesInGPU, description).toBeLessThan(2e6);
});
