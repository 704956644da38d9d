import type { Locator, Page } from '@playwright/test';
import { formatFixed } from '../src/components/diagrams/formatNumber.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { embeddingMessages } from '../src/i18n/messages/embeddings.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { subwordsMessages } from '../src/i18n/messages/subwords.ts';
import { textClassifierMessages } from '../src/i18n/messages/text-classifier.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { significant } from '../src/instruments/ngrams/format.ts';
import { cosineOf, partShares } from '../src/instruments/subwords/part-shares.ts';
import { BUCKETS, NGRAM_TABLE, optionsOf } from '../src/instruments/subwords/settings.ts';
import { ngramOptions, UNSEEN_TABLE, unseenConfig } from '../src/instruments/subwords/unseen-settings.ts';
import { classifierConfig, DATA_SETS } from '../src/instruments/text-classifier/data-sets.ts';
import { KITCHENS, opinionLines } from '../src/instruments/text-classifier/opinions.ts';
import { mostProbable } from '../src/instruments/text-classifier/reasons.ts';
import { CLASSIFIER_TABLE, type ClassifierSettings } from '../src/instruments/text-classifier/settings.ts';
import { aloneAtStart, COUNTED, countOf } from '../src/lessons/fasttext/figures/facts.ts';
import { bucketUse, countNgrams, expectedAlone } from '../src/models/fasttext/bucket-use.ts';
import { hashNgram } from '../src/models/fasttext/hash.ts';
import { characterNgrams } from '../src/models/fasttext/ngrams.ts';
import { ngramRows, subwordParts, wordVector } from '../src/models/fasttext/subwords.ts';
import { readText } from '../src/models/word2vec/read-text.ts';
import { createWord2vecTrainer } from '../src/models/word2vec/trainer.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import type { ConfigOf } from '../src/workers/embeddings/method.ts';
import { classifier } from '../src/workers/embeddings/methods/classifier.ts';
import { openedBy } from '../src/workers/embeddings/methods/method.testkit.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...embeddingMessages.en, ...subwordsMessages.en, ...textClassifierMessages.en },
  zh: { ...embeddingMessages.zh, ...subwordsMessages.zh, ...textClassifierMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);
const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const verdict = (page: Page, id: string): Locator =>
  page.locator(`[data-checkpoint="${id}"]`).getByRole('status');

/** A text that every machine cuts alike, with a word to misspell. */
const TEXT = Array.from({ length: 10 }, (_, i) =>
  [
    'the government of the people governs',
    'a government may govern well or govern badly',
    'people walk and talk and people are walking and talking',
    `the nation has ${i % 2 ? 'governed' : 'walked'} on its own`,
  ].join('\n'),
).join('\n');

const UNSEEN = {
  ...fallbackState(UNSEEN_TABLE),
  source: 'own',
  ownText: TEXT,
  ends: 'lines',
  minCount: 1,
  word: 'governor',
  pairs: 'walking talking, people nation',
} as const;

/** The same run by the reference, to its end. */
function unseenHere() {
  const source = { text: TEXT, level: 'word', ends: 'lines', minCount: 1, words: UNSEEN.words } as const;
  const reading = readText(TEXT, source);
  let step = reading.next();
  while (!step.done) step = reading.next();
  if (!step.value.ok) throw new Error(step.value.failure.code);
  const { corpus, words } = step.value.read;
  const { method, dimensions, learningRate, seed } = unseenConfig(UNSEEN, source);
  if (method.kind !== 'word2vec' || method.output.kind !== 'negative') throw new Error('another method');
  const { kind: _, ngrams: __, output, ...rest } = method;
  const options = ngramOptions(UNSEEN);
  const trainer = createWord2vecTrainer(
    { ...corpus, parts: subwordParts(words, options) },
    { ...rest, output, dimensions, learningRate, floor: 1e-4, seed },
  );
  while (!trainer.isDone()) trainer.step();
  const { input } = trainer.state;
  const rowsOf = (word: string) => {
    const id = words.indexOf(word);
    return [...(id < 0 ? [] : [id]), ...ngramRows(word, words.length, options)];
  };
  const vectorOf = (word: string) =>
    wordVector(input, dimensions, rowsOf(word)) ?? new Float64Array(dimensions);
  return {
    words,
    nearest: (word: string) =>
      words
        .filter((other) => other !== word)
        .map((other) => ({ word: other, cosine: cosineOf(vectorOf(word), vectorOf(other)) }))
        .sort((a, b) => b.cosine - a.cosine),
    shares(word: string) {
      const rows = rowsOf(word);
      const vectors = rows.flatMap((row) => [...input.subarray(row * dimensions, (row + 1) * dimensions)]);
      return partShares({ word, rows, vectors: Float64Array.from(vectors) }, options);
    },
  };
}

const OPINIONS: ClassifierSettings = {
  ...fallbackState(CLASSIFIER_TABLE),
  data: 'opinions',
  ...DATA_SETS.opinions.pair,
};

function classifiedHere(settings: ClassifierSettings) {
  const text = opinionLines(KITCHENS.en).join('\n');
  const run = openedBy(classifier, classifierConfig(settings, text) as ConfigOf<'classifier'>);
  run.finish();
  const view = run.trainer.view({ texts: [settings.one, settings.other] });
  return { ...run, answers: view.texts, heldOut: run.trainer.heldOut?.() ?? null };
}

const percent = (p: number) => (p > 0 && p < 0.001 ? '<0.1 %' : `${(100 * p).toFixed(1)} %`);

async function open(page: Page, locale: Locale): Promise<Page> {
  await page.goto(`/${locale}/lessons/fasttext?backend=js${writeFragment(UNSEEN_TABLE, 'unseen', UNSEEN)}`);
  await expect(figure(page, 'ngrams').getByTestId('crowding')).toBeVisible();
  await figure(page, 'unseen').scrollIntoViewIfNeeded();
  await expect(figure(page, 'unseen').getByTestId('neighbours')).toBeVisible();
  const classes = figure(page, 'classifier');
  await classes.scrollIntoViewIfNeeded();
  await expect(classes.getByTestId('confusion')).toBeVisible();
  return page;
}

async function finished(shown: Locator, locale: Locale): Promise<void> {
  await expect(shown.getByRole('button', { name: say(locale, 'embeddings.again') })).toBeVisible();
}

async function answer(page: Page, locale: Locale, id: string, value: string): Promise<void> {
  const checkpoint = page.locator(`[data-checkpoint="${id}"]`);
  await checkpoint.getByRole('textbox').fill(value);
  await checkpoint.getByRole('button', { name: say(locale, 'check.submit') }).click();
  await expect(checkpoint.getByRole('status')).toHaveText(say(locale, 'check.right'));
}

for (const locale of ['en', 'zh'] as const) {
  test(`n-grams, unseen words and labels are what the models compute, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    await open(page, locale);
    const plain = new Intl.NumberFormat(locale === 'zh' ? 'zh-Hans' : 'en');

    // The n-grams of a word, and the hash of one of them, byte by byte; by keyboard.
    const ngrams = figure(page, 'ngrams');
    const settings = fallbackState(NGRAM_TABLE);
    const chips = ngrams.locator('button[aria-pressed][data-shared], section button[aria-pressed]');
    await expect(chips).toHaveText([...characterNgrams('where', optionsOf(settings))]);
    const hash = ngrams.getByTestId('hash');
    await expect(hash).toContainText(`${hashNgram('whe')} mod 20000 = ${hashNgram('whe') % 20_000}`);
    await ngrams.getByRole('button', { name: '<where', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(hash).toContainText(`${hashNgram('<where')} mod`);
    await expect(hash.getByRole('row')).toHaveCount(1 + '<where'.length);
    await ngrams.getByRole('textbox').fill('Straße');
    await expect(ngrams.getByTestId('ngrams')).toContainText(say(locale, 'subwords.note-signed'));
    await expect(chips).toHaveText([...characterNgrams('straße', optionsOf(settings))]);
    await expect(page).toHaveURL(/figure=ngrams&.*word=Stra/);

    // Who shares a row in the vocabulary of the run below.
    const run = unseenHere();
    const { minN, maxN } = ngramOptions(UNSEEN);
    const census = countNgrams(run.words, { minN, maxN });
    const bucket = BUCKETS[0];
    await ngrams.getByRole('combobox').selectOption(bucket);
    await expect(ngrams.getByTestId('crowding')).toHaveText(
      say(locale, 'subwords.crowding', {
        words: plain.format(run.words.length),
        ngrams: plain.format(census.ngrams.length),
        bucket,
        alone: plain.format(bucketUse(census, Number(bucket)).alone),
        expected: plain.format(Math.round(expectedAlone(census.ngrams.length, Number(bucket)))),
      }),
    );

    // A word that the text does not have: its neighbours, and what its rows add.
    const unseen = figure(page, 'unseen');
    await unseen.scrollIntoViewIfNeeded();
    await finished(unseen, locale);
    await expect(unseen.getByTestId('neighbours').getByRole('listitem')).toHaveText(
      run
        .nearest(UNSEEN.word)
        .slice(0, 8)
        .map(({ word, cosine }) => `${word}${formatFixed(cosine, 3)}`),
    );
    await expect(unseen.getByTestId('standing')).toHaveAttribute('data-known', 'unseen');
    const [first] = run.shares(UNSEEN.word);
    const row = unseen.getByTestId('parts').getByRole('row').nth(1);
    await expect(row).toContainText(`${formatFixed(100 * (first?.share ?? 0), 1)} %`);
    await expect(row).toContainText(formatFixed(first?.cosine ?? 0, 2));
    await expect(unseen.getByTestId('pairs').getByRole('row')).toHaveCount(3);
    await expect(verdict(page, 'misspelling')).toHaveText(say(locale, 'check.waiting'));
    await unseen
      .getByRole('textbox', { name: say(locale, 'subwords.word'), exact: true })
      .fill('gouvernment');
    await expect(verdict(page, 'misspelling')).toHaveText(say(locale, 'check.done'));
    await unseen.getByText(say(locale, 'subwords.made-words'), { exact: true }).click();
    await expect(unseen.getByTestId('neighbours')).toContainText(say(locale, 'subwords.no-vector'));

    // Labels: both sentences under each loss, the score taken apart, the tree's search, what is held out.
    const classes = figure(page, 'classifier');
    await classes.scrollIntoViewIfNeeded();
    await classes.getByRole('combobox', { name: say(locale, 'classifier.data') }).selectOption('opinions');
    const shows = async (part: Partial<ClassifierSettings>) => {
      const asked = { ...OPINIONS, ...part };
      const here = classifiedHere(asked);
      const bars = (which: number) =>
        here.info.labels
          .map((label, i) => `${label} ${percent(here.answers[which]?.probabilities[i] ?? 0)}`)
          .join(', ');
      await expect(classes.getByTestId('label-bars').getByRole('img')).toHaveAttribute(
        'aria-label',
        `${say(locale, 'classifier.bars')}. ${say(locale, 'classifier.one-short')}: ${bars(0)}; ${say(locale, 'classifier.other-short')}: ${bars(1)}`,
      );
      const [one] = here.answers;
      if (!one) throw new Error('no answer');
      const label = mostProbable(one);
      await expect(classes.getByTestId('score')).toHaveText(
        say(locale, 'classifier.score', {
          label: here.info.labels[label] ?? '',
          count: one.features.length,
          score: significant(one.scores[label] ?? 0, 4),
        }),
      );
      return here;
    };
    await shows({});
    await expect(verdict(page, 'negation')).toHaveText(say(locale, 'check.waiting'));
    await classes.getByRole('slider', { name: say(locale, 'classifier.ngrams') }).press('ArrowRight');
    const { heldOut } = await shows({ wordNgrams: 2 });
    await expect(verdict(page, 'negation')).toHaveText(say(locale, 'check.done'));
    await expect(classes.getByTestId('held-out')).toContainText(significant(heldOut?.loss ?? 0, 3));
    await classes.getByText(say(locale, 'classifier.loss-hierarchical'), { exact: true }).click();
    const { answers } = await shows({ wordNgrams: 2, loss: 'hierarchical' });
    await expect(classes.getByTestId('search').getByRole('listitem')).toHaveCount(2);
    const found = (100 * (answers[0]?.probabilities[mostProbable(answers[0])] ?? 0)).toFixed(1);
    await expect(classes.getByTestId('search')).toContainText(`${found}%`);
    await classes.getByText(say(locale, 'classifier.loss-one-vs-all'), { exact: true }).click();
    await shows({ wordNgrams: 2, loss: 'one-vs-all' });

    // The reader's own lines: what cannot be learnt is named by its line.
    await classes.getByRole('combobox', { name: say(locale, 'classifier.data') }).selectOption('own');
    await classes
      .getByRole('textbox', { name: say(locale, 'setup.corpus.own') })
      .fill(
        '__label__a rain and wind\n\nno label here\n__label__b salt and oil\n__label__a\n__label__b bread',
      );
    await classes.getByRole('button', { name: say(locale, 'setup.useText') }).click();
    const faults = classes.getByTestId('faults').getByRole('listitem');
    await expect(faults).toHaveText([
      say(locale, 'classifier.fault-no-label', { line: 3, found: 'no label here' }),
      say(locale, 'classifier.fault-no-text', { line: 5, found: '__label__a' }),
    ]);

    await answer(page, locale, 'count', String(countOf(COUNTED)));
    await answer(page, locale, 'turn', aloneAtStart().toFixed(2));
  });
}

testLooks(open, async (page, locale) => {
  const unseen = figure(page, 'unseen');
  const classes = figure(page, 'classifier');
  await unseen.getByRole('button', { name: say(locale, 'subwords.text') }).click();
  await classes.getByText(say(locale, 'classifier.loss-hierarchical'), { exact: true }).click();
  await expect(classes.getByTestId('label-tree')).toBeVisible();
  await openTables(page, locale, ['ngrams', 'unseen', 'classifier']);
});
