import type { Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { type BenchCode, benchMessages } from '../src/i18n/messages/bench.ts';
import { translate } from '../src/i18n/translate.ts';
import { layoutProblems } from './layout-problems.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './support.ts';

const say = (code: BenchCode, locale: Locale = 'en') => translate(locale, code, {}, benchMessages);
const button = (page: Page, code: BenchCode, locale: Locale = 'en') =>
  page.getByRole('button', { name: say(code, locale), exact: true });
const lines = (page: Page) => page.locator('tr[data-contestant]');
const line = (page: Page, contestant: string) => page.locator(`tr[data-contestant="${contestant}"]`);

/** Networks of eight units: these tests see that it works; they never look at how fast. */
const open = (page: Page, plan: string, locale: Locale = 'en') =>
  page.goto(`/${locale}/bench#quick=1&${plan}`);

async function run(page: Page, locale: Locale = 'en'): Promise<void> {
  await button(page, 'bench.run', locale).click();
  await expect(page.getByRole('status').filter({ hasText: say('bench.state-done', locale) })).toBeVisible({
    timeout: 60_000,
  });
}

test('the CPU contestants agree with TF.js layers, whichever network they train', async ({ page }) => {
  await open(page, 'with=wasm,wasm-relaxed,wasm-threads,js,tfjs-layers-cpu,tfjs-layers-wasm');
  await run(page);
  await expect(page.getByRole('table')).toHaveCount(3);
  await expect(lines(page)).toHaveCount(18);
  // A machine with one core has no threads; anything else must have been measured, and none may disagree.
  await expect(page.locator('tr[data-problem]:not([data-problem="no-threads"])')).toHaveCount(0);
  for (const ours of await line(page, 'wasm').all()) {
    const cells = await ours.locator('td').allTextContents();
    expect(cells[0]).toMatch(/^[\d.,]+ \(\d+\)$/);
    // Faster than each of the peers, or slower, but compared with both, and with plain TypeScript.
    expect(cells.slice(3)).toEqual([1, 2, 3].map(() => expect.stringMatching(/^[\d.,]+$/)));
  }
});

test('WebGPU agrees too, on a software adapter that was asked for', async ({ page }) => {
  await open(page, 'software=1&cells=lstm&with=js,webgpu,tfjs-layers-webgpu');
  await run(page);
  await expect(lines(page)).toHaveCount(3);
  await expect(page.locator('tr[data-problem]')).toHaveCount(0);
});

test('says why a contestant did not take part, and measures the others', async ({ page }) => {
  await open(page, 'cells=rnn&with=webgpu,js');
  await run(page);
  await expect(page.locator('tr[data-problem="software-adapter"]')).toContainText('software');
  await expect(line(page, 'webgpu').locator('td').first()).toHaveText(/–/);
  await expect(line(page, 'js').locator('td').first()).toHaveText(/\d/);
});

test('a contestant whose code cannot be fetched is a line with a reason, not the end', async ({ page }) => {
  await page.route(/\/assets\/simd-[^/]*\.wasm$/, (route) => route.fulfill({ status: 200, body: 'broken' }));
  await open(page, 'cells=rnn&with=wasm,js');
  await run(page);
  await expect(page.locator('tr[data-problem="crashed"]')).toHaveCount(1);
  await expect(line(page, 'js').locator('td').first()).toHaveText(/\d/);
});

test.describe('the report', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  test('is copied as a table to read and as JSON to compute with', async ({ page }) => {
    await open(page, 'cells=gru&with=wasm,js');
    await run(page);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await button(page, 'bench.copy-text').click();
    await expect.poll(clipboard).toContain('| GRU, 8 units |');
    await button(page, 'bench.copy-json').click();
    await expect.poll(clipboard).toMatch(/^\{/);
    const { machine, rows } = JSON.parse(await clipboard());
    expect(machine).toMatchObject({ isolated: true, browser: expect.stringMatching(/^Chrome \d/) });
    expect(rows[0]).toMatchObject({ bench: 'gru', tier: 'wasm', peer: 'js', problem: null });
    expect(rows[0].ratio).toBeCloseTo(rows[0].peer_median_ms / rows[0].median_ms, 6);
    for (const [ours, theirs] of [0, 1].map((i) => [rows[0].losses[i], rows[0].peer_losses[i]]))
      expect(Math.abs(ours - theirs)).toBeLessThan(1e-4);
  });
});

test('the choice is in the address, and comes back from it', async ({ page }) => {
  await page.goto('/en/bench');
  await page.getByRole('checkbox', { name: 'GRU' }).uncheck();
  await page.getByRole('checkbox', { name: '512' }).uncheck();
  await page.getByRole('radio', { name: say('bench.effort-quick') }).check();
  await expect(page).toHaveURL(/#cells=lstm,rnn&sizes=64,128,256&quick=1$/);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'GRU' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'LSTM' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'LSTM' }).uncheck();
  await page.getByRole('checkbox', { name: 'RNN', exact: true }).uncheck();
  await expect(button(page, 'bench.run')).toBeDisabled();
  await expect(page.getByText(say('bench.choose'))).toBeVisible();
});

test('by keyboard: started, stopped while it runs, started again; the focus stays', async ({ page }) => {
  await page.goto('/en/bench#cells=lstm&sizes=512&with=js');
  await button(page, 'bench.run').focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'bench.stop')).toBeFocused();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'LSTM' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: say('bench.state-stopped') })).toBeVisible();
  await expect(button(page, 'bench.run')).toBeFocused();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('leads here from the settings', async ({ page }) => {
  await page.goto('/en/settings');
  await page
    .getByRole('main')
    .getByRole('link', { name: translate('en', 'shell.bench') })
    .click();
  await expect(page).toHaveURL('/en/bench');
  await expect(page.locator('h1')).toHaveText(translate('en', 'shell.bench'));
});

for (const [locale, scheme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test.describe(`${locale}, ${scheme}`, () => {
    test.use({ colorScheme: scheme });
    test('axe and the layout find nothing, before and after, at any width', async ({ page }) => {
      await open(page, 'cells=lstm&with=wasm,js,webgpu,tfjs-layers-cpu', locale);
      await expect(button(page, 'bench.run', locale)).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await expectAccessible(page);
      await run(page, locale);
      await page.locator('details').last().locator('summary').click();
      await expectAccessible(page);
      for (const width of [1440, 768, 360]) {
        await page.setViewportSize({ width, height: 900 });
        // The bar on top lies over what has been scrolled under it.
        await page.evaluate(() => window.scrollTo(0, 0));
        await page.waitForTimeout(150);
        await expectNoSidewaysScroll(page);
        expect(await layoutProblems(page, 'body'), `${width} px`).toEqual([]);
      }
    });
  });
}
