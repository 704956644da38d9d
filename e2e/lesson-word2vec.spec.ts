import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { embeddingMessages } from '../src/i18n/messages/embeddings.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { vectorFilesMessages } from '../src/i18n/messages/vector-files.ts';
import { wordMapMessages } from '../src/i18n/messages/word-map.ts';
import { word2vecMessages } from '../src/i18n/messages/word2vec.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { configOf, LIVE_WORD_TABLE } from '../src/instruments/word2vec/settings.ts';
import { word2vecLessonMessages } from '../src/lessons/word2vec/messages.ts';
import { huffmanTree } from '../src/models/softmax/huffman.ts';
import { type ReadText, readText } from '../src/models/word2vec/read-text.ts';
import { createWord2vecTrainer, type Word2vecSpec } from '../src/models/word2vec/trainer.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const catalogues = [
  embeddingMessages,
  vectorFilesMessages,
  wordMapMessages,
  word2vecMessages,
  word2vecLessonMessages,
];
const own = {
  en: Object.assign({}, ...catalogues.map(({ en }) => en)) as Record<string, string>,
  zh: Object.assign({}, ...catalogues.map(({ zh }) => zh)) as Record<string, string>,
};
type Own =
  | keyof typeof embeddingMessages.en
  | keyof typeof vectorFilesMessages.en
  | keyof typeof wordMapMessages.en
  | keyof typeof word2vecMessages.en
  | keyof typeof word2vecLessonMessages.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<string>(locale, code, values, own);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const verdict = (page: Page, id: string): Locator =>
  page.locator(`[data-checkpoint="${id}"]`).getByRole('status');
const isDone = (shown: Locator) =>
  expect(shown.getByTestId('embedding-status')).toHaveAttribute('data-phase', 'done', { timeout: 30_000 });

/** Two worlds that never meet: who stands beside whom is plain. */
const TEXT = Array.from({ length: 12 }, (_, i) =>
  i % 2
    ? 'the whale swims in the sea. a ship sails on the sea. the whale sees the ship.'
    : 'my cat sleeps by my fire. your dog sleeps by your fire. my cat likes your dog.',
).join(' ');

/** As the page asks for it, few numbers and on the reference. */
const SETTINGS = {
  ...fallbackState(LIVE_WORD_TABLE),
  source: 'own',
  ownText: TEXT,
  minCount: 2,
  dimensions: 8,
  epochs: 12,
  subsample: 0,
  look: 'whale cat',
  mapped: 'whale ship sea cat dog fire',
  pairs: 'whale sea, cat fire',
} as const;

/** Vectors of a file of the first kind: a word and its numbers a line. */
const parse = (text: string): ReadonlyMap<string, readonly number[]> =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([word = '', ...numbers]) => [word, numbers.map(Number)]),
  );

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);
const cosine = (a: readonly number[], b: readonly number[]) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

function nearest(vectors: ReadonlyMap<string, readonly number[]>, word: string, most: number) {
  const of = vectors.get(word) ?? [];
  return [...vectors]
    .filter(([other]) => other !== word)
    .map(([other, vector]) => ({ other, cosine: cosine(of, vector) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, most);
}

/** The same run by the readable trainer. */
function trainedHere(): { readonly read: ReadText; readonly input: Float64Array } {
  const work = readText(TEXT, { level: 'word', ends: 'sentences', minCount: 2, words: SETTINGS.words });
  let step = work.next();
  while (!step.done) step = work.next();
  if (!step.value.ok) throw new Error(step.value.failure.code);
  const { read } = step.value;
  const { method, dimensions, learningRate, seed } = configOf(SETTINGS, {
    text: TEXT,
    level: 'word',
    minCount: 2,
    words: 9,
  });
  if (method.kind !== 'word2vec') throw new Error(method.kind);
  const spec: Word2vecSpec = {
    ...method,
    output: { kind: 'hierarchical', tree: huffmanTree(read.counts) },
    dimensions,
    learningRate,
    floor: 1e-4,
    seed,
  };
  const trainer = createWord2vecTrainer(read.corpus, spec);
  while (!trainer.isDone()) trainer.step();
  return { read, input: trainer.state.input };
}

for (const locale of ['en', 'zh'] as const) {
  test(`neighbours are those of the exported vectors, which are the reference’s, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    await page.goto(
      `/${locale}/lessons/word2vec?backend=js${writeFragment(LIVE_WORD_TABLE, 'live', SETTINGS)}`,
    );
    const live = figure(page, 'live');
    await isDone(live);

    // What is saved is what the readable trainer learns.
    await live.getByRole('button', { name: say(locale, 'w2v.files') }).click();
    const waiting = page.waitForEvent('download');
    await live.getByRole('button', { name: say(locale, 'vector-files.glove') }).click();
    const vectors = parse(readFileSync(await (await waiting).path(), 'utf8'));
    const { read, input } = trainedHere();
    expect([...vectors.keys()]).toEqual(read.words);
    read.words.forEach((word, id) => {
      vectors.get(word)?.forEach((value, j) => {
        expect(value).toBeCloseTo(input[8 * id + j] ?? NaN, 6);
      });
    });

    // Each list is the ranking of these vectors.
    const showsNeighbours = async (word: string) => {
      const rows = live.locator(`[data-list="${word}"] li`);
      const expected = nearest(vectors, word, 5);
      await expect(rows.getByRole('button')).toHaveText(expected.map(({ other }) => other));
      const texts = await rows.allInnerTexts();
      for (const [i, text] of texts.entries()) {
        expect(text).toContain((expected[i]?.cosine ?? NaN).toFixed(2).replace('-', '−'));
      }
      return expected;
    };
    await showsNeighbours('whale');
    await showsNeighbours('cat');

    // A word by its beginning; two that are each other's nearest pass the checkpoint.
    await expect(verdict(page, 'mutual')).toHaveText(say(locale, 'check.waiting'));
    const field = live.getByRole('textbox', { name: say(locale, 'map.add') });
    await field.fill('zebra');
    await expect(live.getByText(say(locale, 'map.unknown', { word: 'zebra' }))).toBeVisible();
    await field.fill('do');
    await field.press('Enter');
    await showsNeighbours('dog');
    const words = [...vectors.keys()];
    const best = (word: string) => nearest(vectors, word, 1)[0]?.other ?? '';
    const pair = words.find((word) => best(best(word)) === word) ?? '';
    for (const word of [pair, best(pair)]) {
      if ((await live.locator(`[data-list="${word}"]`).count()) > 0) continue;
      await field.fill(word);
      await field.press('Enter');
    }
    await expect(verdict(page, 'mutual')).toHaveText(say(locale, 'check.done'));

    // The map: its words, a word lit from the list, and the keyboard.
    const map = live.getByRole('group', { name: say(locale, 'map.plane'), exact: true });
    await expect(map.locator('[data-word="fire"]')).toBeVisible();
    await live.locator('[data-list="cat"] button[aria-pressed]').hover();
    await expect(map.locator('[data-word="cat"]')).toHaveAttribute('data-lit', 'true');
    await map.locator('[tabindex="0"]').focus();
    const before = await page.evaluate(() => document.activeElement?.getAttribute('data-word'));
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
    const after = await page.evaluate(() => document.activeElement?.getAttribute('data-word'));
    expect(before).not.toBeNull();
    await page.keyboard.press('Enter');
    await expect(map.locator(`[data-word="${after}"]`)).toHaveAttribute('aria-pressed', 'true');
    await expect(page).toHaveURL(/#figure=live&.*look=/);

    // Eight words, two either side: gaps of one and of two, each both ways.
    const count = page.locator('[data-checkpoint="count-pairs"]');
    await count.getByRole('textbox').fill('26');
    await count.getByRole('button', { name: say(locale, 'check.submit') }).click();
    await expect(count.getByRole('status')).toHaveText(say(locale, 'check.right'));
  });
}

/** The numbers printed of the two vectors multiply to the number shown. */
async function expectProduct(page: Page, locale: Locale): Promise<void> {
  const vectors = figure(page, 'vectors');
  await openTables(page, locale, ['vectors']);
  const rows = vectors.getByRole('table', { name: say(locale, 'w2v.vectors-title') }).locator('tbody tr');
  const column = async (at: number) =>
    (await rows.locator(`td:nth-of-type(${at})`).allInnerTexts()).map((text) =>
      Number(text.replace('−', '-')),
    );
  await expect(async () => {
    const [u, v] = [await column(1), await column(2)];
    const shown = await vectors.getByTestId('held').locator('[data-itself] td').first().innerText();
    expect(u).toHaveLength(32);
    expect(Math.abs(Number(shown.replace('−', '-')) - dot(u, v))).toBeLessThan(0.006);
  }).toPass();
}

/** Both ways have come to their end and were measured. */
async function expectMeasured(page: Page, locale: Locale): Promise<void> {
  const versus = figure(page, 'versus');
  const motion = (code: 'w2v.hold' | 'w2v.go') => versus.getByRole('button', { name: say(locale, code) });
  await expect(motion('w2v.hold').or(motion('w2v.go'))).toHaveCount(0, { timeout: 30_000 });
  // The last frame of a run that is over may still be on its way.
  await expect(async () => {
    for (const id of ['speed', 'seconds', 'loss', 'all']) {
      for (const text of await versus.locator(`[data-row="${id}"] strong`).allInnerTexts()) {
        expect(Number(text.replaceAll(',', ''))).toBeGreaterThan(0);
      }
    }
  }).toPass({ timeout: 20_000 });
}

testLooks(
  async (page, locale) => {
    await page.goto(`/${locale}/lessons/word2vec#figure=versus&part=tenth&epochs=30`);
    await expect(figure(page, 'live').locator('[data-list]').first()).toBeVisible({ timeout: 30_000 });
    return page;
  },
  async (page, locale) => {
    const live = figure(page, 'live');
    await openTables(page, locale, ['live']);
    await live.getByRole('button', { name: say(locale, 'w2v.settings') }).click();
    await figure(page, 'versus').locator('summary').click();
    await expectMeasured(page, locale);
    await figure(page, 'vectors').scrollIntoViewIfNeeded();
    await expect(figure(page, 'vectors').getByTestId('held')).toBeVisible({ timeout: 30_000 });
    await figure(page, 'vectors')
      .getByRole('button', { name: say(locale, 'embeddings.pause') })
      .click();
    await expectProduct(page, locale);
  },
);
