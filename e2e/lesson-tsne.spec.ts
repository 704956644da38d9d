import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { shapeMapMessages } from '../src/i18n/messages/shape-maps.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { SHAPES_TABLE, SIZES_TABLE } from '../src/lessons/tsne/figures/settings.ts';
import { tsneMessages } from '../src/lessons/tsne/messages.ts';
import { groupSizes } from '../src/models/projection/group-sizes.ts';
import { type ShapeOptions, shapePoints } from '../src/models/projection/shapes.ts';
import { mapTrust } from '../src/models/projection/trustworthiness.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...shapeMapMessages.en, ...tsneMessages.en },
  zh: { ...shapeMapMessages.zh, ...tsneMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const maps = (page: Page, id: string): Locator => figure(page, id).locator('figure[data-iteration]');

/** Places as the picture has them, by point: its marks of each class come in the order of the points. */
async function placesOf(map: Locator, classes: Uint8Array): Promise<Float32Array> {
  const paths = await map
    .locator('svg path')
    .evaluateAll((found) => found.map((path) => path.getAttribute('d') ?? ''));
  const marks = paths.map((d) =>
    [...d.matchAll(/M([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), -Number(y)]),
  );
  return Float32Array.from([...classes].flatMap((c) => marks[c]?.shift() ?? [Number.NaN, Number.NaN]));
}

function trustOf(options: ShapeOptions, places: Float32Array): number {
  const { vectors, dimensions, ids } = shapePoints(options);
  const full = { values: vectors, dimensions };
  const work = mapTrust(full, { values: places, dimensions: 2 }, { neighbours: 10, sample: [...ids] });
  for (;;) {
    const { done, value } = work.next();
    if (done) return value.trustworthiness;
  }
}

for (const locale of ['en', 'zh'] as const) {
  test(`sizes and distances as measured; the far cloud comes back, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    const options = { shape: 'distances', count: 60, ratio: 5, seed: 1 } as const;
    const settings = { ...fallbackState(SIZES_TABLE), ...options, perplexity: 5, pace: 'max' } as const;
    await page.goto(`/${locale}/lessons/tsne${writeFragment(SIZES_TABLE, 'sizes', settings)}`);
    const sizes = figure(page, 'sizes');
    await sizes.scrollIntoViewIfNeeded();
    const [map] = [maps(page, 'sizes').first()];
    await expect(map).toHaveAttribute('data-phase', 'done');

    // In the space, and on the map as the picture has it.
    const { vectors, dimensions, classes } = shapePoints(options);
    const space = groupSizes(vectors, dimensions, classes, 3);
    const places = await placesOf(map, classes);
    const drawn = groupSizes(places, 2, classes, 3);
    const times = ({ distances }: typeof space) => (distances[2] ?? NaN) / (distances[0] ?? NaN);
    const verdict = (onMap: number) =>
      say(locale, 'shapes.verdict-distances', { space: times(space).toFixed(1), map: onMap.toFixed(1) });
    await expect(sizes.getByTestId('verdict')).toHaveText(verdict(times(drawn)));
    expect(times(drawn)).toBeLessThan(2);
    const width = sizes.getByRole('row', { name: say(locale, 'shapes.width-of', { name: 'B' }) });
    await expect(width.getByRole('cell').first()).toHaveText((space.widths[1] ?? NaN).toFixed(2));

    // The table's trust is that of the picture.
    await openTables(page, locale, ['sizes']);
    const row = sizes
      .getByRole('table', { name: say(locale, 'shapes.table', { title: say(locale, 'tsne.sizes-title') }) })
      .getByRole('row')
      .nth(1);
    const told = row.getByRole('cell').nth(4);
    await expect(told).toHaveText(/^0\.\d{3}$/);
    expect(Math.abs(Number(await told.textContent()) - trustOf(options, places))).toBeLessThan(0.02);

    // Beyond its own cloud: by keyboard.
    const verdictOf = page.locator('[data-checkpoint="far-again"]').getByRole('status');
    await expect(verdictOf).toHaveText(say(locale, 'check.waiting'));
    await sizes.getByRole('slider', { name: say(locale, 'shapes.perplexity'), exact: true }).press('End');
    await expect(map).toContainText(
      say(locale, 'shapes.by-perplexity-clamped', { asked: 100, perplexity: '19.7' }),
    );
    await expect(verdictOf).not.toHaveText(say(locale, 'check.waiting'));
  });
}

test('six maps at once: clamped, stopped, gone on, begun again', async ({ page }) => {
  const settings = { ...fallbackState(SHAPES_TABLE), shape: 'rings', count: 30, pace: 'slow' } as const;
  await page.goto(`/en/lessons/tsne?backend=js${writeFragment(SHAPES_TABLE, 'shapes', settings)}`);
  const shapes = figure(page, 'shapes');
  const [first, last] = [maps(page, 'shapes').first(), maps(page, 'shapes').last()];
  await expect(last).toContainText(
    say('en', 'shapes.by-perplexity-clamped', { asked: 100, perplexity: '9.7' }),
  );
  const iteration = async (map: Locator) => Number(await map.getAttribute('data-iteration'));
  await expect.poll(() => iteration(last)).toBeGreaterThan(2);
  await shapes.getByRole('button', { name: say('en', 'shapes.pause') }).press('Enter');
  await expect(last).toHaveAttribute('data-phase', 'paused');
  const held = await iteration(first);
  const places = await placesOf(first, shapePoints(settings).classes);
  expect(places.every(Number.isFinite)).toBe(true);
  await shapes.getByText(say('en', 'shapes.pace-max')).click();
  expect(await iteration(first)).toBe(held);
  await shapes.getByRole('button', { name: say('en', 'shapes.play') }).click();
  for (const map of [first, last]) await expect(map).toHaveAttribute('data-phase', 'done');
  expect(await iteration(last)).toBe(1000);
  await shapes.getByText(say('en', 'shapes.pace-slow')).click();
  await shapes.getByRole('button', { name: say('en', 'shapes.restart') }).click();
  await expect.poll(() => iteration(first)).toBeLessThan(500);
});

testLooks(
  async (page, locale) => {
    const settings = { ...fallbackState(SHAPES_TABLE), count: 40, pace: 'max' } as const;
    await page.goto(`/${locale}/lessons/tsne${writeFragment(SHAPES_TABLE, 'shapes', settings)}`);
    await expect(maps(page, 'shapes').last()).toHaveAttribute('data-phase', 'done');
    return page;
  },
  // The other figures of small maps have the first one's table.
  (page, locale) => openTables(page, locale, ['shapes', 'sizes', 'words']),
);
