import type { Locator, Page } from '@playwright/test';
import { percentText } from '../src/components/plots/percentText.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { embeddingMessages } from '../src/i18n/messages/embeddings.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { nnlmMessages } from '../src/i18n/messages/nnlm.ts';
import { softmaxCostMessages } from '../src/i18n/messages/softmax-costs.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { NNLM_TABLE } from '../src/instruments/nnlm/settings.ts';
import { type NnlmShown, shownOf } from '../src/instruments/nnlm/useNnlm.ts';
import { scoresShare, wholeCost } from '../src/lessons/neural-lm/figures/facts.ts';
import { trainedState } from '../src/lessons/neural-lm/figures/trained.testkit.ts';
import { fallbackState } from '../src/url/fragment.ts';
import { expect, openTables, test, testLooks } from './support.ts';

const own = {
  en: { ...embeddingMessages.en, ...nnlmMessages.en, ...softmaxCostMessages.en },
  zh: { ...embeddingMessages.zh, ...nnlmMessages.zh, ...softmaxCostMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);

async function open(page: Page, locale: Locale): Promise<Page> {
  await page.goto(`/${locale}/lessons/neural-lm`);
  await expect(figure(page, 'network').getByTestId('nnlm-seen')).not.toBeEmpty();
  return page;
}

/** As fast as it goes, to the end. */
async function train(page: Page, locale: Locale): Promise<void> {
  const network = figure(page, 'network');
  await network.getByLabel(say(locale, 'embeddings.pace')).selectOption('max');
  await expect(network.getByRole('button', { name: say(locale, 'embeddings.again') })).toBeVisible();
}

/** Probabilities of the words after a beginning, as the page prints them. */
const printed = ({ words, reading }: NnlmShown, word: string): string =>
  percentText(Math.exp(reading.trace.logProbabilities[words.indexOf(word)] ?? Number.NaN));

const DEFAULTS = fallbackState(NNLM_TABLE);
const NEW = 'I want a glass of apple';

test('the network says what the reference says, of what no sentence has too', async ({ page }) => {
  const trained = trainedState(DEFAULTS);
  const shown = (beginning: string) => {
    const found = shownOf(trained, { ...DEFAULTS, beginning });
    if (!found) throw new Error('nothing is shown');
    return found;
  };
  await open(page, 'en');
  await train(page, 'en');
  const network = figure(page, 'network');
  const seen = network.getByTestId('nnlm-seen');
  const expectSeen = async (beginning: string, words: string, word: string) => {
    const now = shown(beginning);
    const values = { words, seen: now.seen, word, probability: printed(now, word) };
    await expect(seen).toHaveText(say('en', 'nnlm.seen', values));
  };
  await expectSeen(DEFAULTS.beginning, 'a glass of orange', 'juice');
  const verdict = page.locator('[data-checkpoint="never-seen"]').getByRole('status');
  await expect(verdict).toHaveText(say('en', 'check.waiting'));
  await network.getByRole('button', { name: NEW }).click();
  await expectSeen(NEW, 'a glass of apple', 'juice');
  expect(shown(NEW).seen).toBe(0);
  await expect(verdict).toHaveText(say('en', 'check.done'));

  // All of the table, and what stands behind the most probable word.
  await openTables(page, 'en', ['network']);
  const { words, reading } = shown(NEW);
  const rows = network.getByRole('row');
  const first = [...reading.trace.logProbabilities].map((ln, id) => ({ id, p: Math.exp(ln) }));
  first.sort((a, b) => b.p - a.p);
  for (const [rank, { id, p }] of first.slice(0, 5).entries()) {
    await expect(rows.nth(rank + 1)).toContainText(`${words[id]}${p.toFixed(6)}`);
  }
  await expect(network.getByTestId('nnlm-score')).toContainText(printed(shown(NEW), 'juice'));

  // By keyboard: up from the bars to the units, and to the words with their nearest rows.
  await network.getByRole('button', { name: /^juice:/ }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(network.getByText(say('en', 'nnlm.unit-sum'))).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await expect(network.getByText(say('en', 'nnlm.row', { row: words.indexOf('apple') }))).toBeVisible();

  // A text of another kind, in Chinese; what cannot be learnt says so, and nothing is lost.
  await network.locator('summary').click();
  const field = network.getByRole('textbox', { name: say('en', 'nnlm.text') });
  await field.fill('今天天气很好\n明天天气不好');
  await network.getByRole('button', { name: say('en', 'nnlm.learn') }).click();
  // Words that are cut alike whatever stands beside them.
  await network.getByRole('textbox', { name: say('en', 'nnlm.beginning') }).fill('昨天天气');
  await expect(seen).toContainText('昨天 天气');
  await expect(seen).toContainText(say('en', 'nnlm.unknown', { words: '昨天', count: 1 }));
  await field.fill('…');
  await network.getByRole('button', { name: say('en', 'nnlm.learn') }).click();
  await expect(network.getByText(say('en', 'embeddings.failure-no-words')).first()).toBeVisible();
  await field.fill('x'.repeat(2100));
  await expect(network.getByText(say('en', 'nnlm.text-long', { bytes: 2100 }))).toBeVisible();
});

test('the bill is counted, the clock is read', async ({ page }) => {
  await open(page, 'zh');
  const layers = figure(page, 'layers');
  const readout = layers.getByTestId('layers-readout');
  await expect(readout).toContainText(`${(100 * scoresShare()).toFixed(1)}%`);
  await expect(readout).toContainText(wholeCost().toLocaleString('en'));
  await layers.getByText(say('zh', 'layers.tree'), { exact: true }).click();
  await expect(readout).toContainText(
    say('zh', 'layers.whole', { whole: wholeCost().toLocaleString('en'), times: '25' }),
  );

  const measured = figure(page, 'measured');
  await measured.scrollIntoViewIfNeeded();
  const value = (way: string) => measured.getByTestId(`cost-${way}`);
  const micro = async (way: string) => {
    const said = await value(way).innerText();
    return Number.parseFloat(said) * (said.includes('ms') ? 1000 : 1);
  };
  await expect(value('hierarchical')).toContainText(/\d/, { timeout: 30_000 });
  for (const way of ['full', 'batched', 'negative']) await expect(value(way)).toContainText(/\d/);
  // Ten thousand rows against ten: no machine is so noisy.
  expect(await micro('full')).toBeGreaterThan(5 * (await micro('hierarchical')));
  await measured.getByText(say('zh', 'costs.ratio'), { exact: true }).click();
  await expect(measured.locator('[data-guide="expected"]').first()).toBeVisible();
});

testLooks(open, async (page, locale) => {
  await openTables(page, locale, ['network', 'layers', 'measured']);
  await figure(page, 'network').locator('summary').click();
});
