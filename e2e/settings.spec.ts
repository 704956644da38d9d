import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { translate } from '../src/i18n/translate.ts';
import { expect, test } from './support.ts';

const say = (code: MessageCode) => translate('en', code);
const radio = (page: Page, code: MessageCode) => page.getByRole('radio', { name: say(code), exact: true });
const home = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('link', { name: say('shell.home') })
    .click();
const settings = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('link', { name: say('shell.settings') })
    .click();
const labels = (page: Page) => page.locator('figure [data-export-sticky] svg text').allTextContents();

test('the letters change in the figure, in the formulas, and stay changed', async ({ page }) => {
  await page.goto('/en/');
  await expect.poll(() => labels(page)).toContainEqual(expect.stringMatching(/hidden\s+a$/));
  await expect.poll(() => labels(page)).toContainEqual(expect.stringMatching(/forget\s+Γ.?f$/));
  await settings(page);
  await radio(page, 'settings.notation-textbook').check();
  await home(page);
  await expect.poll(() => labels(page)).toContainEqual(expect.stringMatching(/hidden\s+h$/));
  await expect.poll(() => labels(page)).toContainEqual(expect.stringMatching(/forget\s+f$/));
  expect((await labels(page)).join()).not.toMatch(/Γ/);

  await page.goto('/en/lessons/lstm');
  await expect(page.locator('.notation-textbook').first()).toBeVisible();
  await expect(page.locator('.notation-ng:visible')).toHaveCount(0);
  await settings(page);
  await radio(page, 'settings.notation-ng').check();
  await page.goBack();
  await expect(page.locator('.notation-ng').first()).toBeVisible();
  await expect(page.locator('.notation-textbook:visible')).toHaveCount(0);
});

test.describe('where networks train', () => {
  const badge = (page: Page) =>
    page.getByRole('banner').getByRole('button', { name: /^(WebGPU|WASM|TypeScript)/ });

  for (const [tier, name] of [
    ['wasm', 'WASM'],
    ['js', 'TypeScript'],
  ] as const) {
    test(`is chosen in the settings; the badge says that it was chosen: ${name}`, async ({ page }) => {
      await page.goto('/en/settings');
      await radio(page, `settings.backend-${tier}`).check();
      await home(page);
      await expect(badge(page)).toContainText(name);
      await badge(page).click();
      await expect(page.getByRole('dialog', { name })).toContainText(say('tier.why.pinned'));
    });
  }

  test('is found by itself when nobody chooses, and the badge says why', async ({ page }) => {
    await page.goto('/en/');
    await badge(page).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('dialog')).not.toContainText(say('tier.why.pinned'));
  });

  test('an address that asks for a tier goes first, and the page says so', async ({ page }) => {
    await page.goto('/en/settings');
    await radio(page, 'settings.backend-webgpu').check();
    await expect(page.getByText(/This page’s address asks for/)).toHaveCount(0);
    await page.goto('/en/settings?backend=js');
    await expect(page.getByText(/This page’s address asks for TypeScript/)).toBeVisible();
    await home(page);
    await expect(page).toHaveURL('/en/?backend=js');
    await expect(badge(page)).toContainText('TypeScript');
  });
});

test.describe('motion', () => {
  test('less of it stops every transition', async ({ page }) => {
    await page.goto('/en/settings');
    await radio(page, 'settings.motion-reduce').check();
    await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduce');
    await page.reload();
    await expect(radio(page, 'settings.motion-reduce')).toBeChecked();
    await home(page);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter((style) => /[1-9]/.test(style.transitionDuration) || /[1-9]/.test(style.animationDuration)),
    );
    expect(moving).toEqual([]);
  });
});

test.describe('progress', () => {
  test('is counted, exported, kept on second thought, and forgotten when that is meant', async ({ page }) => {
    await page.goto('/en/settings');
    await expect(page.getByText(/^No lesson opened yet\./)).toBeVisible();
    await page.goto('/en/lessons/lstm');
    await expect(page.locator('h1')).toBeVisible();
    await settings(page);
    await expect(page.getByText(/^1 lesson opened\./)).toBeVisible();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: say('settings.export') }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('unrolled-progress.json');
    expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toEqual({
      product: 'unrolled',
      kind: 'progress',
      version: 1,
      lessons: { lstm: { passed: [], finished: false } },
    });

    const forget = page.getByRole('button', { name: say('settings.reset'), exact: true });
    await forget.click();
    await page.getByRole('button', { name: say('settings.reset-no') }).click();
    await expect(page.getByText(/^1 lesson opened\./)).toBeVisible();
    await forget.click();
    await page.getByRole('button', { name: say('settings.reset-yes') }).click();
    await expect(page.getByRole('status').filter({ hasText: say('settings.reset-done') })).toBeVisible();
    await page.reload();
    await expect(page.getByText(/^No lesson opened yet\./)).toBeVisible();
  });

  test('the questions of a reset can be answered by keyboard alone', async ({ page }) => {
    await page.goto('/en/settings');
    await page.getByRole('button', { name: say('settings.reset'), exact: true }).focus();
    await page.keyboard.press('Enter');
    // The button that was pressed is gone: the focus must have gone to the question, not to the top of the page.
    await expect(page.getByRole('button', { name: say('settings.reset-no') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: say('settings.reset'), exact: true })).toBeFocused();
  });
});
