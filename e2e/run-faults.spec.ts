import { expect, type Page, test } from '@playwright/test';
import { type Live, openLive, type PinnedTier, TINY } from './lessonFigure.ts';
import { expectNet, referenceOf } from './lessonReference.ts';
import { rarely } from './support.ts';

// A crash is an error in the console, so these tests bring their own look at what else went wrong.
test.use({ reducedMotion: 'reduce' });

async function trainTo(live: Live, least: number): Promise<number> {
  await live.button('train.start').click();
  await expect.poll(live.step, { intervals: [50] }).toBeGreaterThanOrEqual(least);
  return live.pause();
}

/** An error that nobody catches, inside the worker that trains. */
async function crash(page: Page): Promise<void> {
  await runWorker(page).evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
}

/** Keeps every GPU device that the worker opens where a test can destroy it. */
async function keepDevices(page: Page): Promise<void> {
  const patch = `{
    const ask = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function (...args) {
      const device = await ask.apply(this, args);
      (globalThis.openedDevices ??= []).push(device);
      return device;
    };
  }\n`;
  await page.route(/run\.worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: patch + (await response.text()) });
  });
}

async function loseDevice(page: Page): Promise<number> {
  return runWorker(page).evaluate(() => {
    const { openedDevices = [] } = globalThis as { openedDevices?: GPUDevice[] };
    for (const device of openedDevices) device.destroy();
    return openedDevices.length;
  });
}

/** Step of the snapshot that the browser holds; a test that breaks the worker waits until it is there. */
const expectKept = (page: Page, step: number) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('unrolled-runs');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const asking = opening.result.transaction('runs').objectStore('runs').get('lstm/live');
              asking.onsuccess = () => resolve(asking.result?.step ?? -1);
              opening.result.close();
            };
          }),
      ),
    )
    .toBe(step);

const tierName = (live: Live, tier: PinnedTier) => live.say(`tier.${tier}`);

for (const locale of ['en', 'zh'] as const) {
  test(`a crash is survived once, at its step, and said; ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    const live = await openLive(page, { tier: 'js', locale, fragment: TINY });
    const step = await trainTo(live, 6);
    const before = await live.cells();
    const saved = await live.save();
    await expectKept(page, step);
    await crash(page);
    const [from, to] = [tierName(live, 'js'), tierName(live, 'js')];
    await expect(live.notice('run.notice.tier-changed-crashed', { from, to, step })).toBeVisible();
    await live.expectAt(step);
    expect(await live.cells()).toEqual(before);
    expect((await live.save()).checkpoint).toEqual(saved.checkpoint);
    await live.once();
    await crash(page);
    const failure = live.figure.getByRole('status').filter({ hasText: 'planted' });
    await expect(failure).toBeVisible();
    await expect(live.figure.getByRole('gridcell').first()).toBeVisible();
  });
}

/** Lets a test make the WASM module trap for real, at its next call. */
async function plantTrap(page: Page): Promise<void> {
  const patch = `{
    // (module (func (export "f") unreachable))
    const bytes = [0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,5,1,3,0,0,11];
    const { f: trap } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes))).exports;
    const guarded = (value) => (...args) => (globalThis.isTrapSet ? trap() : value(...args));
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...args) {
      const { exports } = new Instance(...args);
      return { exports: Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, guarded(value)])) };
    };
  }\n`;
  await page.route(/run\.worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: patch + (await response.text()) });
  });
}

/** The newest worker that serves a run; kernels may have threads of their own. */
function runWorker(page: Page) {
  const worker = page.workers().findLast((each) => /run\.worker/.test(each.url()));
  if (!worker) throw new Error('no worker runs');
  return worker;
}

test('a kernel that traps: plain TypeScript goes on from the last snapshot', async ({ page }) => {
  await plantTrap(page);
  const live = await openLive(page, { tier: 'wasm', fragment: TINY });
  const kept = await trainTo(live, 6);
  const before = await live.cells();
  const saved = await live.save();
  expect(saved.checkpoint.tier).toBe('wasm');
  await expectKept(page, kept);
  await runWorker(page).evaluate(() => Object.assign(globalThis, { isTrapSet: true }));
  await live.button('train.onceLabel').click();
  const [from, to] = [tierName(live, 'wasm'), tierName(live, 'js')];
  await expect(live.notice('run.notice.tier-changed-crashed', { from, to, step: kept })).toBeVisible();
  await live.expectAt(kept);
  expect(await live.cells()).toEqual(before);
  expect((await live.save()).checkpoint.parameters).toEqual(saved.checkpoint.parameters);
  await page.getByRole('banner').getByRole('button', { name: to }).click();
  await expect(page.getByRole('dialog')).toContainText(/WASM failed earlier in this run \(.*unreachable.*\)/);
  await page.keyboard.press('Escape');
  await live.once();
  expect((await live.save()).checkpoint.tier).toBe('js');
});

test('one after the other: WebGPU is lost, WASM crashes, TypeScript goes on; nothing is lost', async ({
  page,
}) => {
  await keepDevices(page);
  const live = await openLive(page, { tier: 'webgpu', fragment: TINY });
  const atFirst = await trainTo(live, 3);
  await expectKept(page, atFirst);
  await loseDevice(page);
  await expect(page.getByRole('banner').getByRole('button', { name: tierName(live, 'wasm') })).toBeVisible();
  await live.expectAt(atFirst);
  const then = await trainTo(live, atFirst + 3);
  await expectKept(page, then);
  const before = await live.save();
  await crash(page);
  const [from, to] = [tierName(live, 'wasm'), tierName(live, 'js')];
  await expect(live.notice('run.notice.tier-changed-crashed', { from, to, step: then })).toBeVisible();
  await live.expectAt(then);
  expect((await live.save()).checkpoint.parameters).toEqual(before.checkpoint.parameters);
  const last = await trainTo(live, then + 3);
  expect(last).toBeGreaterThan(then);
  await expectNet(live, referenceOf(await live.save()), 0);
});

test('a worker that is killed without a word is missed, and the run goes on', async ({ page }) => {
  const live = await openLive(page, { tier: 'wasm', fragment: TINY });
  const step = await trainTo(live, 6);
  await expectKept(page, step);
  const before = await live.cells();
  // Nothing tells the page: no error, no message.
  await runWorker(page).evaluate(() => globalThis.close());
  const [from, to] = [tierName(live, 'wasm'), tierName(live, 'js')];
  await expect(live.notice('run.notice.tier-changed-crashed', { from, to, step })).toBeVisible();
  await live.expectAt(step);
  expect(await live.cells()).toEqual(before);
  await live.once();
});

test('a crash while it trains: it trains on from the last snapshot', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: TINY });
  const saved = await trainTo(live, 10);
  await expectKept(page, saved);
  await live.button('train.start').click();
  await expect.poll(live.step).toBeGreaterThan(saved);
  await crash(page);
  await expect(live.figure.getByRole('status').filter({ hasText: /goes on from step \d/ })).toBeVisible();
  await expect.poll(live.step).toBeGreaterThan(saved);
  await expect(live.button('train.pause')).toBeVisible();
  await live.pause();
  await expectNet(live, referenceOf(await live.save()), 0);
});

test(`a lost device: WASM goes on from the same step with the same weights${rarely(true)}`, async ({
  page,
}) => {
  await keepDevices(page);
  const live = await openLive(page, { tier: 'webgpu', fragment: TINY });
  const badge = page.getByRole('banner');
  await expect(badge.getByRole('button', { name: tierName(live, 'webgpu') })).toBeVisible();
  const step = await trainTo(live, 6);
  const before = await live.cells();
  await expectKept(page, step);
  expect(await loseDevice(page)).toBeGreaterThan(0);
  const [from, to] = [tierName(live, 'webgpu'), tierName(live, 'wasm')];
  await expect(live.notice('run.notice.tier-changed-device-lost', { from, to, step })).toBeVisible();
  await live.expectAt(step);
  expect(await live.cells()).toEqual(before);
  await badge.getByRole('button', { name: tierName(live, 'wasm') }).click();
  await expect(page.getByRole('dialog')).toContainText(
    `${live.say('tier.webgpu')} failed earlier in this run`,
  );
  await page.keyboard.press('Escape');
  await live.once();
  await live.expectAt(step + 1);
});

test(`a device lost while it trains is called that, and training goes on${rarely(true)}`, async ({
  page,
}) => {
  await keepDevices(page);
  const live = await openLive(page, { tier: 'webgpu', fragment: TINY });
  const kept = await trainTo(live, 3);
  await expectKept(page, kept);
  await live.button('train.start').click();
  await expect.poll(live.step, { intervals: [50] }).toBeGreaterThan(kept + 2);
  await loseDevice(page);
  const said = live.figure.getByRole('status').filter({ hasText: /graphics processor was lost/ });
  const step = Number((await said.innerText()).match(/from step (\d+)/)?.[1]);
  expect(step).toBeGreaterThanOrEqual(kept);
  await expect.poll(live.step).toBeGreaterThan(step);
  await live.pause();
  await expectNet(live, referenceOf(await live.save()), 0);
});

for (const tier of ['js', 'wasm', 'webgpu'] as const) {
  test(`divergence stops itself, says where and why, and can be rewound; ${tier}${rarely(tier === 'webgpu')}`, async ({
    page,
  }) => {
    const fragment = { ...TINY, cell: 'rnn-relu', opt: 'sgd', lr: 100, clip: 'none', T: 64, seed: 2 };
    const live = await openLive(page, { tier, fragment });
    await live.button('train.start').click();
    const rewind = live.button('train.rewind', { clip: 1 });
    await expect(rewind).toBeVisible({ timeout: 40_000 });
    const status = live.figure.getByRole('status').filter({ hasText: /Training stopped at step \d+/ });
    await expect(status).toContainText(/NaN|∞/);
    await expect(status).toContainText(/learning rate/);
    const good = Number((await status.innerText()).match(/back to step (\d+)/i)?.[1]);
    await rewind.click();
    await live.expectAt(good);
    await expect(rewind).toHaveCount(0);
    expect((await live.cells()).every(({ text }) => /^−?\d/.test(text))).toBe(true);
    await live.button('setup.open').click();
    await expect(live.field('setup.clipOn')).toBeChecked();
    await expect(live.field('setup.clip')).toHaveValue('1');
    const saved = await live.save();
    expect(saved.checkpoint.config.clip).toBe(1);
    await expectNet(live, referenceOf(saved), 0);
  });
}
