import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { cooccurrenceMessages } from '../src/i18n/messages/cooccurrence.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { noiseMessages } from '../src/i18n/messages/noise.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { significant } from '../src/instruments/ngrams/format.ts';
import { chiSquare, chiSquareTail } from '../src/instruments/noise/chi-square.ts';
import { createNoiseTable, drawMore, followDraw, startTally } from '../src/instruments/noise/draws.ts';
import { NOISE_TABLE } from '../src/instruments/noise/settings.ts';
import { pairUpdate } from '../src/instruments/noise/updates.ts';
import { NEGATIVE_LIVE_TABLE, UPDATES_TABLE } from '../src/instruments/noise/updates-settings.ts';
import { pairOf } from '../src/instruments/noise/useUpdates.ts';
import { configOf } from '../src/instruments/word2vec/settings.ts';
import { type ReadText, readText } from '../src/models/word2vec/read-text.ts';
import { createWord2vecTrainer, type Word2vecSpec } from '../src/models/word2vec/trainer.ts';
import { updateLogistic } from '../src/models/word2vec/update.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...noiseMessages.en, ...cooccurrenceMessages.en },
  zh: { ...noiseMessages.zh, ...cooccurrenceMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const verdict = (page: Page, id: string): Locator =>
  page.locator(`[data-checkpoint="${id}"]`).getByRole('status');

/** By single characters: where words end depends a little on the machine's ICU, and the browser brings its own. */
const LETTERS = {
  level: 'character',
  ends: 'lines',
  source: 'moby-dick',
  part: 'tenth',
  minCount: 10,
  words: 20_000,
} as const;
/** A run that is over in a second on the reference. */
const SMALL = { ...LETTERS, dimensions: 6, window: 1, epochs: 1, rate: 0.05 } as const;

function readHere(): ReadText {
  const text = readFileSync(new URL('../public/corpora/moby-dick.txt', import.meta.url), 'utf8');
  const wanted = Math.floor(text.length / 10);
  const line = text.lastIndexOf('\n', wanted);
  const part = text.slice(0, line > wanted / 2 ? line + 1 : wanted);
  const work = readText(part, { level: 'character', ends: 'lines', minCount: 10, words: 20_000 });
  let step = work.next();
  while (!step.done) step = work.next();
  if (!step.value.ok) throw new Error(step.value.failure.code);
  return step.value.read;
}

const LIST = 'sea 4000, whale 900, ship 300, harpoon 40, doubloon 3';
const COUNTS = [4000, 900, 300, 40, 3];

for (const locale of ['en', 'zh'] as const) {
  test(`the noise, its draws and their chi-square, ${locale}${rarely(locale === 'zh')}`, async ({ page }) => {
    const settings = { ...fallbackState(NOISE_TABLE), from: 'own', own: LIST, draws: 400, seed: 3 } as const;
    await page.goto(
      `/${locale}/lessons/negative-sampling?backend=js${writeFragment(NOISE_TABLE, 'noise', settings)}`,
    );
    const noise = figure(page, 'noise');
    const shows = async (exponent: number, draws: number) => {
      const table = createNoiseTable(COUNTS, exponent);
      const tally = drawMore(startTally(COUNTS.length, 3), table, draws);
      const { value, freedom } = chiSquare(tally.seen, table.probabilities);
      const chi = (a: number) => chiSquare(tally.seen, createNoiseTable(COUNTS, a).probabilities).value;
      await expect(noise.getByTestId('chi')).toHaveText(
        say(locale, 'noise.chi-said', {
          draws,
          exponent: exponent.toFixed(2),
          chi: significant(value, 4),
          freedom,
          tail: significant(100 * chiSquareTail(value, freedom), 2),
          uniform: significant(chi(0), 4),
          unigram: significant(chi(1), 4),
        }),
      );
      const drawn = noise.locator('[data-word] text:last-child');
      await expect(drawn).toHaveText(
        Array.from(
          tally.seen,
          (seen, i) =>
            new RegExp(
              `^${seen.toLocaleString('en')} / ${((table.probabilities[i] ?? 0) * draws).toFixed(1)}$`,
            ),
        ),
      );
      return { table, tally };
    };
    const { table, tally } = await shows(0.75, 400);

    // The next draw, step by step.
    const next = followDraw(tally.state.slice(), table);
    const steps = noise.getByTestId('followed').getByRole('listitem');
    await noise.getByRole('button', { name: say(locale, 'noise.advance-word') }).click();
    await expect(steps).toHaveCount(1);
    await expect(steps.first()).toContainText(next.uniform.toFixed(6));
    await noise.getByRole('button', { name: say(locale, 'noise.advance-number') }).press('Enter');
    await expect(steps.nth(1)).toContainText(next.scaled.toFixed(4));
    await noise.getByRole('button', { name: say(locale, 'noise.advance-column') }).press('Enter');
    await expect(steps.nth(2)).toContainText(
      ['sea', 'whale', 'ship', 'harpoon', 'doubloon'][next.word] ?? '',
    );
    await shows(0.75, 401);

    // Near the unigram noise, and told apart from it.
    await noise.getByRole('slider', { name: 'a', exact: true }).press('End');
    await noise.getByRole('slider', { name: 'a', exact: true }).press('ArrowLeft');
    await noise.getByRole('slider', { name: 'a', exact: true }).press('ArrowLeft');
    await expect(verdict(page, 'told-apart')).toHaveText(say(locale, 'check.waiting'));
    await noise.getByRole('button', { name: say(locale, 'noise.draw', { count: 10_000 }) }).click();
    await shows(0.9, 10_401);
    await expect(verdict(page, 'told-apart')).toHaveText(say(locale, 'check.done'));
    await expect(page).toHaveURL(/#figure=noise&.*draws=10401/);
    await answer(page, locale, 'start-loss', '4.16');
    await answer(page, locale, 'ratio', '1000');
  });
}

test('a pair of a running model is what the reference has, and is learnt as it says', async ({ page }) => {
  const settings = { ...fallbackState(UPDATES_TABLE), ...SMALL, from: 'q', to: 'u', step: '0.5' } as const;
  await page.goto(
    `/en/lessons/negative-sampling?backend=js${writeFragment(UPDATES_TABLE, 'updates', settings)}`,
  );
  const updates = figure(page, 'updates');
  await expect(updates.getByTestId('embedding-status')).toHaveAttribute('data-phase', 'done', {
    timeout: 60_000,
  });

  const read = readHere();
  const { method, dimensions, learningRate, seed } = configOf(settings, {
    text: '',
    level: 'character',
    minCount: 1,
    words: 1,
  });
  if (method.kind !== 'word2vec' || method.output.kind !== 'negative') throw new Error('other method');
  const { output, ...rest } = method;
  const spec: Word2vecSpec = { ...rest, output, dimensions, learningRate, floor: 0.0001, seed };
  const trainer = createWord2vecTrainer(read.corpus, spec);
  while (!trainer.isDone()) trainer.step();
  const pair = pairOf(read, settings);
  if (!pair) throw new Error('no pair');
  const row = (table: Float64Array, id: number) => table.slice(id * dimensions, (id + 1) * dimensions);
  const sigmas = updates.locator('tbody tr:not(:last-child) td:nth-child(4)');
  const now = () =>
    pairUpdate(pair.ids, {
      hidden: row(trainer.state.input, pair.input),
      outputs: pair.ids.map((id) => row(trainer.state.output, id)),
    });
  const before = now();
  await expect(sigmas).toHaveText(before.rows.map(({ probability }) => probability.toFixed(3)));
  await expect(updates.locator('tbody td:nth-child(7)')).toHaveText(
    [...before.rows.map(({ gradient }) => gradient), before.hiddenGradient].map((x) => significant(x, 3)),
  );
  await expect(updates.getByTestId('loss')).toContainText(before.loss.toFixed(3));
  await expect(updates.getByTestId('moved')).toContainText(String(before.moved));

  // One step by hand, with just these noise words.
  await updates.getByRole('button', { name: say('en', 'updates.learn') }).click();
  const { back } = updateLogistic({
    output: trainer.state.output,
    hidden: row(trainer.state.input, pair.input),
    dimensions,
    rows: pair.ids,
    labels: pair.ids.map((_, i) => Number(i === 0)),
    rate: 0.5,
  });
  back.forEach((step, j) => {
    const at = pair.input * dimensions + j;
    trainer.state.input[at] = (trainer.state.input[at] ?? 0) + step;
  });
  const after = now();
  await expect(sigmas).toHaveText(
    after.rows.map(
      ({ probability }, i) => `${before.rows[i]?.probability.toFixed(3)} → ${probability.toFixed(3)}`,
    ),
  );
  const learn = updates.getByRole('button', { name: say('en', 'updates.learn') });
  for (let i = 2; i <= 40; i++) {
    if ((await verdict(page, 'separate').innerText()) === say('en', 'check.done')) break;
    await learn.click();
    await expect(updates.getByTestId('learnt')).toHaveText(say('en', 'updates.learnt', { count: i }));
  }
  await expect(verdict(page, 'separate')).toHaveText(say('en', 'check.done'));
  await updates.getByRole('textbox', { name: say('en', 'updates.to') }).fill('whale');
  await expect(updates).toContainText(say('en', 'updates.unknown', { words: 'whale' }));
  await updates.getByRole('textbox', { name: say('en', 'updates.to') }).fill(' ');
  await expect(updates).toContainText(say('en', 'updates.type'));
});

async function answer(page: Page, locale: Locale, id: string, value: string): Promise<void> {
  const checkpoint = page.locator(`[data-checkpoint="${id}"]`);
  await checkpoint.getByRole('textbox').fill(value);
  await checkpoint.getByRole('button', { name: say(locale, 'check.submit') }).click();
  await expect(checkpoint.getByRole('status')).toHaveText(say(locale, 'check.right'));
}

testLooks(
  async (page, locale) => {
    const settings = { ...fallbackState(NEGATIVE_LIVE_TABLE), ...SMALL };
    await page.goto(
      `/${locale}/lessons/negative-sampling${writeFragment(NEGATIVE_LIVE_TABLE, 'live', settings)}`,
    );
    const live = figure(page, 'live');
    await live.scrollIntoViewIfNeeded();
    await expect(live.getByTestId('embedding-status')).toHaveAttribute('data-phase', 'done', {
      timeout: 60_000,
    });
    await expect(live.getByTestId('optimum')).toBeVisible();
    const updates = figure(page, 'updates');
    await updates.scrollIntoViewIfNeeded();
    await expect(updates.getByTestId('loss')).toBeVisible();
    await updates.getByRole('button', { name: say(locale, 'updates.learn') }).click();
    await expect(updates.getByTestId('learnt')).toBeVisible();
    await expect(figure(page, 'noise').getByTestId('chi')).toBeVisible();
    return page;
  },
  async (page, locale) => {
    await openTables(page, locale, ['updates', 'noise', 'live']);
    await figure(page, 'noise')
      .getByRole('button', { name: say(locale, 'near.text'), exact: true })
      .click();
  },
);
