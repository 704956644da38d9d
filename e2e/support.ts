import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { loadLanguages } from '../src/i18n/language.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { translate } from '../src/i18n/translate.ts';
import { withEmptyFormulas } from './formula-boxes.ts';
import { layoutProblems } from './layout-problems.ts';

// Tests compare with what every page says, in all languages.
await loadLanguages();

/** Ends the name of a test that only `npm run test:deep` runs: one of several that look at the same thing. */
export const rarely = (isRare: boolean): string => (isRare ? ' @deep' : '');

interface Watch {
  /** What a test that breaks something on purpose makes the browser log. */
  readonly expectedErrors: RegExp;
  readonly quietConsole: undefined;
  readonly ownRequests: undefined;
}

/** Every test fails when the page logs an error or throws, or asks another machine for anything. */
export const test = base.extend<Watch>({
  expectedErrors: [/(?!)/, { option: true }],
  quietConsole: [
    async ({ page, expectedErrors }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(String(error)));
      await use(undefined);
      const unexpected = problems.filter((problem) => !expectedErrors.test(problem));
      expect(unexpected, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  ownRequests: [
    async ({ context, baseURL }, use) => {
      const foreign: string[] = [];
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && origin !== baseURL) foreign.push(request.url());
      });
      await use(undefined);
      expect(foreign, 'requests that left this machine').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/**
 * No frames here: one page does (legacy mode). The boxes of a formula are hidden from whoever listens, and coloured by the tokens
 * whose contrast a unit test checks, like SVG text; in a lesson they are most of the page, and of axe's time. So are the thousands
 * of tokens of a coloured passage: parts of a slider, in black or white on fills that the palette's test goes through.
 */
function axe(page: Page, scope: string, runOnly?: string[]) {
  const options = { resultTypes: ['violations' as const], ...(runOnly && { runOnly }) };
  const builder = new AxeBuilder({ page }).include(scope).exclude('.katex-base').exclude('[data-chunk]');
  return withEmptyFormulas(page, () => builder.setLegacyMode().options(options).analyze());
}

/** axe finds nothing. */
export async function expectAccessible(page: Page, scope = 'body'): Promise<void> {
  const { violations } = await axe(page, scope);
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

/** Nothing makes the page scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Of all rules of axe only contrast depends on the theme. */
export async function expectContrast(page: Page, scope = 'body'): Promise<void> {
  const { violations } = await axe(page, scope, ['color-contrast']);
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 160)))).toEqual([]);
}

/** At this width nothing overlaps, is cut off or scrolls the page sideways; figures may take a frame to follow a new width. */
export async function expectLaidOut(page: Page, width: number, scope = 'main'): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expect.poll(() => layoutProblems(page, scope), { message: `layout at ${width} px` }).toEqual([]);
}

/** Opens the table of numbers of these figures. */
export async function openTables(page: Page, locale: Locale, figures: readonly string[]): Promise<void> {
  const name = translate(locale, 'figure.table');
  for (const id of figures) await page.locator(`figure#${id}`).getByRole('button', { name }).click();
}

const look = (page: Page, colorScheme: 'light' | 'dark') =>
  page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });

/**
 * Declares the tests that close every page's spec. One load a language: English from wide to narrow, in light, then axe; Chinese
 * narrow, in dark. Chinese wide, the middle width, axe in Chinese and in the dark are for the deep suite.
 * @param open goes to the page, and ends when its figures are drawn; it must not set width or theme
 * @param unfold opens what is shut at first: tables, set-up, another state of a figure
 * @param options `isChineseRare`: a page that has long stood is looked at in Chinese by the deep suite alone
 */
export function testLooks<Opened>(
  open: (page: Page, locale: Locale) => Promise<Opened>,
  unfold: (opened: Opened, locale: Locale) => Promise<void>,
  { isChineseRare = false }: { readonly isChineseRare?: boolean } = {},
): void {
  for (const [locale, theme, widths] of [
    ['en', 'light', [1440, 360]],
    ['zh', 'dark', [360, 1440]],
  ] as const) {
    const opened = async (page: Page, width: number) => {
      test.setTimeout(240_000);
      await look(page, theme);
      await page.setViewportSize({ width, height: 900 });
      const result = await open(page, locale);
      await page.evaluate(() => document.fonts.ready);
      await expectLaidOut(page, width);
      await unfold(result, locale);
      await expectLaidOut(page, width);
    };

    test(`nothing overlaps or is cut off at ${widths.join(' and ')}, ${locale}, ${theme}${rarely(isChineseRare && locale === 'zh')}`, async ({
      page,
    }) => {
      await opened(page, widths[0]);
      // What is laid out at 360 px in Chinese and at 1440 in English has room at 1440 in Chinese.
      if (locale === 'en' || process.env.DEEP) await expectLaidOut(page, widths[1]);
      if (locale !== 'en') return;
      await expectAccessible(page);
      // Every pair of tokens is held to its contrast in both themes by a unit test.
      if (!process.env.DEEP) return;
      await look(page, 'dark');
      await expectContrast(page);
    });

    test(`nothing overlaps or is cut off at 768, ${locale}, ${theme}${rarely(true)}`, async ({ page }) => {
      await opened(page, 768);
      await expectAccessible(page);
    });
  }
}
