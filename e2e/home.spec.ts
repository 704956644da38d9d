import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { LOCALES } from '../src/i18n/locale.ts';
import { translate } from '../src/i18n/translate.ts';
import { expect, test } from './support.ts';

/** The limit: gzipped JavaScript of the page before the first figure is usable. */
const BUDGET = 180_000;
/** Names that TensorFlow.js registers itself by: in its code whatever a bundler does to it, in no text of ours. */
const TENSORFLOW = /_tfengine|registerKernel|tfjs-core|kernelRegistry/;

const place = (page: Page) => page.getByTestId('place');
const stepOf = async (page: Page) =>
  Number(((await place(page).textContent()) ?? '').match(/([\d,]+)\D*$/)?.[1]?.replaceAll(',', ''));
const firstNumber = (page: Page) => page.locator('figure svg[role=grid] [role=gridcell] text').first();

/**
 * Every script that came, by who asked for it: the document or a worker. What a worker imports at its start is among the page's
 * resources too, but fetched as part of the worker.
 */
async function scripts(page: Page, responses: readonly Response[]) {
  const mine = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const found = responses.filter((response) => /\.js$/.test(new URL(response.url()).pathname));
  const bodies = await Promise.all(
    found.map(async (response) => ({
      url: response.url(),
      as: (await response.request().allHeaders())['sec-fetch-dest'],
      body: await response.body(),
    })),
  );
  const isPage = ({ url, as }: (typeof bodies)[number]) => mine.includes(url) && as !== 'worker';
  return { page: bodies.filter(isPage), worker: bodies.filter((script) => !isPage(script)) };
}

const listed = (all: readonly { readonly url: string; readonly body: Buffer }[]) =>
  all.map(({ url, body }) => `${new URL(url).pathname} ${gzipSync(body).length}`);

for (const locale of LOCALES) {
  test(`${locale}: a network trains at once, in a worker`, async ({ page }) => {
    await page.goto(`/${locale}/`);
    await expect(page.locator('h1')).toHaveText(translate(locale, 'home.headline'));
    await expect(page.getByText(translate(locale, 'home.figureCaption'))).toBeVisible();
    await expect(firstNumber(page)).toHaveText(/^-?\d/);
    await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
    const [before, numbers] = [
      await stepOf(page),
      await page.locator('[role=gridcell] text').allTextContents(),
    ];
    await expect.poll(() => stepOf(page)).toBeGreaterThan(before);
    await expect.poll(() => page.locator('[role=gridcell] text').allTextContents()).not.toEqual(numbers);
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      expect.stringMatching(/run\.worker/),
    ]);
  });
}

test('pauses at once, and goes on', async ({ page }) => {
  await page.goto('/en/');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await page.getByRole('button', { name: translate('en', 'train.pause'), exact: true }).click();
  const start = page.getByRole('button', { name: translate('en', 'train.start'), exact: true });
  await expect(start).toBeVisible();
  // The frame that was on its way may still come; then nothing moves.
  await page.waitForTimeout(300);
  const held = await stepOf(page);
  await page.waitForTimeout(700);
  expect(await stepOf(page)).toBe(held);
  await start.click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(held);
});

test('leaving the page ends its worker; coming back starts another', async ({ page }) => {
  await page.goto('/en/');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await page
    .getByRole('banner')
    .getByRole('link', { name: translate('en', 'shell.settings') })
    .click();
  await expect.poll(() => page.workers().length).toBe(0);
  await page.goBack();
  await expect.poll(() => page.workers().length).toBe(1);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
});

test('lists the lessons and leads into one', async ({ page }) => {
  await page.goto('/zh/');
  const link = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  const address = (await link.getAttribute('href')) ?? '';
  expect(address).toMatch(/^\/zh\/lessons\/[a-z0-9-]+$/);
  await link.click();
  await expect(page).toHaveURL(address);
  await expect(page.locator('h1')).toBeFocused();
  await page.goBack();
  await expect(page.getByText(translate('zh', 'shell.status-started')).first()).toBeAttached();
});

test('stays within its budget of JavaScript, without TensorFlow.js on the page', async ({ page }, info) => {
  const responses: Response[] = [];
  page.context().on('response', (response) => responses.push(response));
  await page.goto('/en/');
  await expect(firstNumber(page)).toHaveText(/^-?\d/);
  const found = await scripts(page, responses);
  const total = found.page.reduce((sum, { body }) => sum + gzipSync(body).length, 0);
  const report = { total, page: listed(found.page), worker: listed(found.worker) };
  await info.attach('scripts', { body: JSON.stringify(report, null, 2), contentType: 'application/json' });
  expect(found.page.length).toBeGreaterThan(2);
  expect(found.worker.length).toBeGreaterThan(0);
  expect(total, JSON.stringify(report, null, 2)).toBeLessThanOrEqual(BUDGET);
  for (const { url, body } of found.page) expect(body.toString(), url).not.toMatch(TENSORFLOW);
});

test('TensorFlow.js comes where WebGPU is asked for: in the worker, and there alone', async ({ page }) => {
  const responses: Response[] = [];
  page.context().on('response', (response) => responses.push(response));
  await page.goto('/en/settings');
  await page.getByRole('radio', { name: translate('en', 'settings.backend-webgpu') }).check();
  await page
    .getByRole('banner')
    .getByRole('link', { name: translate('en', 'shell.home') })
    .click();
  await expect(page.getByRole('banner').getByRole('button', { name: /WebGPU/ })).toBeVisible({
    timeout: 60_000,
  });
  await expect(firstNumber(page)).toHaveText(/^-?\d/, { timeout: 60_000 });
  const found = await scripts(page, responses);
  expect(found.worker.some(({ body }) => TENSORFLOW.test(body.toString()))).toBe(true);
  expect(found.page.filter(({ body }) => TENSORFLOW.test(body.toString())).map(({ url }) => url)).toEqual([]);
});
