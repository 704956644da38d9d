import type { Page } from '@playwright/test';
import { type Live, openLive, type PinnedTier, TEXT, TINY } from './lessonFigure.ts';
import { expectNet, referenceOf } from './lessonReference.ts';
import { expect, rarely, test } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const TIERS: readonly PinnedTier[] = ['js', 'wasm', 'webgpu'];

const badge = (live: Live, tier: PinnedTier) =>
  live.page.getByRole('banner').getByRole('button', { name: live.say(`tier.${tier}`) });

/** What the badge says when it is opened. */
async function reasons(live: Live, tier: PinnedTier): Promise<string> {
  await badge(live, tier).click();
  const dialog = live.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const said = await dialog.innerText();
  await live.page.keyboard.press('Escape');
  return said;
}

async function trainTo(live: Live, least: number): Promise<number> {
  await live.button('train.start').click();
  await expect.poll(live.step, { intervals: [50] }).toBeGreaterThanOrEqual(least);
  return live.pause();
}

for (const tier of TIERS) {
  test(`the lesson trains on ${tier}; the badge tells tier, speed and why${rarely(tier !== 'wasm')}`, async ({
    page,
  }) => {
    const live = await openLive(page, { tier, fragment: TINY });
    await expect(badge(live, tier)).toHaveText(live.say(`tier.${tier}`));
    await live.button('train.start').click();
    await expect(badge(live, tier)).toHaveText(/\d+(\.\d)? steps\/s$/);
    await expect.poll(live.step).toBeGreaterThan(4);
    await live.pause();
    expect(await reasons(live, tier)).toContain(live.say('tier.why.pinned'));
    const saved = await live.save();
    expect(saved.checkpoint.tier).toBe(tier);
    await expectNet(live, referenceOf(saved), 0);
  });
}

for (const locale of ['en', 'zh'] as const) {
  test(`left to itself, a machine without a hardware adapter takes WASM and says why; ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    const live = await openLive(page, { locale, fragment: TINY });
    const said = await reasons(live, 'wasm');
    const facts = await page.evaluate(async () => {
      const adapter = await navigator.gpu?.requestAdapter();
      return { hasAdapter: Boolean(adapter), name: adapter?.info.description ?? '' };
    });
    const expected = facts.hasAdapter
      ? /SwiftShader|software|软件/
      : new RegExp(live.say('tier.why.no-webgpu').slice(0, 20));
    expect(said).toMatch(expected);
    expect(said).toMatch(locale === 'en' ? /on (one thread|\d+ threads)\./ : /使用 \d+ 个线程/);
    await trainTo(live, 5);
    await expectNet(live, referenceOf(await live.save()), 0);
  });
}

test('the same seed gives the same numbers again, and nearly the same on another tier', async ({ page }) => {
  const run = async (tier: PinnedTier) => {
    const live = await openLive(page, { tier, fragment: { ...TINY, h: 16, step: 12 } });
    await live.expectAt(12);
    return (await live.save()).checkpoint;
  };
  const [first, again] = [await run('wasm'), await run('wasm')];
  expect(again.parameters).toEqual(first.parameters);
  expect(again.stats).toEqual(first.stats);
  const reference = await run('js');
  expect(reference.parameters).not.toEqual(first.parameters);
  expect(Math.abs(first.stats.loss / reference.stats.loss - 1)).toBeLessThan(0.01);
});

test('a saved run goes on where it was computed, and a pinned tier takes it over', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: TINY });
  const step = await trainTo(live, 6);
  const { checkpoint } = await live.save();
  const reopen = async (tier?: PinnedTier) => {
    const shown = await openLive(page, { fragment: TINY, ...(tier ? { tier } : {}) });
    await shown.expectAt(step);
    return shown;
  };
  const same = await reopen();
  expect(await reasons(same, 'js')).toContain(
    live.say('tier.why.computed-here', { used: live.say('tier.js') }),
  );
  expect((await same.save()).checkpoint).toEqual(checkpoint);
  const other = await reopen('wasm');
  expect(await reasons(other, 'wasm')).toContain(live.say('tier.why.pinned'));
  const taken = (await other.save()).checkpoint;
  expect(taken.parameters).toEqual(Float64Array.from(Float32Array.from(checkpoint.parameters)));
  await other.once();
});

/** Runs something in the worker before the worker's own code. */
async function inWorkerFirst(page: Page, code: string): Promise<void> {
  await page.route(/run\.worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code};\n${await response.text()}` });
  });
}

test('with an adapter that passes for hardware, both are timed, and the run is that of the faster alone', async ({
  page,
}) => {
  const fragment = { ...TINY, step: 12 };
  const alone = await openLive(page, { tier: 'wasm', fragment });
  await alone.expectAt(12);
  const expected = (await alone.save()).checkpoint;
  await inWorkerFirst(
    page,
    `for (const name of ['info', 'isFallbackAdapter']) Object.defineProperty(GPUAdapter.prototype, name,
      { get: () => (name === 'info' ? { vendor: 'acme', architecture: 'gpu', description: 'Acme GPU' } : false) })`,
  );
  const live = await openLive(page, { fragment });
  await live.expectAt(12);
  expect(await reasons(live, 'wasm')).toMatch(
    /a training step takes [\d.]+ ms, on WebGPU [\d.]+ ms\.\s+WASM computes on the CPU/,
  );
  expect((await live.save()).checkpoint).toEqual(expected);
});

test('a larger run is shared among as many threads as there are cores, four at the most', async ({
  page,
}) => {
  const fragment = { ...TINY, own: TEXT.repeat(20), h: 64, batch: 16, T: 64 };
  const live = await openLive(page, { tier: 'wasm', fragment });
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const threads = Math.min(4, cores);
  const said = await reasons(live, 'wasm');
  expect(said).toMatch(threads === 1 ? /on one thread\./ : new RegExp(`on ${threads} threads\\.`));
  await trainTo(live, 5);
  await expectNet(live, referenceOf(await live.save()), 0);
});

test('a browser without WebAssembly trains in plain TypeScript and says so', async ({ page }) => {
  await inWorkerFirst(page, 'delete globalThis.WebAssembly');
  const live = await openLive(page, { tier: 'wasm', fragment: TINY });
  const said = await reasons(live, 'js');
  expect(said).toContain(live.say('tier.why.pinned-unavailable', { tier: live.say('tier.wasm') }));
  expect(said).toMatch(/WebAssembly with SIMD instructions is not available here/);
  await trainTo(live, 5);
  await expectNet(live, referenceOf(await live.save()), 0);
});

test('the WASM module comes only when it is needed, and only into the worker', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await openLive(page, { tier: 'js', fragment: TINY });
  expect(fetched.filter((url) => /wasm/i.test(new URL(url).pathname))).toEqual([]);
});
