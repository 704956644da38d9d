import type { Page } from '@playwright/test';
import { formatExact, formatFixed } from '../src/components/diagrams/formatNumber.ts';
import { visibleSymbol } from '../src/components/plots/visibleSymbol.ts';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { rnnMessages } from '../src/i18n/messages/rnn.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import {
  bothWays,
  type StackedStep,
  shownColumns,
  stackedStep,
} from '../src/instruments/matrices/stacked.ts';
import { viewNextSymbol } from '../src/models/language/next-symbol.ts';
import { type Fragment, type Live, liveFigure, TEXT } from './lessonFigure.ts';
import { expectNet, laneValue, type Reference, referenceOf } from './lessonReference.ts';
import { expect, expectNoSidewaysScroll, openTables, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

type Own = keyof (typeof rnnMessages)['en'];
const sayer =
  (locale: Locale) =>
  (code: MessageCode | Own, values?: MessageValues): string =>
    translate<Own>(locale, code, values, rnnMessages);
const say = sayer('en');

/** A text and a network small enough for any machine; words, as in the lesson. */
const SMALL: Fragment = { text: 'own', own: TEXT, batch: 4, T: 8, vocab: 20, say: 'the whale saw the sea' };

async function openRnn(page: Page, fragment: Fragment = SMALL, locale: Locale = 'en'): Promise<Live> {
  const fields = Object.entries({ figure: 'live', ...fragment }).map(([key, value]) => [key, String(value)]);
  await page.goto(`/${locale}/lessons/rnn?backend=js#${new URLSearchParams(fields)}`);
  const live = liveFigure(page, locale);
  await expect(live.figure.getByRole('gridcell').first()).toBeVisible();
  return live;
}

/** Trained a little, at rest, with what the reference makes of its weights. */
async function trained(page: Page, fragment: Fragment = SMALL) {
  const live = await openRnn(page, fragment);
  for (let step = 0; step < 3; step++) await live.once();
  const saved = await live.save();
  const reference = referenceOf(saved, { level: 'word' });
  return { live, reference };
}

const stepOf = ({ probed, shape, parameters }: Reference, t: number): StackedStep => {
  const trace = probed.layers[0]?.trace;
  const cell = viewNextSymbol(shape, parameters).layers[0];
  if (!trace || !cell) throw new Error('no layer');
  return stackedStep(trace, cell, t);
};

const matrices = (page: Page) => page.locator('figure#matrices');
const entry = (page: Page, column: number, row: number) =>
  matrices(page).locator(`[role=grid] [data-grid="${column},${row}"]`);
const twin = (page: Page, column: number, row: number) =>
  matrices(page).locator(`[data-twin="${column},${row}"]`);

test('every box of the net is the reference’s, before and after training', async ({ page }) => {
  const live = await openRnn(page);
  await expectNet(live, referenceOf(await live.save(), { level: 'word' }), 0);
  const after = await trained(page);
  await expectNet(after.live, after.reference, 0);
});

const printedWay = (page: Page, way: string) =>
  matrices(page).locator(`tr[data-way="${way}"] td`).allInnerTexts();
const exact = (value: number) => formatExact(value).replaceAll('-', '−');

const folding = (page: Page) => page.locator('figure#folding');

test('both drawings of the matrices, what an entry lights, the folded net and the product are the reference’s', async ({
  page,
}) => {
  const { reference } = await trained(page);
  await test.step('both drawings of the matrices hold the trained weights', async () => {
    const t = 2;
    const step = stepOf(reference, t);
    const columns = shownColumns([...reference.ids], step.id);
    const width = step.hidden + step.inputs;
    for (let row = 0; row < step.hidden; row++) {
      for (let column = 0; column < step.hidden + columns.length; column++) {
        const at = column < step.hidden ? column : step.hidden + (columns[column - step.hidden] ?? 0);
        const weight = formatFixed(step.weights[row * width + at] ?? Number.NaN);
        await expect(entry(page, column, row)).toHaveText(weight);
        await expect(twin(page, column, row)).toHaveText(weight);
      }
    }
  });
  await test.step('an entry lights wherever it stands, by pointer and by key', async () => {
    const lit = () =>
      matrices(page)
        .locator('[data-lit]')
        .evaluateAll((rects) => rects.map((rect) => rect.getAttribute('data-lit')));
    const readout = matrices(page).getByTestId('matrix-entry');
    await twin(page, 3, 2).hover();
    await expect.poll(lit).toEqual(['recurrent', 'previous', 'bias', 'weights', 'operand', 'bias-again']);
    await expect(readout).toContainText('Waa[3, 4] = Wa[3, 4]');
    await twin(page, 6, 1).hover();
    await expect.poll(lit).toEqual(['input', 'token', 'bias', 'weights', 'operand', 'bias-again']);
    const step = stepOf(reference, 2);
    const id = shownColumns([...reference.ids], step.id)[1] ?? 0;
    const weight = step.weights[1 * (step.hidden + step.inputs) + step.hidden + id] ?? Number.NaN;
    await expect(readout).toContainText(`Wax[2, ${id + 1}]`);
    await expect(readout).toContainText(`Wa[2, ${step.hidden + id + 1}] = ${formatFixed(weight, 4)}`);
    await entry(page, 0, 0).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(entry(page, 1, 1)).toBeFocused();
    await expect(readout).toContainText('Waa[2, 2] = Wa[2, 2]');
    await page.keyboard.press('Tab');
    expect(
      await matrices(page)
        .locator('[role=grid]')
        .evaluate((g) => g.contains(document.activeElement)),
    ).toBe(false);
  });
  await test.step('folded or unrolled, the numbers are those of the net', async () => {
    const { tokens } = reference;
    const unit = 1;
    await folding(page)
      .getByRole('slider')
      .last()
      .fill(String(unit + 1));
    const value = (t: number) => formatFixed(laneValue(reference, 'hidden', t, unit));
    const copies = folding(page).locator('[data-copy]');
    await expect(copies).toHaveCount(1);
    await folding(page).getByRole('slider').first().fill('4');
    await expect(folding(page).getByTestId('fold-delay')).toContainText(value(2));
    await expect(folding(page).getByTestId('fold-now')).toHaveText(
      say('folding.now', {
        t: 4,
        before: 3,
        token: visibleSymbol(tokens[3] ?? ''),
        letter: 'a',
        unit: 2,
        old: value(2),
        value: value(3),
      }),
    );
    await folding(page)
      .getByRole('button', { name: say('folding.to-unrolled') })
      .click();
    await expect(copies).toHaveCount(tokens.length);
    await expect(folding(page).getByTestId('fold-delay')).toHaveCount(0);
    for (const [t, token] of tokens.entries()) {
      await expect(copies.nth(t)).toContainText(token);
      await expect(copies.nth(t)).toContainText(value(t));
    }
  });
  await test.step('the product is the same in both ways, and every digit is the reference’s', async () => {
    for (const t of [0, 3]) {
      await matrices(page)
        .getByRole('slider')
        .first()
        .fill(String(t + 1));
      for (const unit of [0, 4]) {
        await entry(page, 1, unit).click();
        const step = stepOf(reference, t);
        const ways = bothWays(step, unit);
        const [numbers = '', sum = ''] = await printedWay(page, 'separate');
        const parts = [ways.recurrent, ways.input, ways.bias];
        expect(numbers).toBe(parts.map((part, i) => (i > 0 ? `(${exact(part)})` : exact(part))).join(' + '));
        expect(sum).toBe(`= ${exact(ways.separate)}`);
        expect((await printedWay(page, 'stacked'))[1]).toBe(`= ${exact(ways.stacked)}`);
        expect((await printedWay(page, 'own'))[1]).toBe(`= ${exact(ways.own)}`);
        expect((await printedWay(page, 'activated'))[1]).toBe(`= ${exact(step.value[unit] ?? Number.NaN)}`);
        await expect(matrices(page).getByTestId('stacked-agrees')).toHaveAttribute('data-same', 'true');
        expect(Math.abs(ways.own - ways.stacked)).toBeLessThan(1e-14);
      }
    }
  });
});

test.describe('with motion', () => {
  test.use({ reducedMotion: 'no-preference' });

  test('it unfolds by and by, and walks through time by itself', async ({ page }) => {
    await openRnn(page);
    await folding(page)
      .getByRole('button', { name: say('folding.to-unrolled') })
      .click();
    await expect(folding(page).locator('[data-copy]')).toHaveCount(5);
    await expect(folding(page).locator('[data-edge=loop]')).toHaveCount(0);
    await folding(page).getByRole('slider').first().fill('3');
    await folding(page)
      .getByRole('button', { name: say('figure.play'), exact: true })
      .click();
    await expect(folding(page).getByTestId('fold-now')).toContainText('t=5');
    await expect(folding(page).getByRole('button', { name: say('figure.play'), exact: true })).toBeVisible();
  });
});

test('tanh and ReLU are both trained: states below 0 with the one only', async ({ page }) => {
  const live = await openRnn(page);
  const values = async () => (await live.cells()).map(({ text }) => Number(text.replace('−', '-')));
  await live.figure
    .getByRole('slider', { name: say('view.unit'), exact: true })
    .first()
    .fill('2');
  await live.once();
  const seen: number[] = [];
  for (let unit = 1; unit <= 5; unit++) {
    await live.figure
      .getByRole('slider', { name: say('view.unit'), exact: true })
      .first()
      .fill(String(unit));
    seen.push(...(await values()));
  }
  expect(Math.min(...seen)).toBeLessThan(0);
  await live.figure.getByText('ReLU', { exact: true }).click();
  await expect(live.figure).toContainText(say('instrument.cell.rnn-relu'));
  await live.expectAt(0);
  await live.once();
  await expectNet(live, referenceOf(await live.save(), { level: 'word' }), 4);
  for (const value of await values()) expect(value).toBeGreaterThanOrEqual(0);
  await expect(matrices(page)).toContainText('ReLU(z)');
});

test('a cell with gates has no such matrices, and the figure says so', async ({ page }) => {
  await openRnn(page, { ...SMALL, cell: 'lstm' });
  await expect(matrices(page)).toContainText(say('matrices.other-cell'));
});

test('sentences of every kind, and every figure follows', async ({ page }) => {
  const live = await openRnn(page);
  const copies = folding(page).locator('[data-copy]');
  await folding(page)
    .getByRole('button', { name: say('folding.to-unrolled') })
    .click();
  for (const [sentence, steps] of [
    ['🐋 שלום', 2],
    ['<img src=x onerror=alert(1)>', 12],
    ['whale '.repeat(400).slice(0, 2000), 64],
  ] as const) {
    await live.field('sentence.label').fill(sentence);
    await expect(copies).toHaveCount(steps);
    await expect(matrices(page).locator('[role=grid]')).toBeVisible();
  }
  await live.field('sentence.label').fill('  ');
  await expect(live.figure.getByRole('alert')).toHaveText(say('sentence.empty'));
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  await expectNoSidewaysScroll(page);
});

test('links open the figures as they were', async ({ page, context }) => {
  await openRnn(page);
  await entry(page, 2, 3).click();
  await matrices(page)
    .getByRole('button', { name: say('figure.link'), exact: true })
    .click();
  await expect(matrices(page).getByRole('status').filter({ hasText: /link/i })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(matrices(other).getByTestId('matrix-entry')).toContainText('Waa[4, 3]', { timeout: 40_000 });
  await other.close();
  await folding(page)
    .getByRole('button', { name: say('folding.to-unrolled') })
    .click();
  await folding(page).getByRole('slider').first().fill('2');
  await folding(page)
    .getByRole('button', { name: say('figure.link'), exact: true })
    .click();
  await expect(folding(page).getByRole('status').filter({ hasText: /link/i })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#figure=folding&form=unrolled&t=2');
});

test('checkpoints: predicted, and done on the running model', async ({ page }) => {
  test.setTimeout(150_000);
  const live = await openRnn(page);
  await live.once();
  const check = (id: string) => page.locator(`[data-checkpoint="${id}"]`);
  await check('two-steps')
    .getByLabel(say('check.answer'))
    .fill(formatFixed(Math.tanh(0.5 * Math.tanh(1))));
  await page.keyboard.press('Enter');
  await expect(check('two-steps')).toContainText(say('check.passed'));
  for (const [id, text] of [
    ['stacked-shape', '100 × 10,100'],
    ['longer-sentences', '1,010,100'],
  ] as const) {
    await check(id).locator('label').filter({ hasText: text }).first().click();
    await check(id)
      .getByRole('button', { name: say('check.submit') })
      .click();
    await expect(check(id)).toContainText(say('check.passed'));
  }
  await live.cell('hidden', 3).click();
  const detail = live.detail();
  for (let unit = 1; unit <= 5; unit++) {
    await expect(check('no-memory')).toContainText(say('check.waiting'));
    const line = detail.getByRole('listitem').filter({ hasText: new RegExp(`a.?${unit}\\b`) });
    await line.getByRole('button').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
  }
  await expect(check('no-memory')).toContainText(say('check.done'));
  const cells = await live.cells();
  expect(cells[0]?.text).toBe(cells[3]?.text);
  await expect(page.locator('nav a[aria-current=page] [data-status]').first()).toHaveAttribute(
    'data-status',
    'done',
  );
});

testLooks(
  async (page, locale) => {
    const live = await openRnn(page, SMALL, locale);
    await expect(matrices(page).locator('[role=grid]')).toBeVisible();
    return live;
  },
  async (live, locale) => {
    await live.once();
    await folding(live.page).getByText(sayer(locale)('folding.unrolled'), { exact: true }).click();
    await openTables(live.page, locale, ['live', 'matrices', 'folding', 'counts']);
  },
  { isChineseRare: true },
);
