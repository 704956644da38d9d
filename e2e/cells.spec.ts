import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './support.ts';

/** What the reader is told of the token that is pointed at: its place and the unit's value there. */
async function pointed(page: Page): Promise<{ readonly t: number; readonly value: number }> {
  const said = (await page.getByTestId('cells-readout').textContent()) ?? '';
  const [, t, value] = /^t=(\d+) .* = ([+−-]?[\d.]+)/u.exec(said) ?? [];
  return { t: Number(t), value: Number(value?.replace('−', '-')) };
}

/** Values in line with the columns of the opened span. */
const laneValues = (lane: Locator): Promise<readonly number[]> =>
  lane
    .locator('rect + text')
    .allTextContents()
    .then((texts) => texts.map((text) => Number(text.replace('−', '-'))));

const token = (page: Page, t: number): Locator => page.locator(`[data-t="${t - 1}"]`);

test.describe('cell search', () => {
  test('finds the planted unit, follows pointer and keys, and opens the gates behind what is coloured', async ({
    page,
  }) => {
    await page.goto('/en/gallery/cells-quotes');
    const panel = page.locator('[data-cells]');
    const passage = panel.getByRole('slider', { name: /Passage coloured by unit 1 of layer 1/ });
    const detail = panel.getByRole('region', { name: 'Arithmetic of the selected box of the span' });
    await expect(passage).toBeVisible();

    await test.step('quotations are found, better than by chance, and coloured from mark to mark', async () => {
      const row = panel.getByRole('row', { name: /inside quotation marks/ });
      const [r = 0, chance = 1] = (await row.getByRole('cell').allTextContents()).slice(1).map(Number);
      expect(r).toBeGreaterThan(0.95);
      expect(chance).toBeLessThan(0.8);
      const texts = await passage.locator('[data-t]').allTextContents();
      const open = texts.indexOf('“') + 1;
      const close = texts.indexOf('”') + 1;
      await token(page, open + 3).hover();
      expect((await pointed(page)).value).toBeGreaterThan(0.5);
      await token(page, close + 3).hover();
      expect((await pointed(page)).value).toBeLessThan(-0.5);
    });

    await test.step('a drag opens a span, of which each value is the one that is coloured', async () => {
      await token(page, 30).hover();
      await page.mouse.down();
      await token(page, 33).hover();
      await token(page, 36).hover();
      await page.mouse.up();
      await expect(panel.getByText('tokens 30 to 36', { exact: false })).toBeVisible();
      const lane = panel.getByRole('img', { name: /tanh c of unit 1, layer 1/ });
      const values = await laneValues(lane);
      expect(values).toHaveLength(7);
      // The pointer still rests on the last token; the keys count from the first.
      await passage.focus();
      await page.keyboard.press('ArrowLeft');
      for (const [i, value] of values.entries()) {
        await page.keyboard.press('ArrowRight');
        const here = await pointed(page);
        expect(here.t).toBe(30 + i);
        expect(Math.abs(here.value - value)).toBeLessThan(0.0051);
        await expect(detail).toContainText(`cell state · t=${30 + i} “`);
      }
    });

    await test.step('keys select, a box of the net says its arithmetic', async () => {
      await page.keyboard.press('Home');
      for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
      await expect(panel.getByText('tokens 1 to 5', { exact: false })).toBeVisible();
      await expect(panel.getByText('where the state is zero', { exact: false })).toBeVisible();
      await panel.getByRole('gridcell', { name: /forget.*t=2/i }).click();
      await expect(detail).toContainText('forget gate · t=2 “');
      expect((await pointed(page)).t).toBe(2);
    });

    await test.step('another unit, and what it follows', async () => {
      await panel.getByText('This unit', { exact: true }).click();
      await expect(panel.getByRole('table', { name: /What unit 1 of layer 1 follows/ })).toBeVisible();
      await panel.getByText('Closest units', { exact: true }).click();
      await panel
        .getByRole('button', { name: 'layer 1, unit 5' })
        .or(panel.getByRole('row').nth(3).getByRole('button'))
        .first()
        .click();
      await expect(panel.getByRole('slider', { name: /Passage coloured by unit (?!1 )/ })).toBeVisible();
      await panel.getByText('Surprise', { exact: true }).click();
      await expect(panel.getByText(/Expected before t=2 /)).toBeVisible();
      await expectAccessible(page, 'main');
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);
    });
  });
});
