import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** Every test fails when the page logs an error or throws. */
export const test = base.extend<{ readonly quietConsole: undefined }>({
  quietConsole: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(String(error)));
      await use(undefined);
      expect(problems, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** axe finds nothing. SVG text's contrast is checked by a unit test over the tokens. */
export async function expectAccessible(page: Page, scope = 'body'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(scope).analyze();
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
