import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { findLeft } from '../src/lessons/bias/figures/left.ts';
import { digits3, percent } from '../src/lessons/bias/figures/say.ts';
import { GENDERED, OCCUPATIONS, TEN_PAIRS } from '../src/lessons/bias/figures/word-lists.ts';
import { biasMessages } from '../src/lessons/bias/messages.ts';
import { readBundle } from '../src/models/vectors/bundle.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

type Own = keyof typeof biasMessages.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, biasMessages);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const verdict = (page: Page, id: string): Locator =>
  page.locator(`[data-checkpoint="${id}"]`).getByRole('status');

/** The bundled vectors, by arithmetic of the test's own. */
function readVectors() {
  const read = readBundle(readFileSync(new URL('../public/vectors/glove.vectors', import.meta.url)));
  if (!read.ok || read.bundle.table.rows.precision !== 'int8') throw new Error('no vectors');
  const { words, dimensions: d, rows } = read.bundle.table;
  const { codes, scales } = rows;
  const ranks = new Map(words.map((word, i) => [word, i]));
  const row = (i: number) =>
    Array.from(codes.subarray(i * d, (i + 1) * d), (code) => code * (scales[i] ?? 0));
  const unit = (word: string) => {
    const v = row(ranks.get(word) ?? -1);
    return v.map((x) => x / Math.hypot(...v));
  };
  return { words, d, row, unit };
}

const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, v, k) => sum + v * (y[k] ?? 0), 0);
const unitOf = (x: readonly number[]) => x.map((v) => v / Math.hypot(...x));
const less = (x: readonly number[], y: readonly number[]) => x.map((v, k) => v - (y[k] ?? 0));

async function open(page: Page, locale: Locale): Promise<Page> {
  await page.goto(`/${locale}/lessons/bias`);
  await expect(figure(page, 'axis').locator('tr[data-hit]')).toHaveCount(OCCUPATIONS.split(' ').length);
  await figure(page, 'left').scrollIntoViewIfNeeded();
  await expect(page.getByTestId('left')).toBeVisible();
  return page;
}

for (const locale of ['en', 'zh'] as const) {
  test(`every number is that of the bundled vectors, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    const { words, d, row, unit } = readVectors();
    const g = unitOf(less(unit('she'), unit('he')));
    await open(page, locale);

    // Along he–she, from one end to the other; then neutral.
    const axis = figure(page, 'axis');
    const placed = OCCUPATIONS.split(' ')
      .map((word) => ({ word, along: dot(unit(word), g) }))
      .sort((x, y) => x.along - y.along);
    await expect(axis.locator('tr[data-hit] th')).toHaveText(placed.map(({ word }) => word));
    await expect(axis.locator('tr[data-hit] td:last-child')).toHaveText(
      placed.map(({ along }) => digits3(along)),
    );
    await axis.getByRole('checkbox', { name: say(locale, 'bias.neutral') }).press('Space');
    await expect(axis.locator('tr[data-hit] td:last-child')).toHaveText(placed.map(() => '0.000'));

    // Ten pairs; a word of the reader's own; pairs and words that cannot be used.
    await axis.getByRole('button', { name: say(locale, 'bias.pairs-ten') }).click();
    await expect(axis.getByTestId('shares').getByRole('listitem')).toHaveCount(TEN_PAIRS.split(',').length);
    await expect(verdict(page, 'farther')).toHaveText(say(locale, 'check.waiting'));
    await axis.getByRole('textbox', { name: say(locale, 'bias.words') }).fill('nurse fashion <b>');
    await expect(axis).toContainText(say(locale, 'bias.missing', { words: '<b>' }).slice(0, -1));
    await axis.getByRole('textbox', { name: say(locale, 'bias.words') }).fill('nurse beauty');
    await expect(verdict(page, 'farther')).toHaveText(say(locale, 'check.done'));
    await axis.getByRole('textbox', { name: say(locale, 'bias.pairs') }).fill('he he');
    await expect(axis.getByRole('alert')).toHaveText(say(locale, 'bias.why-flat'));

    // One word and one pair, by hand.
    const [v, a, b] = ['nurse', 'grandfather', 'grandmother'].map(unit) as [number[], number[], number[]];
    const neutral = unitOf(
      less(
        v,
        g.map((x) => x * dot(v, g)),
      ),
    );
    const mean = a.map((x, k) => (x + (b[k] ?? 0)) / 2);
    const common = less(
      mean,
      g.map((x) => x * dot(mean, g)),
    );
    const cells = [
      [v, a, b],
      [neutral, a, b],
      [neutral, common, common],
    ].map(([x = [], y = [], z = []]) => [dot(x, g), dot(x, y), dot(x, z), dot(x, z) - dot(x, y)]);
    const steps = figure(page, 'steps');
    await expect(steps.locator('[data-stage] td')).toHaveText(cells.flat().map(digits3));
    await expect(steps.getByRole('img')).toHaveAccessibleName(new RegExp(digits3(dot(v, g))));

    // What is left, as the same arithmetic finds it here.
    const first = words.slice(0, 10_000);
    const vectors = Float32Array.from(first.flatMap((_, i) => row(i)));
    const work = findLeft(
      { words: first, vectors, dimensions: d },
      Float64Array.from(g),
      250,
      OCCUPATIONS.split(' '),
    );
    let step = work.next();
    while (!step.done) step = work.next();
    const { centre, cluster, correlation, along, words: near } = step.value;
    expect(along.after).toBeLessThan(1e-6);
    const shown = (id: string) => figure(page, 'left').locator(`[data-test="${id}"] td`);
    await expect(shown('centre')).toHaveText([centre.before, centre.after].map(percent));
    await expect(shown('cluster')).toHaveText([cluster.before, cluster.after].map(percent));
    await expect(shown('correlation')).toHaveText([correlation.before, correlation.after].map(digits3));

    // Of all words that were looked at, and of those that are near one of them, by plain counts.
    const isOut = (word: string) => GENDERED.has(word);
    const rows = first.map((word) => ({ word, v: unit(word) })).filter(({ word }) => !isOut(word));
    const base = rows.filter(({ v }) => dot(v, g) > 0).length / rows.length;
    const table = figure(page, 'left').getByTestId('near');
    await expect(table.locator('caption')).toHaveText(
      say(locale, 'bias.neighbours', { high: 'she', base: percent(base) }),
    );
    await expect(table.locator('tr[data-hit]')).toHaveCount(near.length);
    const nurse = unit('nurse');
    const nearest = rows
      .filter(({ word }) => word !== 'nurse')
      .map(({ v }) => ({ near: dot(v, nurse), along: dot(v, g) }))
      .sort((x, y) => y.near - x.near)
      .slice(0, 100);
    const share = nearest.filter(({ along }) => along > 0).length / nearest.length;
    await expect(table.locator('tr[data-hit="nurse"] td').nth(1)).toHaveText(percent(share));
  });
}

testLooks(open, async (page, locale) => {
  await openTables(page, locale, ['axis', 'steps', 'left']);
  await figure(page, 'axis')
    .getByRole('button', { name: say(locale, 'bias.pairs-ten') })
    .click();
  await figure(page, 'axis')
    .getByRole('checkbox', { name: say(locale, 'bias.neutral') })
    .check();
});
