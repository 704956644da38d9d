import { pointMapMessages } from '../src/i18n/messages/point-map.ts';
import { translate } from '../src/i18n/translate.ts';
import { expect, test } from './support.ts';

const say = (code: keyof typeof pointMapMessages.en, values = {}) =>
  translate('en', code, values, pointMapMessages);

test.use({ reducedMotion: 'reduce' });

test('a map of points is zoomed, walked, selected from and lassoed by keys, and its table says what is in sight', async ({
  page,
}) => {
  await page.goto('/en/gallery/point-map-chinese');
  const map = page.getByRole('application', { name: '字的地图' });
  const open = page.getByRole('button', { name: say('pmap.table') });
  const table = page.getByRole('region', { name: say('pmap.table') });
  const words = table.getByRole('rowheader');
  const look = async () => {
    if (await table.isVisible()) await open.click();
    await open.click();
    return words.allTextContents();
  };
  const all = await look();
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(80);
  await expect(table.getByRole('columnheader').nth(1)).toHaveText('x');

  await map.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
  const fewer = await look();
  expect(fewer.length).toBeLessThan(all.length);
  expect(all).toEqual(expect.arrayContaining(fewer));
  await map.focus();
  await page.keyboard.press('0');
  expect(await look()).toHaveLength(all.length);

  await map.focus();
  await page.keyboard.press('ArrowRight');
  const said = page.locator('main [role="status"]').filter({ hasText: /\S/ });
  const first = await said.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(said).not.toHaveText(first ?? '');
  const second = (await said.textContent()) ?? '';
  await page.keyboard.press('Enter');
  expect((await look())[0]).toBe(second);
  await expect(table.getByRole('row').nth(1)).toContainText(say('pmap.is-selected'));

  await page.getByRole('button', { name: say('pmap.lasso'), exact: true }).click();
  await page.getByRole('button', { name: say('pmap.lasso-all') }).click();
  const held =
    (await page
      .locator('main p', { hasText: all[0] ?? '' })
      .last()
      .textContent()) ?? '';
  expect(new Set(held.split(' '))).toEqual(new Set(all));

  // The wheel alone scrolls the page; with Ctrl it zooms about the pointer.
  await map.hover();
  await page.mouse.wheel(0, 120);
  await expect(page.getByText(say('pmap.wheel'))).toBeVisible();
  expect(await look()).toHaveLength(all.length);
  await map.hover();
  await page.keyboard.down('Control');
  for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await look()).length).toBeLessThan(all.length);
});
