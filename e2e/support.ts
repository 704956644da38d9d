import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { loadLanguages } from '../src/i18n/language.ts';

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

/** axe finds nothing. SVG text's contrast is checked by a unit test over the tokens. No frames here: one page does (legacy mode). */
export async function expectAccessible(page: Page, scope = 'body'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(scope)
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
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
