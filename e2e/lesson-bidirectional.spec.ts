import type { Locator, Page } from '@playwright/test';
import { formatFixed } from '../src/components/diagrams/formatNumber.ts';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { stackMessages } from '../src/i18n/messages/stack.ts';
import { taggerMessages } from '../src/i18n/messages/taggers.ts';
import { waitingMessages } from '../src/i18n/messages/waiting.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { readCut } from '../src/instruments/taggers/cut.ts';
import { CUTS } from '../src/instruments/taggers/figure-settings.ts';
import { logOddsAt } from '../src/instruments/taggers/log-odds.ts';
import { readAhead } from '../src/instruments/taggers/look-ahead.ts';
import { padSentence } from '../src/instruments/taggers/padding.ts';
import { nameProbabilities, scoreTagger } from '../src/instruments/taggers/score.ts';
import { withChainsExchanged } from '../src/instruments/taggers/surgery.ts';
import {
  TAGGER_TABLE,
  type TaggerName,
  taggerConfig,
  taggerNetwork,
} from '../src/instruments/taggers/tagger-settings.ts';
import { HELD_OUT, NAME, readSentence } from '../src/instruments/taggers/task.ts';
import { bestForward, nextChain } from '../src/lessons/bidirectional/figures/facts.ts';
import { readSequence } from '../src/models/network/reading.ts';
import { fallbackState } from '../src/url/fragment.ts';
import { createJsTrainer } from '../src/workers/js-trainer.ts';
import { prepareRun } from '../src/workers/prepare.ts';
import { freshStart } from '../src/workers/start.ts';
import { expect, openTables, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...stackMessages.en, ...taggerMessages.en, ...waitingMessages.en },
  zh: { ...stackMessages.zh, ...taggerMessages.zh, ...waitingMessages.zh },
};
type Own = keyof typeof own.en;
const sayer =
  (locale: Locale) =>
  (code: MessageCode | Own, values?: MessageValues): string =>
    translate<Own>(locale, code, values, own);
const say = sayer('en');

/** Plain cells and few steps: what the page trains in a moment. */
const SETTINGS = { ...fallbackState(TAGGER_TABLE), cell: 'rnn', hidden: 5, seed: 3, trained: 80 } as const;
const FRAGMENT = { cell: 'rnn', h: 5, seed: 3, step: 80 } as const;
type Fragment = Readonly<Record<string, string | number>>;

/** The same networks, trained here by the reference trainer that the page's workers use. */
function train(directions: TaggerName) {
  const prepared = prepareRun(taggerConfig(SETTINGS, directions));
  if (!prepared.ok) throw new Error(prepared.failure.code);
  const trainer = createJsTrainer(prepared.run, freshStart(prepared.run));
  for (let step = 0; step < SETTINGS.trained; step++) void trainer.step();
  const flat = new Float64Array(prepared.run.layout.length);
  void trainer.snapshot(flat);
  return { network: taggerNetwork(SETTINGS, directions), flat, step: SETTINGS.trained };
}
const TAGGERS = { forward: train('forward'), concat: train('concat'), sum: train('sum') };

const read = (sentence: string) => readSentence(sentence).ids ?? new Int32Array();
const PAIR = [read(SETTINGS.first), read(SETTINGS.second)] as const;
const WORDS = [readSentence(SETTINGS.first).words, readSentence(SETTINGS.second).words] as const;
const TEDDY = 2;
const namesUnder = (who: TaggerName, ids: Int32Array) =>
  readSequence(TAGGERS[who].network, TAGGERS[who].flat, ids).probabilities.filter((_, i) => i % 2 === NAME);
const shown = (value: number | undefined) => formatFixed(value ?? Number.NaN, 3);

const address = (locale: Locale, figure: string, fragment: Fragment = {}): string => {
  const fields = Object.entries({ figure, ...FRAGMENT, ...fragment }).map(([key, value]) => [
    key,
    String(value),
  ]);
  return `/${locale}/lessons/bidirectional#${new URLSearchParams(fields)}`;
};
const frame = (page: Page, id: string): Locator => page.locator(`figure#${id}`);

/** The page with its networks trained as far as the link says. */
async function open(page: Page, figure: string, fragment: Fragment = {}, locale: Locale = 'en') {
  await page.goto(address(locale, figure, fragment));
  const found = frame(page, figure);
  await found.scrollIntoViewIfNeeded();
  await expect(found.locator('[data-testid=networks][data-ready=true]')).toBeVisible();
  return found;
}

/** Another figure of the same page, scrolled to. */
async function seen(page: Page, figure: string): Promise<Locator> {
  const found = frame(page, figure);
  await found.scrollIntoViewIfNeeded();
  return found;
}

/** Where nothing lies under the bar that stays at the top. */
const toTop = (page: Page) => page.evaluate(() => window.scrollTo(0, 0));

const bars = (figure: Locator, group: string, row: string): Locator =>
  figure.locator(`[data-group="${group}"] [data-row="${row}"] [role=gridcell]`);

/** The numbers under a row of bars. */
async function expectBars(figure: Locator, group: string, row: string, values: ArrayLike<number>) {
  await expect(bars(figure, group, row).locator('text')).toHaveText(Array.from(values, shown));
}

/** The share of right answers on what was never trained, and the loss. */
async function expectScores(figure: Locator) {
  for (const who of ['forward', 'concat'] as const) {
    const { all, ambiguous, loss } = scoreTagger(TAGGERS[who].network, TAGGERS[who].flat, HELD_OUT);
    const cells = [formatFixed(100 * all, 1), formatFixed(100 * ambiguous, 1)].map((share) => `${share} %`);
    const row = figure.getByRole('row', { name: new RegExp(`^${say(`tag.${who}`)}`) }).last();
    await expect(row.getByRole('cell')).toHaveText([...cells, formatFixed(loss, 4)]);
  }
}

test.describe('two taggers', () => {
  test('every bar, a word opened to its units, the learner’s own sentence', async ({ page }) => {
    const figure = await open(page, 'taggers');
    await test.step('every bar is what the reference says; the forward-only one cannot differ, bit for bit', async () => {
      const pair = [
        ['first', PAIR[0]],
        ['second', PAIR[1]],
      ] as const;
      for (const [group, ids] of pair) {
        await expectBars(figure, group, 'forward', namesUnder('forward', ids));
        await expectBars(figure, group, 'concat', namesUnder('concat', ids));
      }
      const [one, other] = [namesUnder('forward', PAIR[0]), namesUnder('forward', PAIR[1])];
      expect(one.subarray(0, TEDDY + 1)).toEqual(other.subarray(0, TEDDY + 1));
      // The identity as the page shows it: exact zeros, and all digits of both numbers.
      await expect(figure.locator('[data-footer=forward] text').filter({ hasText: /^0$/ })).toHaveCount(3);
      const exact = (await figure.getByTestId('identity').innerText()).match(/0\.\d{6,}/g) ?? [];
      expect(exact).toHaveLength(2);
      expect(exact[0]).toBe(exact[1]);
      expect(Number(exact[0])).toBeCloseTo(one[TEDDY] ?? Number.NaN, 9);
      const [a, b] = [namesUnder('concat', PAIR[0]), namesUnder('concat', PAIR[1])];
      expect(Math.abs((a[TEDDY] ?? 0) - (b[TEDDY] ?? 0))).toBeGreaterThan(0.9);
      await expect(figure.locator('[data-footer=concat]')).toContainText(
        shown((a[TEDDY] ?? 0) - (b[TEDDY] ?? 0)),
      );
      await expectScores(figure);
    });
    await test.step('a word opens to its log-odds and its units, and the keys reach all of it', async () => {
      await bars(figure, 'second', 'concat').nth(TEDDY).click();
      const { network, flat } = TAGGERS.concat;
      const reading = readSequence(network, flat, PAIR[1]);
      const odds = logOddsAt(network, flat, reading, TEDDY);
      const panel = figure.getByTestId('odds');
      await expect(panel).toContainText(`= ${formatFixed(odds.total)}`);
      await expect(panel).toContainText(shown(odds.probability));
      await panel.getByRole('button', { name: say('tag.odds-part', { symbol: '←a' }) }).click();
      for (const { value, weight } of odds.chains[1]?.units ?? []) {
        await expect(panel).toContainText(`${formatFixed(value)} × ${formatFixed(weight)}`);
      }
      await bars(figure, 'second', 'concat').nth(TEDDY).focus();
      await page.keyboard.press('ArrowRight');
      await expect(bars(figure, 'second', 'concat').nth(TEDDY + 1)).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await expect(bars(figure, 'second', 'forward').nth(TEDDY + 1)).toBeFocused();
      await expect(panel.getByRole('button')).toHaveCount(1);
    });
    await test.step('the learner’s own sentence; what the networks do not know is said', async () => {
      const field = figure.getByRole('textbox', { name: say('tag.second') });
      await field.fill('she thinks ROSE was a great singer');
      await expectBars(
        figure,
        'second',
        'concat',
        namesUnder('concat', read('she thinks Rose was a great singer')),
      );
      await expect(figure.getByTestId('identity')).toHaveText(say('tag.no-common'));
      await field.fill('she saw <b>熊</b>');
      await expect(figure.getByRole('alert')).toContainText('saw, <b>熊</b>');
      await field.fill('');
      await expect(figure.getByRole('alert')).toHaveText(say('tag.empty'));
      await expect(bars(figure, 'first', 'concat')).toHaveCount(7);
    });
  });

  test('a unit of the backward chain reads the step after it', async ({ page }) => {
    const figure = await open(page, 'taggers', { t: 3, s: 'second', chain: 'backward', u: 2 });
    const { network, flat } = TAGGERS.concat;
    const trace = readSequence(network, flat, PAIR[1]).trace.layers[0]?.[1];
    const at = TEDDY * network.hidden + 1;
    const [pre, value] = [trace?.pre.candidate?.[at] ?? Number.NaN, trace?.values.hidden?.[at] ?? Number.NaN];
    const detail = figure.getByRole('region', { name: say('figure.detail') });
    await expect(detail).toContainText('⟨t+1⟩');
    await expect(detail).not.toContainText('⟨t−1⟩');
    await expect(detail).toContainText(`tanh(${formatFixed(pre)}) = ${formatFixed(value)}`);
    const tile = figure.locator('[role=gridcell][data-direction="1"][data-step="2"]');
    await expect(tile).toHaveAttribute('aria-selected', 'true');
  });
});

test('the cut, the joint and the padding: every bar is what the reference says', async ({ page }) => {
  await test.step('a cut chain: three ways, none of them a trained tagger', async () => {
    const figure = await open(page, 'cut');
    for (const cut of CUTS) {
      await figure.getByRole('radio', { name: say(`cut.${cut}`), exact: true }).check();
      for (const [s, group] of (['first', 'second'] as const).entries()) {
        await expectBars(figure, group, 'cut', readCut(TAGGERS.concat, cut, PAIR[s as 0 | 1]));
      }
      const [one, other] = PAIR.map((ids) => readCut(TAGGERS.concat, cut, ids)[TEDDY]);
      expect(one).toBe(other);
      await expect(figure.getByTestId('cut-note')).toContainText(shown(one));
    }
    await expectBars(figure, 'first', 'forward', namesUnder('forward', PAIR[0]));
    await expectBars(figure, 'second', 'concat', namesUnder('concat', PAIR[1]));
  });
  await test.step('side by side or added: only one of them notices an exchange', async () => {
    const figure = await seen(page, 'merge');
    await expectBars(figure, 'second', 'sum', namesUnder('sum', PAIR[1]));
    await figure.getByRole('checkbox', { name: say('merge.exchange') }).check();
    const { network, flat } = TAGGERS.concat;
    const exchanged = readSequence(network, withChainsExchanged(network, flat), PAIR[1]).probabilities;
    await expectBars(
      figure,
      'second',
      'concat',
      exchanged.filter((_, i) => i % 2 === NAME),
    );
    await expectBars(figure, 'second', 'sum', namesUnder('sum', PAIR[1]));
    await expect(figure.getByTestId('exchange')).toHaveAttribute('data-sum', '0');
    // 5 units: 2·(5·(5 + 10) + 5) and 2·(5·(5 + 5) + 5).
    await expect(figure.getByRole('row', { name: say('merge.next') }).getByRole('cell')).toHaveText([
      '160',
      '110',
    ]);
  });
  await test.step('padding: masked it changes nothing, read it does', async () => {
    const figure = await seen(page, 'padding');
    await figure.getByRole('radio', { name: say('tag.second'), exact: true }).check();
    await figure.getByRole('slider').fill('4');
    const { network, flat } = TAGGERS.concat;
    const { ids } = padSentence(PAIR[1], 4);
    await expectBars(figure, 'second', 'masked', namesUnder('concat', PAIR[1]));
    await expectBars(figure, 'second', 'forward', namesUnder('forward', PAIR[1]));
    const misread = nameProbabilities(network, flat, { ids, batch: 1 }).subarray(0, PAIR[1].length);
    await expectBars(figure, 'second', 'read', misread);
    expect(misread).not.toEqual(namesUnder('concat', PAIR[1]));
    await expect(figure.getByRole('table').getByRole('row')).toHaveCount(10);
  });
});

test.describe('waiting', () => {
  const said = (figure: Locator) => bars(figure, 'first', 'said').locator('text');
  const forward = (figure: Locator) =>
    figure.getByRole('button', { name: say('figure.gateForward'), exact: true });

  test('nothing is said before the last word, then from right to left; a look-ahead says it earlier', async ({
    page,
  }) => {
    const figure = await open(page, 'waiting', { m: 6 });
    const names = namesUnder('concat', PAIR[0]);
    await expect(said(figure)).toHaveText(Array(7).fill('–'));
    await forward(figure).click();
    await expect(said(figure)).toHaveText([...Array(6).fill('–'), shown(names[6])]);
    await forward(figure).click();
    await expect(said(figure)).toHaveText([...Array(5).fill('–'), shown(names[5]), shown(names[6])]);
    await expect(figure.locator('[data-footer=delay] text').filter({ hasText: /^\d$/ })).toHaveText([
      '6',
      '5',
      '4',
      '3',
      '2',
      '1',
      '0',
    ]);
    const tile = figure.locator('[role=gridcell][data-direction="1"][data-step="3"]');
    await expect(tile).toHaveAttribute('aria-label', new RegExp(say('figure.notYet')));
    // With a look-ahead each word is said from what is known by then: 13 moments, 8 of which are over.
    await figure.getByRole('radio', { name: say('wait.ahead'), exact: true }).check();
    for (let moment = 0; moment < 5; moment++) await forward(figure).click();
    const { network, flat } = TAGGERS.concat;
    await expect(said(figure)).toHaveText(Array.from(readAhead(network, flat, PAIR[0], 1), shown));
    await figure.getByRole('radio', { name: say('wait.forward'), exact: true }).check();
    await expect(said(figure)).toHaveText(Array.from(namesUnder('forward', PAIR[0]), shown));
    await figure.getByRole('button', { name: say('figure.reset'), exact: true }).click();
    await expect(said(figure)).toHaveText(Array(7).fill('–'));
    await figure.getByRole('button', { name: say('figure.stepForward'), exact: true }).click();
    await expect(said(figure).first()).toHaveText(shown(namesUnder('forward', PAIR[0])[0]));
  });
});

test.describe('checkpoints', () => {
  const checkpoint = (page: Page, id: string) => page.locator(`[data-checkpoint="${id}"]`);

  test('take the right number, and only that; the late pair is passed by the running networks', async ({
    page,
  }) => {
    const figure = await open(page, 'taggers');
    await test.step('take the right number, and only that', async () => {
      for (const [id, answer] of [
        ['best-forward', bestForward],
        ['next-layer', nextChain('concat', 8)],
      ] as const) {
        const box = checkpoint(page, id);
        const submit = box.getByRole('button', { name: say('check.submit') });
        await box.getByRole('textbox').fill(String(answer / 2));
        await submit.click();
        await expect(box).not.toContainText(say('check.passed'));
        await box.getByRole('textbox').fill(answer.toFixed(1));
        await submit.click();
        await expect(box).toContainText(say('check.passed'));
      }
    });
    await test.step('the late pair is passed by the running networks, not by asking', async () => {
      const box = checkpoint(page, 'late-pair');
      await expect(box).toContainText(say('check.waiting'));
      await figure.getByRole('textbox', { name: say('tag.first') }).fill('she thinks Rose was a great gift');
      await figure
        .getByRole('textbox', { name: say('tag.second') })
        .fill('she thinks Rose was a great singer');
      await expect(box).toContainText(say('check.done'));
    });
  });
});

test('a link opens every figure with the same networks', async ({ page }) => {
  const figure = await open(page, 'taggers', { t: 4, s: 'second', who: 'forward' });
  await figure.getByRole('button', { name: say('figure.link'), exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toContain('figure=taggers');
  const { hash } = new URL(page.url());
  for (const part of ['cell=rnn', 'h=5', 'step=80', 't=4', 'who=forward']) expect(hash).toContain(part);
  const cut = frame(page, 'cut');
  await cut.scrollIntoViewIfNeeded();
  await expectBars(cut, 'first', 'concat', namesUnder('concat', PAIR[0]));
  await expect(cut).toContainText(WORDS[1][3] ?? '');
});

test('nonsense in the address is said, and does no harm', async ({ page }) => {
  const bad = { h: 99, seed: -1, step: 'x', cell: 'cake', a: 'he '.repeat(40), t: 1e9, u: 'NaN', who: '?' };
  await page.goto(address('en', 'taggers', { ...bad, step: 'x' }));
  const figure = frame(page, 'taggers');
  await expect(figure.getByRole('status').first()).toContainText('cake');
  await expect(bars(figure, 'first', 'concat').first()).toBeVisible();
  await expect(figure.getByRole('alert')).toHaveCount(0);
});

testLooks(
  async (page, locale) => {
    const figure = await open(page, 'taggers', {}, locale);
    await toTop(page);
    return figure;
  },
  async (figure, locale) => {
    const page = figure.page();
    const speak = sayer(locale);
    for (const id of ['cut', 'merge', 'waiting', 'padding']) {
      await frame(page, id).scrollIntoViewIfNeeded();
      await expect(frame(page, id).locator('[role=grid]').first()).toBeVisible();
    }
    await frame(page, 'merge').getByRole('checkbox').check();
    await frame(page, 'waiting')
      .getByRole('radio', { name: speak('wait.ahead'), exact: true })
      .check();
    await figure.getByTestId('odds').getByRole('button').last().click();
    await openTables(page, locale, ['taggers', 'cut', 'merge', 'waiting', 'padding']);
    await toTop(page);
  },
  { isChineseRare: true },
);
