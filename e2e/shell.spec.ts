import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { LANGUAGE_TAG, LOCALES, type Locale } from '../src/i18n/locale.ts';
import { translate } from '../src/i18n/translate.ts';
import { PLANNED_SLUGS } from '../src/lessons/schema.ts';
import { layoutProblems } from './layout-problems.ts';
import { expect, expectAccessible, expectContrast, expectLaidOut, rarely, test } from './support.ts';

const PAGES = [
  { name: 'home', path: '' },
  { name: 'lesson', path: 'lessons/lstm' },
  { name: 'settings', path: 'settings' },
  { name: 'gallery', path: 'gallery' },
  { name: 'missing', path: 'nowhere/at/all' },
] as const;

/** The page's own heading has taken the place of what is there while it is fetched. */
async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByText(/^(Loading …|正在加载……)$/)).toHaveCount(0);
}

/** The page is there when its heading and every part that is fetched for it are. */
async function open(page: Page, path: string): Promise<void> {
  await arrive(page, path);
  if (/\/(en|zh)\/$/.test(path))
    await expect(page.locator('figure [role=gridcell] text').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** A lesson that is in the plan and not written yet. */
const PLANNED =
  Object.keys(PLANNED_SLUGS).find(
    (slug) => !existsSync(new URL(`../src/lessons/${slug}/lesson.ts`, import.meta.url)),
  ) ?? 'none';

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const DARK = 'rgb(19, 22, 30)';
const LIGHT = 'rgb(251, 250, 247)';

for (const locale of LOCALES) {
  for (const { name, path } of PAGES) {
    test(`${name}, ${locale}: head, outline, no fault at any width${name === 'lesson' ? '' : ', axe'}${rarely(name === 'lesson' || (locale === 'zh' && name !== 'settings'))}`, async ({
      page,
    }) => {
      await open(page, `/${locale}/${path}`);
      await expect(page.locator('h1')).toHaveCount(1);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(LANGUAGE_TAG[locale]);
      await expect(page).toHaveTitle(/.+Unrolled|^Unrolled.+/);
      const description = await page.locator('meta[name=description]').getAttribute('content');
      expect(description?.length ?? 0).toBeGreaterThan(15);
      // A lesson's own spec has axe go through it, with everything open.
      if (name !== 'lesson') await expectAccessible(page);
      for (const width of [1440, 768, 360]) await expectLaidOut(page, width, 'body');
      if (name === 'lesson' || locale === 'en') return;
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await paper(page)).toBe(DARK);
      await expectContrast(page);
    });
  }
}

test('each page has a title and a description of its own', async ({ page }) => {
  const heads: string[] = [];
  for (const locale of LOCALES) {
    for (const { path } of PAGES) {
      await arrive(page, `/${locale}/${path}`);
      const description = await page.locator('meta[name=description]').getAttribute('content');
      heads.push(`${await page.title()} / ${path === 'nowhere/at/all' ? '' : description}`);
    }
  }
  expect(new Set(heads).size).toBe(heads.length);
});

test.describe('language', () => {
  const switchTo = (page: Page, locale: Locale) =>
    page
      .getByRole('banner')
      .getByRole('link', { name: locale === 'en' ? 'English' : '中文' })
      .click();

  test('the switch keeps path, query and fragment, and is remembered', async ({ page }) => {
    await open(page, '/en/settings?backend=js#kept=1');
    await switchTo(page, 'zh');
    await expect(page).toHaveURL('/zh/settings?backend=js#kept=1');
    await expect(page.locator('h1')).toHaveText(translate('zh', 'settings.title'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await page.goto('/?backend=js');
    await expect(page).toHaveURL('/zh/?backend=js');
    await switchTo(page, 'en');
    await page.goto('/');
    await expect(page).toHaveURL('/en/');
  });

  for (const [browser, expected] of [
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
  ] as const) {
    test.describe(`a browser that speaks ${browser}`, () => {
      test.use({ locale: browser });
      test(`first meets ${expected}`, async ({ page }) => {
        await page.goto('/#kept=1');
        await expect(page).toHaveURL(`/${expected}/#kept=1`);
        await page.goto('/nowhere');
        await expect(page.locator('h1')).toHaveText(translate(expected, 'page.missing-title'));
      });
    });
  }

  test.describe('an address that names a language', () => {
    test.use({ locale: 'zh-CN' });
    test('goes before the browser', async ({ page }) => {
      await open(page, '/en/settings');
      await expect(page.locator('h1')).toHaveText(translate('en', 'settings.title'));
    });
  });
});

test.describe('theme', () => {
  test('the toggle changes it and is remembered', async ({ page }) => {
    await open(page, '/en/settings');
    expect(await paper(page)).toBe(LIGHT);
    await page.getByRole('button', { name: translate('en', 'shell.theme-to-dark') }).click();
    expect(await paper(page)).toBe(DARK);
    await page.reload();
    await expect(page.getByRole('button', { name: translate('en', 'shell.theme-to-light') })).toBeVisible();
    expect(await paper(page)).toBe(DARK);
  });

  test('is there before any script of the page has come: no flash', async ({ page }) => {
    await page.addInitScript(() =>
      localStorage.setItem('unrolled.settings', JSON.stringify({ state: { theme: 'dark' }, version: 1 })),
    );
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/en/settings', { waitUntil: 'commit' });
    await expect(page.locator('#root')).toBeAttached();
    await expect.poll(() => paper(page)).toBe(DARK);
    expect(await theme(page)).toBe('dark');
    await expect(page.locator('h1')).toHaveCount(0);
    letGo();
    await expect(page.locator('h1')).toBeVisible();
    expect(await paper(page)).toBe(DARK);
  });

  test.describe('with a dark system', () => {
    test.use({ colorScheme: 'dark' });
    test('follows it until light is chosen', async ({ page }) => {
      await open(page, '/en/settings');
      expect(await paper(page)).toBe(DARK);
      await page.getByRole('radio', { name: translate('en', 'settings.theme-light') }).check();
      expect(await paper(page)).toBe(LIGHT);
      const system = page.getByRole('radio', { name: translate('en', 'settings.theme-system') });
      await page
        .getByRole('group', { name: translate('en', 'settings.theme') })
        .and(page.locator('fieldset'))
        .locator(system)
        .check();
      expect(await paper(page)).toBe(DARK);
    });
  });
});

test.describe('keyboard', () => {
  test('the first Tab offers to skip to the content; the drawer keeps the focus, gives it back, leads to a lesson', async ({
    page,
  }) => {
    await open(page, '/en/settings#kept=1');
    await test.step('the first Tab offers to skip to the content', async () => {
      await page.keyboard.press('Tab');
      const skip = page.getByText(translate('en', 'shell.skip'));
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page.locator('main')).toBeFocused();
      await expect(page).toHaveURL(/#kept=1$/);
      await page.keyboard.press('Tab');
      await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
    });
    await test.step('the drawer opens, keeps the focus, closes on Escape and gives the focus back', async () => {
      const opener = page.getByRole('button', { name: translate('en', 'shell.menu-open') });
      const drawer = page.getByRole('dialog', { name: translate('en', 'shell.menu') });
      await opener.focus();
      await page.keyboard.press('Enter');
      await expect(drawer).toBeVisible();
      for (let press = 0; press < 8; press += 1) {
        await page.keyboard.press('Tab');
        const outside = await page.evaluate(() => {
          const at = document.activeElement;
          return at !== document.body && !at?.closest('dialog');
        });
        expect(outside, `after ${press + 1} times Tab`).toBe(false);
      }
      await expectAccessible(page, 'dialog[open]');
      await page.keyboard.press('Escape');
      await expect(drawer).toBeHidden();
      await expect(opener).toBeFocused();
    });
    await test.step('from the drawer to a lesson, and on from its heading', async () => {
      await page.getByRole('button', { name: translate('en', 'shell.menu-open') }).focus();
      await page.keyboard.press('Enter');
      const link = page.getByRole('dialog').getByRole('link').first();
      await expect(link).toBeVisible();
      for (let press = 0; press < 4; press += 1) {
        if (await link.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await expect(link).toBeFocused();
      const address = (await link.getAttribute('href')) ?? '';
      expect(address).toMatch(/^\/en\/lessons\/[a-z0-9-]+$/);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(address);
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.locator('h1')).toBeFocused();
      await expect(page.locator('nav a[aria-current=page]:visible')).toHaveCount(1);
    });
  });

  test('a click beside the drawer closes it', async ({ page }) => {
    await open(page, '/zh/settings');
    await page.getByRole('button', { name: translate('zh', 'shell.menu-open') }).click();
    const drawer = page.getByRole('dialog', { name: translate('zh', 'shell.menu') });
    await expect(drawer).toBeVisible();
    await page.mouse.click(1300, 500);
    await expect(drawer).toBeHidden();
  });
});

test.describe('what there is not', () => {
  for (const locale of LOCALES) {
    test(`is said in ${locale}, with a way home`, async ({ page }) => {
      for (const path of ['nowhere', 'lessons/nothing', `lessons/${PLANNED}`, 'lessons', 'settings/more']) {
        await arrive(page, `/${locale}/${path}`);
        await expect(page.locator('h1')).toHaveText(translate(locale, 'page.missing-title'));
        await expect(page.getByText(`/${locale}/${path}`)).toBeVisible();
      }
      await page.getByRole('main').getByRole('link').click();
      await expect(page).toHaveURL(`/${locale}/`);
    });
  }

  test('an address is shown as text, whatever it is', async ({ page }) => {
    await open(page, `/en/${encodeURIComponent('<img src=x onerror="document.title=1">')}`);
    await expect(page.locator('main img')).toHaveCount(0);
    // No server lets an address through that is no proper encoding; within the page it can come about.
    await page.evaluate(() => history.pushState(null, '', '/zh/lessons/%E0%A4%A'));
    await expect(page.locator('h1')).toHaveText(translate('zh', 'page.missing-title'));
  });
});

test.describe('what storage may hold', () => {
  const store = (page: Page, key: string, value: string) =>
    page.addInitScript(([name, text]) => localStorage.setItem(name ?? '', text ?? ''), [key, value] as const);

  test('progress that cannot be read is given up with a word', async ({ page }) => {
    await open(page, '/en/settings');
    for (const broken of [
      '{',
      'null',
      '[]',
      '{"state":{"lessons":7}}',
      '{"state":{"lessons":{"lstm":1}},"version":1}',
    ]) {
      await page.evaluate((text) => {
        for (const key of ['unrolled.progress', 'unrolled.settings']) localStorage.setItem(key, text);
      }, broken);
      await open(page, '/en/settings');
      const notice = page.getByText(translate('en', 'shell.progress-reset'));
      await expect(notice, broken).toBeVisible();
      expect(await layoutProblems(page, 'body')).toEqual([]);
      await page.getByRole('button', { name: translate('en', 'shell.dismiss') }).click();
      await expect(notice).toBeHidden();
    }
  });

  test('settings of another hand fall back one by one', async ({ page }) => {
    await store(
      page,
      'unrolled.settings',
      '{"state":{"theme":"dark","notation":"runes","backend":7},"version":99}',
    );
    await open(page, '/en/settings');
    expect(await paper(page)).toBe(DARK);
    await expect(page.getByRole('radio', { name: translate('en', 'settings.notation-ng') })).toBeChecked();
    await expect(page.getByRole('radio', { name: translate('en', 'settings.backend-auto') })).toBeChecked();
  });

  test('a browser that forbids storage still has every page', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await open(page, '/en/settings');
    await page.getByRole('radio', { name: translate('en', 'settings.theme-dark') }).check();
    expect(await paper(page)).toBe(DARK);
  });
});

test.describe('a part that cannot be fetched', () => {
  test.use({ expectedErrors: /Failed to load resource|Failed to fetch dynamically imported module/ });

  test('the home figure: the rest of the page stays, and it can be tried again', async ({ page }) => {
    await page.route(/HomeFigure-.*\.js$/, (route) => route.abort());
    await page.goto('/en/');
    const panel = page.getByRole('alert');
    await expect(panel).toContainText(translate('en', 'error.chunk'));
    await expect(page.locator('h1')).toHaveText(translate('en', 'home.headline'));
    await expect(page.getByRole('heading', { name: translate('en', 'home.lessons') })).toBeVisible();
    expect(await layoutProblems(page, 'body')).toEqual([]);
    await expectAccessible(page);
    await page.unroute(/HomeFigure-.*\.js$/);
    await panel.getByRole('button', { name: translate('en', 'error.retry') }).click();
    await expect(page.locator('figure svg[role=grid]')).toBeVisible();
    await expect(panel).toHaveCount(0);
  });

  test('a lesson: the shell stays, in the reader’s language', async ({ page }) => {
    await page.route(/lesson-lstm-zh-.*\.js$/, (route) => route.abort());
    await page.goto('/zh/lessons/lstm');
    const panel = page.getByRole('alert');
    await expect(panel).toContainText(translate('zh', 'error.chunk'));
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page.locator('h1')).toHaveCount(1);
    await page.unroute(/lesson-lstm-zh-.*\.js$/);
    await panel.getByRole('button', { name: translate('zh', 'error.retry') }).click();
    await expect(page.locator('.prose p').first()).toBeVisible();
  });
});
