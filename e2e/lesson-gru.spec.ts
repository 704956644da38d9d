import type { Locator, Page } from '@playwright/test';
import { formatFixed } from '../src/components/diagrams/formatNumber.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { type HoldCode, holdMessages } from '../src/i18n/messages/hold-bit.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { keptMemory } from '../src/instruments/hold-bit/kept.ts';
import { readBoth, readHolds } from '../src/instruments/hold-bit/reading.ts';
import { readSequenceText, writeSequenceText } from '../src/instruments/hold-bit/sequence.ts';
import {
  HOLD_TABLE,
  type HoldBitSettings,
  holdNetwork,
  LAST_STEP,
} from '../src/instruments/hold-bit/settings.ts';
import { countOf, shareLeft } from '../src/lessons/gru/figures/facts.ts';
import { trainHeld } from '../src/lessons/gru/figures/otherBit.testkit.ts';
import { gruMessages } from '../src/lessons/gru/messages.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { type Fragment, liveFigure, TEXT } from './lessonFigure.ts';
import { expectNet, referenceOf } from './lessonReference.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

// No motion: the network that holds a bit is trained at once.
test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...holdMessages.en, ...gruMessages.en },
  zh: { ...holdMessages.zh, ...gruMessages.zh },
};
type Own = keyof typeof own.en;
const sayer =
  (locale: Locale) =>
  (code: MessageCode | Own, values?: MessageValues): string =>
    translate<Own>(locale, code, values, own);
const say = sayer('en');

const SMALL: Fragment = {
  text: 'own',
  own: TEXT,
  h: 4,
  batch: 4,
  T: 8,
  vocab: 20,
  say: 'the whale saw the sea',
  log: 0,
};

async function openLive(page: Page, fragment: Fragment = SMALL, locale: Locale = 'en') {
  const fields = Object.entries({ figure: 'live', ...fragment }).map(([key, value]) => [key, String(value)]);
  await page.goto(`/${locale}/lessons/gru?backend=js#${new URLSearchParams(fields)}`);
  const live = liveFigure(page, locale);
  await expect(live.figure.getByRole('gridcell').first()).toBeVisible();
  return live;
}

const hold = (page: Page): Locator => page.locator('figure#hold-bit');
const value = (page: Page, lane: string, step: number): Locator =>
  hold(page).locator(`[role=gridcell][data-lane="${lane}"][data-step="${step}"]`);
const token = (page: Page, step: number): Locator => hold(page).locator(`[data-grid="${step},0"]`);
const button = (page: Page, code: HoldCode, values?: MessageValues): Locator =>
  hold(page).getByRole('button', { name: say(code, values), exact: true });

/** Waits until the figure has trained its network to the end. */
async function trained(page: Page): Promise<void> {
  await hold(page).scrollIntoViewIfNeeded();
  const stage = hold(page).getByTestId('stage');
  await expect(stage).toContainText(
    say('hold.stage', { step: LAST_STEP, last: LAST_STEP, accuracy: '' }).trim(),
  );
  await expect(stage).toHaveAttribute('data-at-rest', 'true');
}

async function openHold(page: Page, part: Partial<HoldBitSettings> = {}): Promise<HoldBitSettings> {
  const settings = { ...fallbackState(HOLD_TABLE), ...part };
  await page.goto(`/en/lessons/gru?backend=js${writeFragment(HOLD_TABLE, 'hold-bit', settings)}`);
  await trained(page);
  return settings;
}

/** What the models alone make of these settings: trained here, in Node, without the figure or its worker. */
function reference(settings: HoldBitSettings) {
  const network = holdNetwork(settings);
  const ids = readSequenceText(settings.sequence);
  const parameters = trainHeld(settings, LAST_STEP);
  return readBoth(network, parameters, ids, readHolds(settings.holds, network, ids.length));
}

/** Gates, memories and answers of the drawing end in the reference's numbers. */
async function expectLanes(page: Page, settings: HoldBitSettings): Promise<void> {
  const { ids, held } = reference(settings);
  const names = await hold(page)
    .locator('[role=gridcell][data-lane]')
    .evaluateAll((cells) =>
      Object.fromEntries(
        cells.map((cell) => [
          `${cell.getAttribute('data-lane')} ${cell.getAttribute('data-step')}`,
          cell.getAttribute('aria-label') ?? '',
        ]),
      ),
    );
  const { values, shape } = held.trace;
  for (const step of ids.keys()) {
    for (let unit = 0; unit < shape.hidden; unit++) {
      for (const role of ['update', 'hidden'] as const) {
        const printed = formatFixed(values[role]?.[step * shape.hidden + unit] ?? Number.NaN);
        expect(names[`${role}-${unit} ${step}`]).toContain(`: ${printed}`);
      }
    }
    expect(names[`answer ${step}`]).toContain(formatFixed(held.one[step] ?? Number.NaN));
  }
}

test('every gate, memory, answer and share is what the models alone have learnt, held or not', async ({
  page,
}) => {
  const settings = await openHold(page, { steps: 12, units: 2, cell: 'full', seed: 3, at: 20 });
  await expectLanes(page, settings);
  const { held } = reference(settings);
  const { share, kept, written } = keptMemory(held.trace, 0, 12, 19);
  const figure = page.locator('figure#kept');
  await figure.getByLabel(say('kept.gate'), { exact: true }).fill('0.3');
  await figure.getByLabel(say('kept.steps'), { exact: true }).fill('10');
  const whole = keptMemory(held.trace, 0, 12, 23).share;
  for (const left of [shareLeft(0.3, 10), whole]) {
    await expect(figure.getByTestId('shares')).toContainText(`${formatFixed(100 * left, 0)} %`);
  }
  const note = hold(page).getByTestId('kept');
  for (const number of [formatFixed(kept), formatFixed(written), formatFixed(100 * share, 1)]) {
    await expect(note).toContainText(number);
  }
  await value(page, 'update-1', 12).click();
  await button(page, 'hold.here', { step: 13 }).click();
  await expectLanes(page, { ...settings, holds: [[12, 1, 0]] });
  await expect(hold(page).getByTestId('said-held')).toBeVisible();
});

test('a sequence of one’s own: bits, writes, length, by mouse and by key', async ({ page }) => {
  const settings = await openHold(page);
  const { sequence } = settings;
  await token(page, 1).click();
  await token(page, 1).click();
  await expect(token(page, 1)).toHaveAttribute('aria-label', say('hold.token-pass', { step: 2, bit: 1 }));
  await page.keyboard.press('ArrowRight');
  await expect(token(page, 2)).toBeFocused();
  await page.keyboard.press('w');
  await expect(token(page, 2)).toHaveAttribute('aria-label', say('hold.token-write', { step: 3, bit: 0 }));
  await page.keyboard.press('1');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await hold(page).getByText(say('hold.choice-3'), { exact: true }).click();
  const changed = `113${sequence.slice(3, -1)}3`;
  await expectLanes(page, { ...settings, sequence: changed });
  await expect(hold(page).getByTestId('said')).toContainText(
    say('hold.said', { said: 1, sure: '…', right: 'yes' }).split('…')[0] ?? '',
  );
  await hold(page).getByLabel(say('hold.length'), { exact: true }).fill('40');
  await expect(token(page, 39)).toHaveAttribute('data-kind', 'ask');
  await button(page, 'hold.first').click();
  await expectLanes(page, settings);
  await button(page, 'hold.new').click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/[#&]x=[0-3]{23}(&|$)/);
  const drawn = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('x') ?? '';
  expect(writeSequenceText(readSequenceText(drawn))).toBe(drawn);
  expect(drawn.replaceAll(/[01]/g, '')).toHaveLength(settings.writes);
});

test('a gate is held by dragging and by key, and let go again', async ({ page }) => {
  const settings = await openHold(page);
  const cell = value(page, 'update-0', 5);
  const box = await cell.locator('[data-track]').boundingBox();
  if (!box) throw new Error('no gate');
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height - 2);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height / 2, { steps: 3 });
  await page.mouse.up();
  await expect(cell).toHaveAttribute('data-held', 'true');
  const dragged = Number(/: (\d\.\d\d)/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1]);
  expect(Math.abs(dragged - 0.5)).toBeLessThan(0.05);
  await expectLanes(page, { ...settings, holds: [[5, 0, dragged]] });
  await expect(hold(page).locator('[data-before]').first()).toBeVisible();
  await cell.focus();
  await page.keyboard.press('+');
  const more = Math.round((dragged + 0.1) * 100) / 100;
  await expectLanes(page, { ...settings, holds: [[5, 0, more]] });
  await page.keyboard.press('Delete');
  await expect(cell).toHaveAttribute('data-held', 'false');
  await expectLanes(page, settings);
});

test('checkpoints: predicted, chosen, and done on the trained network', async ({ page }) => {
  await openHold(page);
  const check = (id: string) => page.locator(`[data-checkpoint="${id}"]`);
  for (const [id, answer] of [
    ['share-left', formatFixed(shareLeft(0.02, 20))],
    ['gru-count', String(countOf('full', { inputs: 50, hidden: 100 }))],
  ] as const) {
    await check(id).getByRole('textbox').fill(answer);
    await page.keyboard.press('Enter');
    await expect(check(id)).toContainText(say('check.passed'));
  }
  await check('which-side').locator('label').filter({ hasText: '0.05' }).click();
  await check('which-side')
    .getByRole('button', { name: say('check.submit') })
    .click();
  await expect(check('which-side')).toContainText(say('check.passed'));
  await value(page, 'update-0', 5).click();
  await button(page, 'hold.here', { step: 6 }).click();
  await expect(check('other-bit')).toContainText(say('check.waiting'));
  await value(page, 'update-0', 12).click();
  await button(page, 'hold.here', { step: 13 }).click();
  await expect(hold(page).getByTestId('said')).toHaveAttribute('data-right', 'yes');
  await expect(hold(page).getByTestId('said-held')).toHaveAttribute('data-right', 'no');
  await expect(check('other-bit')).toContainText(say('check.done'));
});

const GRUS = ['gru.gru-simplified', 'gru.gru', 'gru.gru-reset-after', 'gru.gru-keeps'] as const;

for (const [isRare, cells] of [
  [false, GRUS.slice(0, 2)],
  [true, GRUS.slice(2)],
] as const) {
  test(`the live net is the reference’s: ${cells.join(', ')}${rarely(isRare)}`, async ({ page }) => {
    const live = await openLive(page);
    for (const cell of cells) {
      await live.figure
        .getByRole('radiogroup', { name: say('gru.cell') })
        .getByText(say(cell), { exact: true })
        .click();
      await live.expectAt(0);
      await live.once();
      await expectNet(live, referenceOf(await live.save(), { level: 'word' }), 0);
    }
  });
}

test(`nonsense in the address is said, and the figure runs${rarely(true)}`, async ({ page }) => {
  await page.goto('/en/lessons/gru?backend=js#figure=hold-bit&cell=cake&h=99&T=-1&x=abc&hold=1~2&lane=cell');
  await trained(page);
  await expect(hold(page).getByRole('status').first()).toContainText('cake');
  await expect(token(page, 1)).toHaveAttribute('data-kind', 'ask');
});

testLooks(
  async (page, locale) => {
    const live = await openLive(page, SMALL, locale);
    const stage = hold(page).getByTestId('stage');
    await hold(page).scrollIntoViewIfNeeded();
    await expect(stage).toHaveAttribute('data-at-rest', 'true');
    return live;
  },
  async ({ page }, locale) => {
    const text = sayer(locale);
    await hold(page).getByText(text('hold.cell-full'), { exact: true }).click();
    await hold(page)
      .getByRole('button', { name: text('hold.everywhere'), exact: true })
      .click();
    await expect(hold(page).getByTestId('stage')).toHaveAttribute('data-at-rest', 'true');
    await openTables(page, locale, ['live', 'hold-bit', 'kept']);
  },
  { isChineseRare: true },
);
