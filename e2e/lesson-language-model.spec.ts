import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { ngramsMessages } from '../src/i18n/messages/ngrams.ts';
import { samplingMessages } from '../src/i18n/messages/sampling.ts';
import { textsMessages } from '../src/i18n/messages/texts.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { cellText } from '../src/instruments/ngrams/cell-look.ts';
import { cellGrid } from '../src/instruments/ngrams/cells.ts';
import { chainRows, perplexityOf } from '../src/instruments/ngrams/chain.ts';
import { type CountedText, countText, modelOf } from '../src/instruments/ngrams/count-text.ts';
import { powers, significant } from '../src/instruments/ngrams/format.ts';
import { productsOf, zeroAt } from '../src/instruments/ngrams/products.ts';
import { MOST_ORDER, ngramReferences, requestOf, SMOOTHINGS } from '../src/instruments/ngrams/reference.ts';
import { CELLS_TABLE, CHAIN_TABLE, kOf, PRODUCT_TABLE } from '../src/instruments/ngrams/settings.ts';
import { VERSUS_TABLE, versusConfig } from '../src/instruments/ngrams/versus-settings.ts';
import { WRITING_TABLE } from '../src/instruments/ngrams/writer-settings.ts';
import { tokenizationOf } from '../src/instruments/texts/settings.ts';
import { generate } from '../src/models/language/generate.ts';
import { beginningOf } from '../src/models/language/typed.ts';
import { createRandom } from '../src/models/random.ts';
import { AS_IT_IS } from '../src/models/sampling/shape.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { createJsTrainer } from '../src/workers/js-trainer.ts';
import { prepareRun } from '../src/workers/prepare.ts';
import type { NextSymbolTask } from '../src/workers/protocol.ts';
import { freshStart } from '../src/workers/start.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...ngramsMessages.en, ...samplingMessages.en, ...textsMessages.en },
  zh: { ...ngramsMessages.zh, ...samplingMessages.zh, ...textsMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const verdict = (page: Page, id: string): Locator =>
  page.locator(`[data-checkpoint="${id}"]`).getByRole('status');

const corpus = (name: string): string =>
  readFileSync(new URL(`../public/corpora/${name}.txt`, import.meta.url), 'utf8');

/**
 * By single characters: where words and sentences end depends a little on the machine's ICU, and the browser brings its own.
 */
const LETTERS = { level: 'character', ends: 'none' } as const;

/** What the figures count, from the same text. */
async function countedHere(): Promise<CountedText> {
  const { amount, vocabulary } = fallbackState(CHAIN_TABLE);
  const counted = await countText(
    {
      text: corpus('moby-dick'),
      amount: Number(amount),
      tokenization: tokenizationOf(LETTERS),
      vocabulary,
    },
    () => Promise.resolve(),
    () => true,
  );
  if (!counted) throw new Error('not counted');
  return counted;
}

/** Makes a figure count by single characters. */
async function byLetters(shown: Locator, locale: Locale): Promise<void> {
  await shown.getByRole('button', { name: say(locale, 'ngrams.source') }).click();
  await shown.getByText(say(locale, 'setup.level.character'), { exact: true }).click();
  await shown.getByRole('combobox', { name: say(locale, 'texts.ends') }).selectOption('none');
}

/** What an n-gram model of the part that the network learns from writes after a beginning. */
async function written(
  { text, level, vocabulary }: NextSymbolTask,
  asked: { readonly begin: string; readonly length: number; readonly draws: number; readonly order: number },
): Promise<string> {
  const amount = Math.floor(text.length * 0.9);
  const counted = await countText(
    { text, amount, tokenization: { level }, vocabulary },
    () => Promise.resolve(),
    () => true,
  );
  if (!counted) throw new Error('not counted');
  const { text: model } = modelOf(counted, { smoothing: 'kneser-ney', order: asked.order, logK: 0 });
  const state = beginningOf(asked.begin, model).reduce((at, { id }) => at.read(id), model.start());
  const options = { ...AS_IT_IS, unknown: true, stopAtEnd: false };
  const letters: string[] = [];
  for (const { token } of generate(state, model.vocabulary, options, createRandom(asked.draws))) {
    letters.push(model.vocabulary.tokens[token] ?? '');
    if (letters.length === asked.length) break;
  }
  return letters.join('');
}

async function answer(page: Page, locale: Locale, id: string, value: string): Promise<void> {
  const checkpoint = page.locator(`[data-checkpoint="${id}"]`);
  await checkpoint.getByRole('textbox').fill(value);
  await checkpoint.getByRole('button', { name: say(locale, 'check.submit') }).click();
  await expect(checkpoint.getByRole('status')).toHaveText(say(locale, 'check.right'));
}

for (const locale of ['en', 'zh'] as const) {
  test(`counts: every number is what the models compute, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    const settings = { ...fallbackState(CHAIN_TABLE), ...LETTERS };
    await page.goto(
      `/${locale}/lessons/language-model?backend=js${writeFragment(CHAIN_TABLE, 'chain', settings)}`,
    );
    const counted = await countedHere();

    // The sentence, factor by factor; another model; another sentence, which one model takes to be impossible.
    const chain = figure(page, 'chain');
    const shows = async (part: Partial<typeof settings>) => {
      const asked = { ...settings, ...part };
      const rows = chainRows(counted, modelOf(counted, asked), asked.sentence);
      const product = powers(rows.at(-1)?.product ?? 1, 3);
      const headline = chain.getByTestId('chain');
      await expect(headline).toContainText(say(locale, 'ngrams.product', { product }));
      await expect(headline).toContainText(significant(perplexityOf(rows), 4));
      await expect(chain.locator('table').first().locator('tbody td:nth-child(4)')).toHaveText(
        rows.map(({ probability }) => significant(probability, 3)),
      );
      return rows;
    };
    await shows({});
    await chain.locator('label').filter({ hasText: /^2$/ }).click();
    const rows = await shows({ order: 2 });
    await chain.getByRole('button', { name: 'w', exact: true }).press('Enter');
    const at = rows.findIndex(({ text }) => text === 'w');
    await expect(chain.getByTestId('how')).toContainText(significant(rows[at]?.levels[0]?.own ?? 0, 4));
    await expect(verdict(page, 'unseen')).toHaveText(say(locale, 'check.waiting'));
    await chain.getByText(say(locale, 'ngrams.none'), { exact: true }).click();
    const sentence = 'A zqx sails.';
    await chain.getByRole('textbox', { name: say(locale, 'ngrams.sentence') }).fill(sentence);
    await shows({ order: 2, smoothing: 'none', sentence });
    await expect(chain.getByTestId('chain')).toContainText('∞');
    await expect(verdict(page, 'unseen')).toHaveText(say(locale, 'check.done'));
    await expect(page).toHaveURL(/#figure=chain&.*smooth=none/);
    // Words again, one of them unknown.
    await chain.getByRole('button', { name: 'They gnu the sea.' }).click();
    await expect(chain.getByRole('button', { name: '⟨UNK⟩', exact: true })).toBeVisible();

    // The table: its counts, and a cell by the arrow keys.
    const cells = figure(page, 'counts');
    await byLetters(cells, locale);
    const shown = { ...fallbackState(CELLS_TABLE), ...LETTERS };
    const grid = cellGrid(counted, modelOf(counted, shown), shown.sentence);
    await expect(cells.getByRole('gridcell')).toHaveText(
      Array.from(grid.counts, (count) => cellText('counts', count, 0)),
    );
    await cells.locator('[data-grid="2,2"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const p = grid.probabilities[3 * grid.tokens.length + 3] ?? Number.NaN;
    await expect(cells.getByTestId('cell')).toContainText(`P = ${significant(p, 3)}`);

    // Where the product ends.
    const product = figure(page, 'product');
    await byLetters(product, locale);
    const { model } = modelOf(counted, fallbackState(PRODUCT_TABLE));
    const products = productsOf(model, counted.next, 800);
    await expect(product.getByTestId('underflow')).toHaveText(
      say(locale, 'ngrams.product-said', {
        singles: zeroAt(products.singles) ?? '',
        doubles: zeroAt(products.doubles) ?? '',
        last: significant(products.logs[800] ?? 0, 4),
        count: 800,
      }),
    );

    // A uniform model's perplexity is V, exactly; a confidently wrong one's is more.
    const shape = figure(page, 'perplexity');
    await expect(shape.getByTestId('shape')).toContainText(
      say(locale, 'ngrams.shape-said', { loss: 2.079, bits: 3, perplexity: 8, vocabulary: 8 }),
    );
    await shape.getByText(say(locale, 'ngrams.belief-wrong'), { exact: true }).click();
    const confidence = shape.getByRole('slider', { name: say(locale, 'ngrams.confidence') });
    for (let i = 0; i < 15; i++) await confidence.press('ArrowRight');
    await expect(verdict(page, 'worse')).toHaveText(say(locale, 'check.done'));

    await answer(page, locale, 'four-factors', '4');
    await answer(page, locale, 'uniform', '80');
    await answer(page, locale, 'underflow', '162');
  });
}

test('a network and n-grams are measured on the same tokens; both write', async ({ page }) => {
  const settings = { ...fallbackState(VERSUS_TABLE), amount: '3000', hidden: 8 } as const;
  await page.goto(`/en/lessons/language-model?backend=js${writeFragment(VERSUS_TABLE, 'versus', settings)}`);
  const versus = figure(page, 'versus');
  await versus.scrollIntoViewIfNeeded();
  const config = versusConfig(settings, corpus('moby-dick'));
  const request = requestOf(config, kOf(settings));
  const references = request && ngramReferences(request);
  const perplexity = (order: number, smoothing: string) =>
    references?.models.find((each) => each.order === order && each.smoothing === smoothing);
  for (let order = 1; order <= MOST_ORDER; order++) {
    const row = versus
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: `n = ${order}` }) });
    await expect(row.getByRole('cell')).toHaveText(
      SMOOTHINGS.map((smoothing) => {
        const { perplexity: value = NaN, impossible = 0 } = perplexity(order, smoothing) ?? {};
        const text = significant(value, 4);
        return impossible > 0
          ? say('en', 'ngrams.with-impossible', { perplexity: text, count: impossible })
          : text;
      }),
    );
  }

  // The network where it was last measured, trained again here.
  const said = versus.getByTestId('versus');
  await expect.poll(async () => Number(/step (\d+)/.exec(await said.innerText())?.[1])).toBeGreaterThan(49);
  await versus.getByRole('button', { name: say('en', 'figure.pause') }).click();
  await expect(versus.getByRole('button', { name: say('en', 'figure.play') })).toBeVisible();
  const prepared = prepareRun(config);
  if (!prepared.ok) throw new Error(prepared.failure.code);
  const { run } = prepared;
  await expect(async () => {
    const step = Number(/step (\d+)/.exec(await said.innerText())?.[1]);
    const trainer = createJsTrainer(run, freshStart(run));
    for (let i = 0; i < step; i++) await trainer.step();
    const held = run.heldOut;
    let loss = 0;
    for (let i = 0; held && i < held.batches; i++) {
      const batch = held.batch(i);
      loss += ((await trainer.evaluate(batch)) * batch.asked) / held.predictions;
    }
    expect(await said.innerText()).toContain(
      say('en', 'ngrams.versus-now', { step, perplexity: significant(Math.exp(loss), 3) }),
    );
  }).toPass();

  // What counts of three write, drawn again here from the same seed.
  const writing = figure(page, 'sampling');
  await writing.scrollIntoViewIfNeeded();
  await writing.getByText(say('en', 'ngrams.sampler-ngram'), { exact: true }).click();
  const { begin, length, draws, order } = fallbackState(WRITING_TABLE);
  await writing.getByRole('button', { name: say('en', 'sample.generate', { count: length }) }).click();
  const tokens = writing.locator('[data-index]');
  await expect(tokens).toHaveCount(length + 1);
  const drawn = (await tokens.allTextContents()).join('').replaceAll('↵', '');
  expect(drawn).toBe(await written(config.task, { begin, length, draws, order }));
  const judging = figure(page, 'score');
  await judging.scrollIntoViewIfNeeded();
  await judging.getByText(say('en', 'ngrams.sampler-ngram'), { exact: true }).click();
  await expect(judging).toContainText(say('en', 'score.perplexity'));
});

testLooks(
  async (page, locale) => {
    await page.goto(`/${locale}/lessons/language-model?backend=js#figure=versus&part=3000&h=8`);
    await expect(figure(page, 'chain').getByTestId('chain')).toBeVisible();
    await expect(figure(page, 'counts').getByTestId('cell')).toBeVisible();
    return page;
  },
  async (page, locale) => {
    await openTables(page, locale, ['chain', 'counts', 'versus']);
    const shape = figure(page, 'perplexity');
    await shape.getByText(say(locale, 'ngrams.belief-hand'), { exact: true }).click();
    await figure(page, 'chain')
      .getByRole('button', { name: say(locale, 'ngrams.source') })
      .click();
  },
  { isChineseRare: true },
);
