import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { cooccurrenceMessages } from '../src/i18n/messages/cooccurrence.ts';
import { embeddingMessages } from '../src/i18n/messages/embeddings.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { GLOVE_TABLE, gloveConfig } from '../src/instruments/cooccurrence/glove-settings.ts';
import { sumText } from '../src/instruments/cooccurrence/MeetingList.tsx';
import { idsShown } from '../src/instruments/cooccurrence/NearFigure.tsx';
import { nearText } from '../src/instruments/cooccurrence/NearMatrix.tsx';
import { meetingsOf, nearGrid } from '../src/instruments/cooccurrence/near.ts';
import { ratiosShown } from '../src/instruments/cooccurrence/RatioFigure.tsx';
import { NEAR_TABLE, RATIO_TABLE, WEIGHT_TABLE } from '../src/instruments/cooccurrence/settings.ts';
import { weightFacts } from '../src/instruments/cooccurrence/weights.ts';
import { significant } from '../src/instruments/ngrams/format.ts';
import { countCooccurrences } from '../src/models/glove/cooccurrence.ts';
import { createGloveTrainer } from '../src/models/glove/trainer.ts';
import { type ReadText, readText } from '../src/models/word2vec/read-text.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...cooccurrenceMessages.en, ...embeddingMessages.en },
  zh: { ...cooccurrenceMessages.zh, ...embeddingMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const verdict = (page: Page, id: string): Locator =>
  page.locator(`[data-checkpoint="${id}"]`).getByRole('status');

const corpus = (name: string): string =>
  readFileSync(new URL(`../public/corpora/${name}.txt`, import.meta.url), 'utf8');

/** By single characters: where words end depends a little on the machine's ICU, and the browser brings its own. */
const LETTERS = {
  level: 'character' as const,
  ends: 'none' as const,
  source: 'moby-dick' as const,
  part: 'tenth' as const,
};
const SHORT = { ...LETTERS, minCount: 10, words: 20_000 };

function readHere(): ReadText {
  const text = corpus('moby-dick');
  const wanted = Math.floor(text.length / 10);
  const line = text.lastIndexOf('\n', wanted);
  const part = text.slice(0, line > wanted / 2 ? line + 1 : wanted);
  const work = readText(part, { level: 'character', minCount: SHORT.minCount, words: SHORT.words });
  let step = work.next();
  while (!step.done) step = work.next();
  if (!step.value.ok) throw new Error(step.value.failure.code);
  return step.value.read;
}

/** The sentences of a text as ids. */
function sentencesOf({ corpus: { ids, starts } }: ReadText): Int32Array[] {
  return Array.from({ length: starts.length - 1 }, (_, s) => ids.subarray(starts[s], starts[s + 1]));
}

for (const locale of ['en', 'zh'] as const) {
  test(`counts, ratios and weights are those of the text, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    const read = readHere();
    const settings = { ...fallbackState(NEAR_TABLE), ...SHORT, chosen: 't h e q u a' };
    await page.goto(`/${locale}/lessons/glove?backend=js${writeFragment(NEAR_TABLE, 'near', settings)}`);

    // The table, a cell by the arrow keys, and where it comes from.
    const near = figure(page, 'near');
    const { ids } = idsShown(read, settings);
    const grid = nearGrid(read.corpus, ids, settings);
    await expect(near.getByRole('gridcell')).toHaveText(Array.from(grid, (x) => nearText(x, 'counts')));
    await near.locator('[data-grid="1,0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const met = meetingsOf(read.corpus, [ids[3] ?? -1, ids[1] ?? -1], settings, 8);
    await expect(near.getByTestId('cell')).toContainText(sumText(met, true));
    await expect(near.getByRole('listitem')).toHaveCount(met.first.length);
    await expect(page).toHaveURL(/#figure=near&.*row=4/);
    await near.getByText(say(locale, 'near.by-distance')).click();
    const plain = nearGrid(read.corpus, ids, { ...settings, byDistance: false });
    await expect(near.getByRole('gridcell').first()).toHaveText(nearText(plain[0] ?? 0, 'counts'));
    await near.getByRole('textbox', { name: say(locale, 'near.chosen') }).fill('e 鲸');
    await expect(near).toContainText(say(locale, 'near.missing', { words: '鲸' }));

    await answer(page, locale, 'by-hand', '1');
    await answer(page, locale, 'weight-of', '0.125');

    // The ratios of two letters; then a word that the text lacks.
    await page.goto('about:blank');
    const asked = { ...fallbackState(RATIO_TABLE), ...SHORT, first: 'q', second: 'h', probes: 'u' };
    await page.goto(`/${locale}/lessons/glove?backend=js${writeFragment(RATIO_TABLE, 'ratio', asked)}`);
    const ratio = figure(page, 'ratio');
    const shown = ratiosShown(read, asked);
    await expect(ratio.locator('tbody td:nth-child(6)')).toHaveText(
      (shown?.probes ?? []).map((each) => significant(each.ratio, 3)),
    );
    expect(shown?.probes[0]?.word).toBe('u');
    await ratio.getByRole('textbox', { name: say(locale, 'ratio.first') }).fill('whale');
    await expect(ratio).toContainText(say(locale, 'ratio.missing-both'));
  });
}

test('the weighting over the cells, and GloVe as the reference learns it', async ({ page }) => {
  const read = readHere();
  const weights = { ...fallbackState(WEIGHT_TABLE), ...SHORT };
  await page.goto(`/en/lessons/glove?backend=js${writeFragment(WEIGHT_TABLE, 'weight', weights)}`);
  const weight = figure(page, 'weight');
  const counts = countCooccurrences(sentencesOf(read), {
    vocabulary: read.words.length,
    window: weights.window,
    byDistance: true,
  });
  const values = counts.values.slice().sort().reverse();
  const saysWeights = async (logMost: number, power: number) => {
    const facts = weightFacts(values, { most: 10 ** logMost, power });
    await expect(weight.getByTestId('weight')).toContainText(`${significant(100 * facts.top, 3)}%`);
    return facts.top;
  };
  await saysWeights(1, 0.75);
  const power = weight.getByRole('slider', { name: say('en', 'weight.power') });
  await power.press('End');
  const most = weight.getByRole('slider', { name: say('en', 'weight.most') });
  await most.press('End');
  await saysWeights(4, 1.5);

  // A run of two passes, at its end: neighbours and cells as the readable trainer has them.
  await page.goto('about:blank');
  const settings = { ...fallbackState(GLOVE_TABLE), ...SHORT, dimensions: 8, epochs: 2, look: 'q e' };
  await page.goto(`/en/lessons/glove?backend=js${writeFragment(GLOVE_TABLE, 'live', settings)}`);
  // Over the speeches, the largest cells can be made to hold more than half of the weight.
  await expect(verdict(page, 'half')).toHaveText(say('en', 'check.waiting'));
  await power.press('End');
  await most.press('End');
  await expect(verdict(page, 'half')).toHaveText(say('en', 'check.done'));
  const live = figure(page, 'live');
  await live.scrollIntoViewIfNeeded();
  await expect(live.getByTestId('embedding-status')).toHaveAttribute('data-phase', 'done', {
    timeout: 30_000,
  });
  const config = gloveConfig(settings, { text: '', level: 'character', minCount: 1, words: 1 });
  if (config.method.kind !== 'glove') throw new Error('no GloVe');
  const trainer = createGloveTrainer(counts, { ...config, weighting: config.method.weighting });
  for (let i = 0; i < settings.epochs; i++) trainer.epoch();
  const { words, contexts } = trainer.state.parameters;
  const d = settings.dimensions;
  const vectors = read.words.map((_, id) =>
    Array.from({ length: d }, (__, j) => (words[id * d + j] ?? 0) + (contexts[id * d + j] ?? 0)),
  );
  const cosine = (a: readonly number[] = [], b: readonly number[] = []) =>
    a.reduce((sum, x, j) => sum + x * (b[j] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));
  for (const word of ['q', 'e']) {
    const id = read.words.indexOf(word);
    const nearest = read.words
      .map((other, at) => ({ other, at, value: cosine(vectors[id], vectors[at]) }))
      .filter(({ at }) => at !== id)
      .sort((a, b) => b.value - a.value)
      .slice(0, 6);
    const list = live.locator(`[data-list="${word}"]`);
    await expect(list.locator('[data-neighbour]')).toHaveCount(6);
    for (const [i, { other, value }] of nearest.entries()) {
      const row = list.locator('[data-neighbour]').nth(i);
      await expect(row).toHaveAttribute('data-neighbour', other);
      await expect(row).toContainText(value.toFixed(2).replace('-', '−'));
    }
  }
  await openTables(page, 'en', ['live']);
  const last = live.getByRole('row').last();
  await expect(last.getByRole('cell').nth(1)).toHaveText(significant(values[0] ?? 0, 4));
});

async function answer(page: Page, locale: Locale, id: string, value: string): Promise<void> {
  const checkpoint = page.locator(`[data-checkpoint="${id}"]`);
  await checkpoint.getByRole('textbox').fill(value);
  await checkpoint.getByRole('button', { name: say(locale, 'check.submit') }).click();
  await expect(checkpoint.getByRole('status')).toHaveText(say(locale, 'check.right'));
}

testLooks(
  async (page, locale) => {
    const settings = { ...fallbackState(GLOVE_TABLE), ...SHORT, dimensions: 8, epochs: 1 };
    await page.goto(`/${locale}/lessons/glove?backend=js${writeFragment(GLOVE_TABLE, 'live', settings)}`);
    await expect(figure(page, 'near').getByTestId('cell')).toBeVisible();
    await expect(figure(page, 'weight').getByTestId('weight')).toBeVisible();
    const live = figure(page, 'live');
    await live.scrollIntoViewIfNeeded();
    await expect(live.getByTestId('embedding-status')).toHaveAttribute('data-phase', 'done', {
      timeout: 30_000,
    });
    return page;
  },
  async (page, locale) => {
    await openTables(page, locale, ['near', 'ratio', 'weight', 'live']);
    await figure(page, 'near')
      .getByRole('button', { name: say(locale, 'near.text'), exact: true })
      .click();
    await figure(page, 'live')
      .getByRole('button', { name: say(locale, 'glove.panel-settings') })
      .click();
  },
);
