import { layoutProblems } from './layout-problems.ts';
import { open } from './lessonBptt.ts';
import { expect, expectAccessible, rarely, test } from './support.ts';

test.use({ reducedMotion: 'reduce' });

for (const locale of ['en', 'zh'] as const) {
  test(`axe finds nothing, ${locale}`, async ({ page }) => {
    test.setTimeout(180_000);
    const lesson = await open(page, { locale });
    await lesson.through.getByRole('button', { name: lesson.say('bptt.setup') }).click();
    for (const figure of [lesson.through, lesson.sums, lesson.check, lesson.cost]) {
      await figure.getByRole('button', { name: lesson.say('figure.table') }).click();
    }
    await expectAccessible(page);
  });

  for (const width of [1440, 768, 360]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`nothing overlaps or is cut off at ${width}, ${locale}, ${colorScheme}${rarely(width === 768 || (locale === 'en') === (colorScheme === 'dark'))}`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        const lesson = await open(page, { locale });
        await lesson.cost.scrollIntoViewIfNeeded();
        await expect(lesson.cost.getByTestId('recall-result')).toHaveAttribute('data-done', 'true', {
          timeout: 60_000,
        });
        expect(await layoutProblems(page)).toEqual([]);
      });
    }
  }
}
