import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pairsMessages } from '../src/i18n/messages/pairs.ts';
import { textsMessages } from '../src/i18n/messages/texts.ts';
import { wordTextsMessages } from '../src/i18n/messages/word-texts.ts';
import { translate } from '../src/i18n/translate.ts';
import { createRandom } from '../src/models/random.ts';
import { tokenize } from '../src/models/text/tokenize.ts';
import { readVectorBinary } from '../src/models/vectors/vectors.testkit.ts';
import { chanceLimit, drawBelow, drawChance } from '../src/models/word2vec/draws.ts';
import { type ReadText, readText } from '../src/models/word2vec/read-text.ts';
import { keepProbabilities } from '../src/models/word2vec/subsample.ts';
import { pairsOf } from '../src/models/word2vec/windows.ts';
import { expect, test } from './support.ts';

type Locale = 'en' | 'zh';
const MOBY = readFileSync('public/corpora/moby-dick.txt', 'utf8');

const say = (locale: Locale, code: keyof (typeof wordTextsMessages)['en'], values = {}) =>
  translate(locale, code, values, wordTextsMessages);

function read(text: string, minCount: number): ReadText {
  const work = readText(text, { level: 'word', ends: 'sentences', minCount, words: 20_000 });
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    if (!value.ok) throw new Error(value.failure.code);
    return value.read;
  }
}

/** The line of facts as the reference has it. */
function factsOf({ words, tokens, types, kept, sentences }: ReadText): string {
  const plain = new Intl.NumberFormat('en');
  const share = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 3 });
  return [
    say('en', 'word-texts.facts-tokens', { tokens: plain.format(tokens), types: plain.format(types) }),
    say('en', 'word-texts.facts-kept', {
      words: words.length,
      shown: plain.format(words.length),
      share: share.format(kept / tokens),
    }),
    say('en', 'word-texts.facts-sentences', { count: sentences, shown: plain.format(sentences) }),
  ].join(' · ');
}

test('a text for word vectors: what is found in it, and what is wrong with it', async ({ page }) => {
  await page.goto('/en/gallery/word-text');
  const facts = page.getByTestId('word-facts');
  // Browsers and Node may cut a few words otherwise: Unicode's rules for colons changed.
  const tokens = Number((await facts.innerText()).split(' ')[0]?.replaceAll(',', ''));
  expect(Math.abs(tokens / read(MOBY, 5).tokens - 1)).toBeLessThan(0.001);
  const before = await facts.innerText();
  await page.locator('summary', { hasText: say('en', 'word-texts.frequent') }).click();
  await expect(page.getByRole('row').nth(1)).toContainText(/^the14,/);

  const alert = page.locator('[data-gallery-state]').getByRole('alert');
  const pick = page.locator('input[type=file]');
  await pick.setInputFiles({
    name: 'song.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([65, 32, 0, 1, 2, 66]),
  });
  await expect(alert).toContainText('song.txt');
  await expect(facts).toHaveText(before);
  await page.getByRole('button', { name: translate('en', 'texts.dismiss', {}, textsMessages) }).click();

  const text = 'The whale, the sea and the ship. A sea without a whale?';
  await page.getByRole('combobox', { name: translate('en', 'setup.corpus') }).selectOption('own');
  await expect(alert).toHaveText(say('en', 'word-texts.fault-no-words'));
  await page.getByRole('textbox', { name: translate('en', 'setup.corpus.own') }).fill(text);
  await page.getByRole('button', { name: translate('en', 'setup.useText') }).click();
  const found = { minCount: 5, word: 'the', most: 3 };
  await expect(alert).toContainText(say('en', 'word-texts.fault-min-count', found));
  await page.getByRole('button', { name: say('en', 'word-texts.lower', { count: 2 }) }).click();
  await expect(facts).toHaveText(factsOf(read(text, 2)));
});

/** Pairs of the third sentence up to each place, by the models alone: t = 0.001, a window drawn from 1 … 4, seed 2. */
function pairsUpTo(): readonly number[] {
  const { words, counts } = read(MOBY, 5);
  const keep = keepProbabilities(counts, 0.001).map(chanceLimit);
  const generator = createRandom(2).state();
  const sentence = MOBY.slice(MOBY.indexOf('Some years ago'), MOBY.indexOf('It is a way I have'));
  const ids = tokenize(sentence, { level: 'word' }).map((token) => words.indexOf(token));
  const stay = ids.filter((id) => id >= 0 && drawChance(generator, keep[id] ?? 0));
  const reaches = stay.map(() => 1 + drawBelow(generator, 4));
  const pairs = pairsOf(stay.length, (place) => reaches[place] ?? 0);
  return stay.map((_, place) => pairs.filter(({ centre }) => centre <= place).length);
}

async function expectPairs(page: Page, made: readonly number[], place: number) {
  const all = made[place] ?? 0;
  const values = { here: all - (made[place - 1] ?? 0), all };
  await expect(page.getByTestId('pairs')).toHaveText(
    translate('en', 'pairs.made-skip-gram', values, pairsMessages),
  );
}

test('the window makes the pairs that the models make, by keys and from a link', async ({ page }) => {
  const made = pairsUpTo();
  await page.goto('/en/gallery/pairs');
  await expectPairs(page, made, 17);
  await page.getByRole('group', { name: translate('en', 'pairs.window-keys', {}, pairsMessages) }).focus();
  await page.keyboard.press('End');
  await expectPairs(page, made, made.length - 1);
  await page.keyboard.press('ArrowLeft');
  await expectPairs(page, made, made.length - 2);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expectPairs(page, made, 2);
  await page.keyboard.press('Space');
  await page.goto('/en/gallery');
  await page.goto('/en/gallery/pairs#figure=pairs&at=5');
  await expectPairs(page, made, 4);
});

test('vectors leave as a file with the same numbers', async ({ page }) => {
  await page.goto('/en/gallery/vector-files');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '.bin' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Moby-Dick-50d.bin');
  const { words, dimensions, vectors } = readVectorBinary(readFileSync(await download.path()));
  const random = createRandom(1);
  expect([...words, dimensions]).toEqual(['whale', 'sea', '鲸鱼', 'new_york', 50]);
  expect(vectors).toEqual(Float32Array.from({ length: 200 }, () => random.normal()));
});
