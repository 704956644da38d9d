import type { Locator, Page } from '@playwright/test';
import { formatFixed, formatMagnitude } from '../src/components/diagrams/formatNumber.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { depthMessages } from '../src/i18n/messages/depth.ts';
import { designMessages } from '../src/i18n/messages/designs.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { stackMessages } from '../src/i18n/messages/stack.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { initialMap } from '../src/instruments/depth/recall-pair.ts';
import { layerCount, rounds, wayLength } from '../src/lessons/deep-rnn/figures/facts.ts';
import { DESIGNS, designFacts, designGraph } from '../src/models/depth/designs.ts';
import { layoutProblems } from './layout-problems.ts';
import { type Fragment, type Live, liveFigure, TEXT } from './lessonFigure.ts';
import { type Reference, readPrinted, referenceOf } from './lessonReference.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...stackMessages.en, ...designMessages.en, ...depthMessages.en },
  zh: { ...stackMessages.zh, ...designMessages.zh, ...depthMessages.zh },
};
type Own = keyof typeof own.en;
const sayer =
  (locale: Locale) =>
  (code: MessageCode | Own, values?: MessageValues): string =>
    translate<Own>(locale, code, values, own);
const say = sayer('en');

/** A text and a network small enough for any machine; words, as in the lesson. */
const SMALL: Fragment = {
  text: 'own',
  own: TEXT,
  h: 5,
  batch: 4,
  T: 8,
  vocab: 20,
  say: 'the whale saw the sea',
  layer: 2,
  t: 3,
};

const address = (locale: Locale, figure: string, fragment: Fragment): string => {
  const fields = Object.entries({ figure, ...fragment }).map(([key, value]) => [key, String(value)]);
  return `/${locale}/lessons/deep-rnn?backend=js#${new URLSearchParams(fields)}`;
};

async function openDeep(page: Page, fragment: Fragment = SMALL, locale: Locale = 'en'): Promise<Live> {
  await page.goto(address(locale, 'live', fragment));
  const live = liveFigure(page, locale);
  await expect(live.figure.getByRole('gridcell').first()).toBeVisible();
  return live;
}

/** Trained a little, at rest, with what the reference makes of its weights. */
async function trained(page: Page, fragment: Fragment = SMALL) {
  const live = await openDeep(page, fragment);
  for (let step = 0; step < 3; step++) await live.once();
  return { live, reference: referenceOf(await live.save(), { level: 'word' }) };
}

const hiddenAt = ({ probed, run }: Reference, layer: number, step: number, unit: number): number =>
  probed.layers[layer]?.trace.values.hidden?.[step * run.network.hidden + unit] ?? Number.NaN;

const tile = (figure: Locator, layer: number, step: number): Locator =>
  figure.locator(`[role=gridcell][data-layer="${layer}"][data-step="${step}"]`);

/** Tiles that are computed: a pending one says so. */
const computed = async (figure: Locator): Promise<readonly string[]> => {
  const all = await figure.locator('[role=gridcell][data-layer]').evaluateAll((elements) =>
    elements.map((element) => ({
      place: `${element.getAttribute('data-layer')},${element.getAttribute('data-step')}`,
      name: element.getAttribute('aria-label') ?? '',
    })),
  );
  return all.filter(({ name }) => !name.includes(say('figure.notYet'))).map(({ place }) => place);
};

test.describe('layers over time', () => {
  test('trained: arithmetic, parameters, exports, every tile', async ({ page }) => {
    const { live, reference } = await trained(page);
    await test.step('the arithmetic of a higher layer reads the layer below, and adds up', async () => {
      const detail = live.detail();
      await expect(detail).toContainText('[2]');
      const value = hiddenAt(reference, 1, 2, 0);
      const trace = reference.probed.layers[1]?.trace;
      const pre = trace?.pre.candidate?.[2 * reference.run.network.hidden] ?? Number.NaN;
      await expect(detail).toContainText(`z = ${formatFixed(pre)}`);
      await expect(detail).toContainText(`= tanh(${formatFixed(pre)}) = ${formatFixed(value)}`);
      expect(Math.tanh(pre)).toBeCloseTo(value, 12);
    });
    await test.step('counts the parameters that the run has', async () => {
      const rows = await live.figure.getByTestId('layer-counts').locator('tr').allInnerTexts();
      const last = (text: string | undefined) => Number(text?.split('\t').at(-1)?.replaceAll(',', ''));
      expect(last(rows.at(-1))).toBe(reference.run.layout.length);
      expect(rows.slice(0, -1).reduce((sum, row) => sum + last(row), 0)).toBe(last(rows.at(-1)));
      expect(last(rows[1])).toBe(layerCount(5, 5));
    });
    await test.step('table, CSV, SVG and code hold all layers', async () => {
      await live.button('figure.table').click();
      await expect(live.figure.getByRole('table').filter({ hasText: 't' })).not.toHaveCount(0);
      await expect(live.figure.locator('table th[scope=row]').filter({ hasText: 'whale' })).toHaveCount(3);
      const csv = await (await live.export('csv')).createReadStream().then(readAll);
      const rows = csv.trim().split(/\r?\n/);
      expect(rows[0]).toBe('layer,unit,t,x,a');
      expect(rows).toHaveLength(1 + 3 * 5 * 5);
      const [layer, unit, t, , value] = rows.at(-1)?.split(',') ?? [];
      expect([layer, unit, t].map(Number)).toEqual([3, 5, 5]);
      expect(Number(value)).toBe(hiddenAt(reference, 2, 4, 4));
      const svg = await (await live.export('svg')).createReadStream().then(readAll);
      expect(svg).toContain(say('stack.layer', { layer: 3 }));
      await live.button('figure.code').click();
      await expect(page.getByRole('dialog')).toContainText('num_layers=3');
      await page.keyboard.press('Escape');
    });
    await test.step('every tile and every unit say what the reference computed', async () => {
      const { hidden, layers } = reference.run.network;
      expect(layers).toBe(3);
      for (let layer = 0; layer < layers; layer++) {
        for (const [step, token] of reference.tokens.entries()) {
          const value = say('stack.unit-value', {
            unit: 1,
            value: formatFixed(hiddenAt(reference, layer, step, 0)),
          });
          const name = say('stack.tile', { layer: layer + 1, step: step + 1, token, value });
          await expect(tile(live.figure, layer, step)).toHaveAttribute('aria-label', name);
        }
      }
      await tile(live.figure, 2, 4).click({ position: { x: 20, y: 10 } });
      for (let unit = 0; unit < hidden; unit++) {
        const shown = formatFixed(hiddenAt(reference, 2, 4, unit));
        const name = say('stack.unit', { unit: unit + 1, value: shown });
        await expect(live.figure.getByRole('button', { name, exact: true })).toHaveText(shown);
      }
    });
  });

  test('an edited weight of layer 2 changes layers 2 and 3, and not layer 1', async ({ page }) => {
    const { live, reference } = await trained(page);
    const before = await tile(live.figure, 0, 4).getAttribute('aria-label');
    const weight = live
      .detail()
      .getByRole('button', { name: /^(?!.*hold).*weight/i })
      .first();
    await weight.click();
    await live.detail().getByRole('textbox').first().fill('3');
    await page.keyboard.press('Enter');
    const saved = await live.save();
    const edited = referenceOf(saved, { level: 'word' });
    expect(edited.settings.edits).toHaveLength(1);
    const slot = reference.run.layout.slots.find(({ offset, length }) => {
      const index = edited.settings.edits[0]?.[0] ?? -1;
      return index >= offset && index < offset + length;
    });
    expect(slot?.name).toMatch(/^layers\.1\./);
    await expect(tile(live.figure, 0, 4)).toHaveAttribute('aria-label', before ?? '');
    for (const layer of [1, 2]) {
      const value = formatFixed(hiddenAt(edited, layer, 4, 0));
      await expect(tile(live.figure, layer, 4)).toHaveAttribute('aria-label', new RegExp(`${value}$`));
    }
    expect(hiddenAt(edited, 2, 4, 0)).not.toBe(hiddenAt(reference, 2, 4, 0));
  });

  test('walks as a wave, step by step and layer by layer; another number of layers is another run', async ({
    page,
  }) => {
    const live = await openDeep(page, { ...SMALL, order: 'wavefront' });
    await test.step('walks as a wave: what can be computed at once appears at once', async () => {
      await expect(live.figure.getByTestId('rounds')).toHaveText(
        say('stack.rounds', { cells: 15, rounds: rounds(3, 5) }),
      );
      await live.button('figure.reset').click();
      await expect.poll(() => computed(live.figure)).toEqual(['0,0']);
      await live.button('figure.stepForward').click();
      await expect.poll(async () => (await computed(live.figure)).toSorted()).toEqual(['0,0', '0,1', '1,0']);
      await live.button('figure.stepForward').click();
      await expect.poll(async () => (await computed(live.figure)).length).toBe(6);
      await live.button('figure.stepBack').click();
      await expect.poll(async () => (await computed(live.figure)).length).toBe(3);
      for (let i = 2; i < rounds(3, 5); i++) await live.button('figure.stepForward').click();
      await expect.poll(async () => (await computed(live.figure)).length).toBe(15);
      await expect(live.button('figure.gateForward')).toBeDisabled();
    });
    await test.step('walks step by step and layer by layer', async () => {
      await live.figure.getByText(say('stack.order-steps'), { exact: true }).click();
      await live.button('figure.reset').click();
      for (let i = 0; i < 3; i++) await live.button('figure.gateForward').click();
      await expect
        .poll(async () => (await computed(live.figure)).toSorted())
        .toEqual(['0,0', '0,1', '1,0', '2,0']);
      await live.figure.getByText(say('stack.order-layers'), { exact: true }).click();
      await live.button('figure.reset').click();
      for (let i = 0; i < 3; i++) await live.button('figure.gateForward').click();
      await expect
        .poll(async () => (await computed(live.figure)).toSorted())
        .toEqual(['0,0', '0,1', '0,2', '0,3']);
    });
    await test.step('another number of layers is another run', async () => {
      await live.once();
      await live.figure
        .getByRole('radiogroup', { name: say('stack.layers') })
        .getByText('1')
        .click();
      await expect(live.figure.locator('[role=gridcell][data-layer]')).toHaveCount(5);
      await live.expectAt(0);
    });
  });

  test('opens a layer to its gates: the same numbers, the states below in the place of the words', async ({
    page,
  }) => {
    const { live, reference } = await trained(page, { ...SMALL, cell: 'lstm' });
    await live.figure.getByRole('button', { name: say('stack.open', { layer: 2 }) }).click();
    await expect(live.figure.locator('[role=grid]')).toContainText('a[1]');
    const printed = await live.cells();
    expect(printed).toHaveLength(5 * 6);
    const values = reference.probed.layers[1]?.trace.values;
    for (const { role, step, text } of printed) {
      const value = values?.[role as 'cell']?.[step * reference.run.network.hidden] ?? Number.NaN;
      expect(readPrinted(text)).toBeCloseTo(value, 1);
      expect(Math.abs(readPrinted(text) - value)).toBeLessThanOrEqual(0.005 + 1e-9);
    }
    await live.figure.getByRole('button', { name: say('stack.close') }).click();
    await expect(tile(live.figure, 2, 0)).toBeVisible();
  });

  test('keys move through time and layers; any sentence will do', async ({ page }) => {
    const live = await openDeep(page);
    await test.step('keys move through time and layers; Enter opens; Tab leaves', async () => {
      await tile(live.figure, 1, 2).focus();
      await page.keyboard.press('ArrowUp');
      await expect(tile(live.figure, 2, 2)).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await expect(tile(live.figure, 2, 2)).toBeFocused();
      await page.keyboard.press('ArrowLeft');
      await expect(tile(live.figure, 2, 1)).toBeFocused();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await expect(tile(live.figure, 1, 0)).toBeFocused();
      await expect(live.figure.locator('[role=gridcell][tabindex="0"]')).toHaveCount(1);
      await page.keyboard.press('Tab');
      await expect(live.figure.locator('[role=gridcell]:focus')).toHaveCount(0);
      await tile(live.figure, 1, 0).focus();
      await page.keyboard.press('Enter');
      await expect(live.figure.getByRole('button', { name: say('stack.close') })).toBeVisible();
    });
    await live.figure.getByRole('button', { name: say('stack.close') }).click();
    await test.step('any sentence will do', async () => {
      await live.field('sentence.label').fill('𝔘𝔫𝔦 <b>x</b> القطة 记忆 👩‍👩‍👧');
      await expect(live.figure.locator('[role=gridcell][data-layer="0"]').nth(5)).toBeVisible();
      expect(await layoutProblems(page, 'figure#live')).toEqual([]);
    });
  });
});

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

test.describe('designs', () => {
  const figure = (page: Page) => page.locator('figure#designs');
  const SIZES = [
    { k: 2, T: 4, n: 64, V: 1000 },
    { k: 3, T: 6, n: 7, V: 31 },
  ];

  for (const { k, T, n, V } of SIZES) {
    test(`the table is counted on the graphs, k = ${k}${rarely(k === 2)}`, async ({ page }) => {
      await page.goto(address('en', 'designs', { k, T, n, V }));
      const rows = figure(page).getByTestId('facts').locator('tbody tr');
      await expect(rows).toHaveCount(DESIGNS.length);
      for (const [i, design] of DESIGNS.entries()) {
        const size = { steps: T, extra: k, hidden: n, vocabulary: V };
        const { parameters, between, shortest, longest } = designFacts(designGraph(design, size));
        const cells = await rows.nth(i).locator('td').allInnerTexts();
        expect(cells.map((cell) => Number(cell.replaceAll(',', '')))).toEqual([
          parameters,
          between,
          shortest,
          longest,
        ]);
      }
    });
  }

  test('the drawing turns into each design, with its equation and its lit way', async ({ page }) => {
    await page.goto(address('en', 'designs', { k: 2, T: 3, way: 'shortest' }));
    for (const design of DESIGNS) {
      await figure(page)
        .getByRole('button', { name: say(`designs.${design}`), exact: true })
        .click();
      const { shortest } = designFacts(
        designGraph(design, { steps: 3, extra: 2, hidden: 64, vocabulary: 1000 }),
      );
      const drawing = figure(page).getByRole('img').first();
      await expect(drawing).toHaveAttribute('aria-label', new RegExp(`has ${shortest} maps`));
      await expect(
        figure(page)
          .getByRole('status')
          .filter({ hasText: say(`designs.about-${design}`) }),
      ).toBeVisible();
      await expect(figure(page).locator('.katex').first()).toBeVisible();
    }
  });

  test('moves over, and ends where it should, when motion is wanted', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto(address('en', 'designs', { k: 2, T: 3, design: 'input' }));
    const state = figure(page)
      .getByRole('img')
      .first()
      .locator('g', { hasText: 'a' })
      .first()
      .locator('rect');
    const y = () => state.getAttribute('y').then(Number);
    const from = await y();
    await figure(page)
      .getByRole('button', { name: say('designs.output'), exact: true })
      .click();
    await expect.poll(y).toBeGreaterThan(from + 60);
  });
});

test.describe('gradients through depth', () => {
  const figure = (page: Page) => page.locator('figure#depth');
  const at = (page: Page, layer: number, step: number) => tile(figure(page), layer, step).locator('text');

  /** Every cell of the grid prints this map (L, T). */
  async function expectMap(page: Page, map: Float64Array, steps: number): Promise<void> {
    for (const [cell, value] of map.entries()) {
      await expect(at(page, Math.floor(cell / steps), cell % steps)).toHaveText(formatMagnitude(value));
    }
  }

  for (const cell of ['lstm', 'rnn'] as const) {
    test(`${cell}: every cell shows the reference’s gradient, with and without skips${rarely(cell === 'rnn')}`, async ({
      page,
    }) => {
      const pair = { cell, layers: 4, steps: 5, seed: 3 };
      await page.goto(address('en', 'depth', { cell, L: 4, T: 5, seed: 3, layer: 1, t: 2 }));
      const [plain, skipping] = [initialMap(pair, false), initialMap(pair, true)];
      await expectMap(page, plain, 5);
      await figure(page).getByRole('checkbox').check();
      await expectMap(page, skipping, 5);
      const ratio = (skipping[1] ?? 0) / (plain[1] ?? 0);
      const shown = formatFixed(ratio, ratio >= 10 ? 0 : 2);
      await expect(figure(page).getByTestId('comparison')).toContainText(shown);
      // Skip connections: past all layers but the first; T − 1 steps, one layer, the read-out.
      await expect(figure(page).getByTestId('path')).toContainText('at least 6 and at most 9');
    });
  }

  test('its table has every cell of both; trains both in a worker, shows their own numbers, and goes back', async ({
    page,
  }) => {
    await page.goto(address('en', 'depth', { cell: 'gru', L: 2, T: 3, seed: 4 }));
    await test.step('the table has every cell of both', async () => {
      await figure(page)
        .getByRole('button', { name: say('figure.table') })
        .click();
      const rows = figure(page).getByRole('table').locator('tbody tr');
      await expect(rows).toHaveCount(6);
      const map = initialMap({ cell: 'gru', layers: 2, steps: 3, seed: 4 }, true);
      const printed = await rows.last().locator('td').last().innerText();
      expect(readPrinted(printed)).toBeCloseTo(map[5] ?? Number.NaN, 4);
    });
    const before = await at(page, 0, 0).textContent();
    await figure(page)
      .getByRole('button', { name: say('depth.train'), exact: true })
      .click();
    await expect(figure(page).getByTestId('stage')).toHaveText(say('depth.after', { step: 300, seed: 4 }), {
      timeout: 60_000,
    });
    await expect(figure(page).getByRole('img', { name: say('depth.chart') })).toBeVisible();
    expect(await at(page, 0, 0).textContent()).not.toBe(before);
    await figure(page)
      .getByRole('button', { name: say('depth.untrained') })
      .click();
    await expect(at(page, 0, 0)).toHaveText(before ?? '');
  });
});

test.describe('checkpoints', () => {
  const checkpoint = (page: Page, id: string) => page.locator(`[data-checkpoint="${id}"]`);
  const ANSWERS = [
    ['layer-parameters', layerCount(8, 8)],
    ['rounds', rounds(3, 20)],
    ['way-back', wayLength('transition', 100, 2)],
  ] as const;

  test('take the right number, and only that; skips-ahead is passed by training, not by asking', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.goto('/en/lessons/deep-rnn?backend=js');
    await test.step('take the right number, and only that', async () => {
      for (const [id, answer] of ANSWERS) {
        const box = checkpoint(page, id);
        await box.getByRole('textbox').fill('nonsense');
        await box.getByRole('button', { name: say('check.submit') }).click();
        await expect(box).not.toContainText(say('check.passed'));
        await box.getByRole('textbox').fill(String(answer));
        await box.getByRole('button', { name: say('check.submit') }).click();
        await expect(box).toContainText(say('check.passed'));
      }
    });
    await test.step('skips-ahead is passed by training, not by asking', async () => {
      const box = checkpoint(page, 'skips-ahead');
      await expect(box).toContainText(say('check.waiting'));
      await page
        .locator('figure#depth')
        .getByRole('button', { name: say('depth.train'), exact: true })
        .click();
      await expect(box).toContainText(say('check.done'), { timeout: 150_000 });
    });
  });
});

test('a link opens each figure as it was left', async ({ page }) => {
  const linked = async (id: string) => {
    await page
      .locator(`figure#${id}`)
      .getByRole('button', { name: say('figure.link'), exact: true })
      .click();
    await expect.poll(() => new URL(page.url()).hash).toContain(`figure=${id}`);
    return new URL(page.url()).hash;
  };
  await page.goto(address('en', 'designs', { k: 3 }));
  const designs = page.locator('figure#designs');
  await designs.getByRole('button', { name: say('designs.output'), exact: true }).click();
  expect(await linked('designs')).toBe('#figure=designs&design=output&k=3');
  await page.locator('figure#depth').getByRole('checkbox').check();
  await tile(page.locator('figure#depth'), 2, 4).click();
  const hash = await linked('depth');
  expect(hash).toBe('#figure=depth&skip=1&layer=3&t=5');
  await page.goto('about:blank');
  await page.goto(`/en/lessons/deep-rnn?backend=js${hash}`);
  await expect(page.locator('figure#depth').getByRole('checkbox')).toBeChecked();
  await expect(tile(page.locator('figure#depth'), 2, 4)).toHaveAttribute('aria-selected', 'true');
  const live = await openDeep(page);
  await live.once();
  await live.once();
  await tile(live.figure, 2, 1).click();
  const before = await tile(live.figure, 2, 1).getAttribute('aria-label');
  const link = await live.link();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(tile(live.figure, 2, 1)).toHaveAttribute('aria-label', before ?? '');
});

test.describe('nonsense in the address', () => {
  const BAD = [
    ['live', { L: 99, layer: -4, order: 'sideways', open: 'x', cell: 'cake', t: 1e9 }],
    ['designs', { design: 'cathedral', k: 'NaN', T: 1e9, n: -1, V: '', way: '<b>' }],
    ['depth', { cell: 'cake', L: 'abc', T: 99, seed: -1, layer: 1e9, t: 'x' }],
  ] as const;

  for (const [figure, fragment] of BAD) {
    test(`${figure} says what it could not take${rarely(figure === 'designs')}`, async ({ page }) => {
      await page.goto(address('en', figure, { ...(figure === 'live' ? SMALL : {}), ...fragment }));
      const frame = page.locator(`figure#${figure}`);
      await expect(frame.getByRole('status').first()).toBeVisible();
      await expect(frame.getByText(/99|abc|NaN/).first()).toBeVisible();
      await expect(frame.locator('svg').first()).toBeVisible();
      await expect(frame.getByRole('alert')).toHaveCount(0);
    });
  }
});

testLooks(
  (page, locale) => openDeep(page, SMALL, locale),
  async (live, locale) => {
    const { page } = live;
    const speak = sayer(locale);
    await live.once();
    await live.button('setup.open').click();
    await page.locator('figure#depth').getByRole('checkbox').check();
    await page.getByRole('button', { name: speak('designs.stacked'), exact: true }).click();
    await openTables(page, locale, ['live', 'depth']);
    await live.figure.getByRole('button', { name: speak('stack.open', { layer: 2 }) }).click();
  },
  { isChineseRare: true },
);
