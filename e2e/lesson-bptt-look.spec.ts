import { open } from './lessonBptt.ts';
import { expect, openTables, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

testLooks(
  async (page, locale) => {
    const lesson = await open(page, { locale });
    await lesson.cost.scrollIntoViewIfNeeded();
    const result = lesson.cost.getByTestId('recall-result');
    await expect(result).toHaveAttribute('data-done', 'true', { timeout: 60_000 });
    return lesson;
  },
  async ({ page, say, through }, locale) => {
    await through.getByRole('button', { name: say('bptt.setup') }).click();
    await openTables(page, locale, ['through', 'sums', 'check', 'cost']);
  },
  { isChineseRare: true },
);
