import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { progressMessages } from '../src/i18n/messages/progress.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { expect, expectAccessible, test } from './support.ts';

const say = (code: MessageCode | keyof (typeof progressMessages)['en'], values?: MessageValues) =>
  translate('en', code, values, progressMessages);

const fileOf = (lessons: unknown, changes: object = {}): string =>
  JSON.stringify({ product: 'unrolled', kind: 'progress', version: 1, lessons, ...changes });

/** Hands the page a file, as a reader does who chooses one. */
async function importFile(page: Page, name: string, content: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: say('settings.import'), exact: true }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

const outcome = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const export_ = async (page: Page): Promise<unknown> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('settings.export') }).click(),
  ]);
  return JSON.parse(await readFile(await file.path(), 'utf8')).lessons;
};

test('a progress from elsewhere is added to this one, and shown on the home page', async ({ page }) => {
  await page.goto('/en/settings');
  const first = { lstm: { passed: ['new-cell', 'torch-rows'], finished: false } };
  await importFile(page, 'laptop.json', fileOf(first));
  await expect(
    outcome(page, say('settings.import-done', { name: 'laptop.json', lessons: 1, checkpoints: 2 })),
  ).toBeVisible();
  const second = { lstm: { passed: ['keep-cell', 'new-cell'], finished: true } };
  await importFile(page, 'school.json', fileOf(second));
  await expect(
    outcome(page, say('settings.import-done', { name: 'school.json', lessons: 0, checkpoints: 1 })),
  ).toBeVisible();
  await page.reload();
  expect(await export_(page)).toEqual({
    lstm: { passed: ['new-cell', 'torch-rows', 'keep-cell'], finished: true },
  });
  await page.goto('/en/');
  await expect(page.getByText(say('home.checkpoints', { passed: 3, count: 4 }))).toBeVisible();
  await page.getByRole('link', { name: say('home.progress-link') }).click();
  await expect(page.getByRole('heading', { name: say('settings.progress') })).toBeVisible();
});

test('a wrong file says what was expected, and nothing is lost', async ({ page }) => {
  await page.goto('/en/settings');
  const mine = { lstm: { passed: ['new-cell'], finished: false } };
  await importFile(page, 'mine.json', fileOf(mine));
  for (const [name, content, fault] of [
    ['notes.txt', 'no json at all', say('settings.import-not-json')],
    ['figure.json', fileOf(null, { kind: 'figure' }), say('settings.import-other', { found: 'figure' })],
    ['later.json', fileOf({}, { version: 9 }), say('settings.import-newer', { found: '9' })],
  ] as const) {
    await importFile(page, name, content);
    await expect(outcome(page, say('settings.import-refused', { name }))).toContainText(fault);
  }
  await expectAccessible(page, 'main');
  expect(await export_(page)).toEqual(mine);
});
