import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { vectorPanelMessages } from '../src/i18n/messages/vector-panels.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { embeddingsLessonMessages } from '../src/lessons/embeddings/messages.ts';
import { best, dot, readBuiltIn, unitOf } from './builtInVectors.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...embeddingsLessonMessages.en, ...vectorPanelMessages.en },
  zh: { ...embeddingsLessonMessages.zh, ...vectorPanelMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const glove = readBuiltIn('glove');
const fixed = (value: number, digits: number): string => {
  const shown = value.toFixed(digits);
  return (Number(shown) === 0 ? shown.replace('-', '') : shown).replace('-', '−');
};
const norm = (x: Float64Array): number => Math.sqrt(dot(x, x));

for (const locale of ['en', 'zh'] as const) {
  test(`pairs, the product and neighbours are those of the vectors, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/lessons/embeddings`);
    const words = ['king', 'queen', 'man', 'woman', 'apple', 'orange'];

    // One-hot: √2 everywhere but on the diagonal. Learnt: the distance of vectors of length 1.
    const apart = figure(page, 'apart');
    const hot = apart.getByRole('grid', { name: say(locale, 'embed.one-hot') }).getByRole('gridcell');
    await expect(hot).toHaveText(words.flatMap((_, i) => words.map((__, j) => (i === j ? '0.00' : '1.41'))));
    const learnt = apart.getByRole('grid', { name: say(locale, 'embed.learnt') }).getByRole('gridcell');
    const rows = words.map((word) => unitOf(glove, word));
    const far = rows.flatMap((x) => rows.map((y) => norm(x.map((value, i) => value - (y[i] ?? 0)))));
    await expect(learnt).toHaveText(far.map((value) => fixed(value, 2)));
    await apart.getByText(say(locale, 'embed.by-cosine'), { exact: true }).click();
    await expect(learnt).toHaveText(rows.flatMap((x) => rows.map((y) => fixed(dot(x, y), 2))));

    // The features: a girl becomes a princess by two numbers, with the keyboard.
    const features = figure(page, 'features');
    const princess = page.locator('[data-checkpoint="princess"]').getByRole('status');
    await features.locator('[data-grid="1,5"]').click();
    const number = features.getByRole('textbox');
    await number.fill('1');
    await number.press('Enter');
    await expect(princess).toHaveText(say(locale, 'check.waiting'));
    await features.locator('[data-grid="1,5"]').focus();
    await page.keyboard.press('ArrowRight');
    await number.fill('-0.5');
    await number.press('Enter');
    await expect(princess).toHaveText(say(locale, 'check.done'));
    await expect(page).toHaveURL(/#figure=features&table=.*row=6&column=3/);

    // The product: rows of zeros change nothing, then the row is there.
    const lookup = figure(page, 'lookup');
    const shown = (at: number) => Array.from(glove.rows[at]?.subarray(0, 6) ?? [], (x) => fixed(x, 2));
    const sum = lookup.getByRole('row').last().getByRole('gridcell');
    const on = lookup.getByRole('button', { name: say(locale, 'embed.row-on') });
    await on.click();
    await on.click();
    await expect(lookup.getByTestId('step')).toHaveText(
      say(locale, 'embed.step-zero', { row: 'king', step: 2 }),
    );
    await expect(sum).toHaveText(['', ...Array.from({ length: 6 }, () => '0.00')]);
    await on.click();
    await expect(sum).toHaveText(['', ...shown(glove.words.indexOf('queen'))]);
    await lookup.getByRole('button', { name: say(locale, 'embed.take-row') }).click();
    await expect(sum).toHaveText(['', ...shown(glove.words.indexOf('queen'))]);
    const { length } = glove.words;
    await expect(lookup.getByTestId('cost')).toHaveText(
      say(locale, 'embed.cost', { words: length, dimensions: 100, all: 100 * length, needed: 100 }),
    );

    // Words that the set lacks: it is not waiting for them.
    await lookup.getByRole('textbox').fill('constructor');
    await expect(lookup.getByText(say(locale, 'embed.rows-none'))).toBeVisible();
    await expect(lookup.getByText(say(locale, 'embed.missing', { words: 'constructor' }))).toBeVisible();

    // Three measures, all words.
    const near = figure(page, 'near');
    await near.scrollIntoViewIfNeeded();
    const frog = glove.rows[glove.words.indexOf('frog')] ?? new Float64Array(0);
    const listOf = (metric: 'cosine' | 'euclid' | 'dot') =>
      near.getByRole('region', { name: say(locale, `embed.near-${metric}`) }).locator('[data-hit]');
    const scores = {
      cosine: glove.rows.map((row) => dot(row, frog) / norm(row) / norm(frog)),
      euclid: glove.rows.map((row) => -norm(row.map((value, i) => value - (frog[i] ?? 0)))),
      dot: glove.rows.map((row) => dot(row, frog)),
    };
    for (const metric of ['cosine', 'euclid', 'dot'] as const) {
      const expected = best(glove, scores[metric], 10, ['frog']);
      await expect(listOf(metric).locator('th')).toHaveText(expected.map(({ word }) => word));
      await expect(listOf(metric).locator('td')).toHaveText(
        expected.map(({ score }) => fixed(Math.abs(score), 3)),
      );
    }
    await expect(near.getByTestId('length')).toContainText(fixed(norm(frog), 2));

    for (const [id, value] of [
      ['root-two', '1.41'],
      ['needed', '300'],
    ] as const) {
      const checkpoint = page.locator(`[data-checkpoint="${id}"]`);
      await checkpoint.getByRole('textbox').fill(value);
      await checkpoint.getByRole('button', { name: say(locale, 'check.submit') }).click();
      await expect(checkpoint.getByRole('status')).toHaveText(say(locale, 'check.right'));
    }
  });
}

testLooks(
  async (page, locale) => {
    await page.goto(`/${locale}/lessons/embeddings#figure=world&n=100`);
    await expect(figure(page, 'apart').getByRole('grid')).toHaveCount(2);
    for (const id of ['near', 'world']) await figure(page, id).scrollIntoViewIfNeeded();
    await expect(figure(page, 'near').locator('[data-hit]')).toHaveCount(30);
    return page;
  },
  (page, locale) => openTables(page, locale, ['apart', 'features', 'lookup', 'near']),
);
