import type { Page } from '@playwright/test';
import { translate } from '../src/i18n/translate.ts';
import { layoutProblems } from './layout-problems.ts';
import { expect, expectAccessible, expectContrast, rarely, test } from './support.ts';

type Locale = 'en' | 'zh';

/** The ids that the gallery lists: a state that is not listed cannot be found by a reader either. */
async function openIndex(page: Page, locale: Locale): Promise<readonly string[]> {
  await page.goto(`/${locale}/gallery`);
  const ids = page.locator('main li code');
  await expect(ids.first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  return ids.allTextContents();
}

/** The next state without loading the page again: it is the component that is tested, a hundred times. */
async function openState(page: Page, locale: Locale, id: string): Promise<void> {
  await page.evaluate((path) => history.pushState(null, '', path), `/${locale}/gallery/${id}`);
  await page.locator(`[data-gallery-state="${id}"]`).waitFor();
  // Widths are measured by an observer, canvases drawn in the frame after it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const WALKS = [
  { width: 1440, scheme: 'light', locale: 'en', judge: expectAccessible, isRare: false },
  { width: 1440, scheme: 'dark', locale: 'zh', judge: expectContrast, isRare: true },
  { width: 360, scheme: 'light', locale: 'en', judge: null, isRare: true },
  { width: 360, scheme: 'dark', locale: 'zh', judge: null, isRare: false },
] as const;

for (const { width, scheme, locale, judge, isRare } of WALKS) {
  test.describe(`every state of the gallery, ${width} px, ${scheme}, ${locale}`, () => {
    // A button that has just become usable is judged in its colours, not between two.
    test.use({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' });

    test(`is drawn without a fault${rarely(isRare)}`, async ({ page }) => {
      test.setTimeout(process.env.DEEP ? 600_000 : 180_000);
      const ids = await openIndex(page, locale);
      expect(ids.length).toBeGreaterThan(40);
      expect(new Set(ids).size).toBe(ids.length);
      const faults: string[] = [];
      for (const [place, id] of ids.entries()) {
        await openState(page, locale, id);
        faults.push(...(await layoutProblems(page)).map((fault) => `${id}: ${fault}`));
        // axe takes three quarters of the walk; lessons and labs are judged by it as well. The deep suite judges every state.
        const isJudged = process.env.DEEP || place % 6 === 0;
        if (judge && isJudged) await test.step(`axe: ${id}`, () => judge(page, 'main'));
      }
      expect(faults).toEqual([]);
    });
  });
}

test.describe('the gallery', () => {
  test('leads from its list to each state, in the language of the page', async ({ page }) => {
    const [first] = await openIndex(page, 'zh');
    await page.locator('main li a').first().click();
    await expect(page).toHaveURL(`/zh/gallery/${first}`);
    await expect(page.locator(`[data-gallery-state="${first}"]`)).toBeVisible();
  });

  test('says when there is no such state', async ({ page }) => {
    await page.goto('/en/gallery/no-such-state');
    await expect(page.getByRole('alert')).toContainText('no-such-state');
  });

  test('keeps its promise at each zoom: nothing overlaps when the net is fitted or enlarged', async ({
    page,
  }) => {
    await page.goto('/en/gallery/forty-steps');
    const zoom = page.locator('[data-gallery-state] button');
    await expect(zoom.first()).toBeVisible();
    for (const button of await zoom.all()) {
      await button.click();
      expect(await layoutProblems(page)).toEqual([]);
    }
  });

  test('zooms by ctrl and wheel, once a pointer is there, and by buttons before', async ({ page }) => {
    await page.goto('/en/gallery/forty-steps');
    const net = page.locator('svg[role=grid]');
    const width = () => net.evaluate((svg) => svg.getBoundingClientRect().width);
    await net.waitFor();
    const plain = await width();
    await page.getByRole('button', { name: translate('en', 'figure.zoomIn') }).press('Enter');
    await expect.poll(width).toBeGreaterThan(plain);
    const enlarged = await width();
    await net.hover({ position: { x: 200, y: 100 } });
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /zoomGestures/.test(name)),
    );
    await page.keyboard.down('Control');
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 60);
        return width();
      })
      .toBeLessThan(enlarged);
    await page.keyboard.up('Control');
  });
});

/** The checker itself must be able to fail: each plant is one thing that it promises to report. */
const PLANTS = [
  {
    name: 'a label on another',
    fault: /“planted” and “.*” overlap|“.*” and “planted” overlap/,
    plant: () => {
      const label = document.querySelector('svg[role=grid] [role=rowheader] text');
      const copy = label?.cloneNode(true) as Element;
      copy.textContent = 'planted';
      label?.after(copy);
    },
  },
  {
    name: 'a page that is too wide',
    fault: /scrolls \d+ px sideways/,
    plant: () => document.querySelector('main h1')?.setAttribute('style', 'width: 2000px'),
  },
  {
    name: 'a text that is cut off',
    fault: /“a sentence too long for its box” is cut off/,
    plant: () => {
      const box = document.createElement('div');
      box.setAttribute('style', 'width: 40px; overflow: hidden; white-space: nowrap');
      box.textContent = 'a sentence too long for its box';
      document.querySelector('main h1')?.after(box);
    },
  },
  {
    name: 'a label outside its drawing',
    fault: /“t=1” is cut off/,
    plant: () =>
      document.querySelector('svg[role=grid] [role=rowheader] text + text')?.setAttribute('y', '9999'),
  },
  {
    name: 'a number wider than its shape',
    fault: /“-123456789\.0123” leaves its (rect|circle)/,
    plant: () => {
      const number = document.querySelector('svg [role=gridcell] text');
      if (number) number.textContent = '-123456789.0123';
    },
  },
  {
    name: 'a control over another',
    fault: /button “planted” and .* lie on one another/,
    plant: () => {
      const other = document.querySelector('main button');
      const button = document.createElement('button');
      button.textContent = 'planted';
      button.setAttribute('style', 'position: absolute');
      other?.parentElement?.insertBefore(button, other);
    },
  },
] as const;

test('the layout checker reports what is planted, and nothing before', async ({ page }) => {
  for (const { name, fault, plant } of PLANTS) {
    await test.step(name, async () => {
      await page.goto('/en/gallery/lstm');
      await page.locator('svg[role=grid]').waitFor();
      expect(await layoutProblems(page)).toEqual([]);
      await page.evaluate(plant);
      expect((await layoutProblems(page)).join('\n')).toMatch(fault);
    });
  }
});
