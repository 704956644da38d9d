import type { Locator, Page } from '@playwright/test';
import { formatFixed, formatMagnitude } from '../src/components/diagrams/formatNumber.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { agreementMessages } from '../src/i18n/messages/agreement.ts';
import { cliffMessages } from '../src/i18n/messages/cliff.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { leakyMessages } from '../src/i18n/messages/leaky.ts';
import { spectrumMessages } from '../src/i18n/messages/spectrum.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { accuracyOf, backNorms, probeBatch } from '../src/instruments/agreement/measure.ts';
import {
  CELLS,
  configOf,
  freshParameters,
  type NetSettings,
  netOf,
  taskSpec,
} from '../src/instruments/agreement/nets.ts';
import { CLIFF_TABLE, type CliffSettings, descentOf, unitOf } from '../src/instruments/cliff/settings.ts';
import { REMEDIES, remedyFlows } from '../src/instruments/leaky/remedies.ts';
import { LEAKY_TABLE } from '../src/instruments/leaky/settings.ts';
import { drawRecurrent, flowOf } from '../src/instruments/spectrum/flow.ts';
import { SPECTRUM_TABLE, type SpectrumSettings } from '../src/instruments/spectrum/settings.ts';
import { isLevel } from '../src/lessons/vanishing/figures/conditions.ts';
import { descend } from '../src/models/gradient-flow/one-unit.ts';
import {
  initialiseNetwork,
  networkLossAndGradients,
  networkZeroStates,
} from '../src/models/network/token-network.ts';
import { clipByNorm } from '../src/models/optim/clip.ts';
import { createOptimizer } from '../src/models/optim/optimizer.ts';
import { createRandom } from '../src/models/random.ts';
import { createTask } from '../src/models/tasks/spec.ts';
import { fallbackState, type Table, writeFragment } from '../src/url/fragment.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...agreementMessages.en, ...cliffMessages.en, ...leakyMessages.en, ...spectrumMessages.en },
  zh: { ...agreementMessages.zh, ...cliffMessages.zh, ...leakyMessages.zh, ...spectrumMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);

/** Opens the lesson with one figure set; on the reference tier, so that its numbers can be computed again. */
async function open<T extends object>(
  page: Page,
  id: string,
  table: Table<T>,
  part: Partial<T> = {},
  locale: Locale = 'en',
): Promise<Locator> {
  const hash = writeFragment(table, id, { ...fallbackState(table), ...part });
  await page.goto(`/${locale}/lessons/vanishing?backend=js${hash}`);
  await expect(figure(page, id).locator('svg').first()).toBeVisible();
  return figure(page, id);
}

/** What a run's training does, step by step, with the models alone. */
function trained(net: NetSettings, steps: number): Float64Array {
  const network = netOf(net.cell);
  const { batch, optimizer: spec, biases } = configOf(net);
  const random = createRandom(net.seed);
  initialiseNetwork(network, random, biases);
  const flat = freshParameters(net);
  const task = createTask(taskSpec(net.distance));
  const optimizer = createOptimizer(spec, flat.length);
  const gradients = new Float64Array(flat.length);
  for (let step = 0; step < steps; step++) {
    const { ids, targets } = task.sample(random, batch);
    networkLossAndGradients(network, flat, { ids, targets }, networkZeroStates(network, batch), gradients);
    clipByNorm(gradients, 1);
    optimizer.step(flat, gradients);
  }
  return flat;
}

test.describe('one error, three cells', () => {
  test('the table has the gradients that the reference finds after as many steps', async ({ page }) => {
    await page.goto('/en/lessons/vanishing?backend=js#figure=flow&d=10');
    const flow = figure(page, 'flow');
    const row = (cell: string) => flow.locator(`tr[data-cell="${cell}"] td`);
    await expect.poll(async () => Number(await row('lstm').first().innerText())).toBeGreaterThan(2);
    await flow.getByRole('button', { name: say('en', 'figure.pause') }).click();
    await expect(flow.getByRole('button', { name: say('en', 'figure.play') })).toBeVisible();
    for (const cell of CELLS) {
      const net = { cell, distance: 10, start: 'uniform', seed: 1 } as const;
      const batch = probeBatch(10, 1);
      await expect(async () => {
        const [step, , last, subject] = await row(cell).allInnerTexts();
        const { hidden } = backNorms(cell, trained(net, Number(step)), batch);
        expect([last, subject]).toEqual([hidden[0], hidden[10]].map((x) => formatMagnitude(x ?? NaN)));
      }).toPass();
    }
    await openTables(page, 'en', ['flow']);
    const first = flow
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '10', exact: true }) });
    const before = CELLS.map((cell) => {
      const net = { cell, distance: 10, start: 'uniform', seed: 1 } as const;
      return backNorms(cell, freshParameters(net), probeBatch(10, 1)).hidden[10] ?? NaN;
    });
    const cells = await first.getByRole('cell').allInnerTexts();
    expect(cells.filter((_, i) => i % 2 === 0)).toEqual(
      before.map((x) => x.toExponential(3).replaceAll('-', '−')),
    );
  });
});

test.describe('eigenvalues', () => {
  const readout = (locale: Locale, settings: SpectrumSettings): string => {
    const { spectrum, norms, slope } = flowOf(drawRecurrent(settings), settings);
    const end = norms.at(-1) ?? NaN;
    return say(locale, 'spectrum.here', {
      radius: formatFixed(settings.radius, 2),
      norm: formatFixed(spectrum.norm, 2),
      slope: formatFixed(slope, 2),
      steps: settings.steps,
      end: formatMagnitude(end),
      rate: formatFixed(end ** (1 / settings.steps), 3),
    });
  };
  const defaults = fallbackState(SPECTRUM_TABLE);

  for (const locale of ['en', 'zh'] as const) {
    test(`the slider moves eigenvalues and gradient, ${locale}${rarely(locale === 'zh')}`, async ({
      page,
    }) => {
      const drawn = drawRecurrent(defaults);
      const isFound = (radius: number) =>
        isLevel({ ...defaults, radius }, flowOf(drawn, { ...defaults, radius }));
      const level = Array.from({ length: 96 }, (_, i) => (105 + i) / 100).find(isFound) ?? Number.NaN;
      const below = Math.round(100 * level - 1) / 100;
      const spectrum = await open(page, 'spectrum', SPECTRUM_TABLE, { radius: below }, locale);
      const said = spectrum.getByTestId('spectrum');
      const checkpoint = page.locator('[data-checkpoint="level"]').getByRole('status');
      await expect(said).toHaveText(readout(locale, { ...defaults, radius: below }));
      await expect(checkpoint).toHaveText(say(locale, 'check.waiting'));
      await expect(spectrum.locator('svg circle')).toHaveCount(2 + defaults.units);
      await spectrum.getByRole('slider', { name: say(locale, 'spectrum.radius') }).press('ArrowRight');
      await expect(said).toHaveText(readout(locale, { ...defaults, radius: level }));
      await expect(checkpoint).toHaveText(say(locale, 'check.done'));
      await spectrum.getByText(say(locale, 'spectrum.kind-orthogonal'), { exact: true }).click();
      await spectrum.getByText(say(locale, 'spectrum.g-linear'), { exact: true }).click();
      const even = { ...defaults, radius: level, kind: 'orthogonal', activation: 'linear' } as const;
      await expect(said).toHaveText(readout(locale, even));
      await expect(said).toContainText(formatMagnitude(level ** 50));
    });
  }
});

test.describe('the wall', () => {
  const short = (value: number): string =>
    Math.abs(value) >= 0.01 && Math.abs(value) < 1000 ? formatFixed(value, 2) : formatMagnitude(value);
  const rows = (settings: CliffSettings) =>
    [false, true].map((clipped) => {
      const point = descend(unitOf(settings), descentOf(settings, clipped))[settings.at];
      return point ? [point.weight, point.bias, point.loss, point.norm].map(short) : [];
    });

  test('both descents stand where the models say; overflow shows as it happens', async ({ page }) => {
    const settings = { ...fallbackState(CLIFF_TABLE), activation: 'linear', logRate: -1.3, at: 0 } as const;
    const cliff = await open(page, 'cliff', CLIFF_TABLE, settings);
    const shown = async () =>
      Promise.all(
        ['plain', 'clipped'].map(async (which) =>
          (await cliff.locator(`tr[data-descent="${which}"] td`).allInnerTexts()).slice(0, 4),
        ),
      );
    for (const at of [0, 1, 2, 3]) {
      await expect.poll(shown).toEqual(rows({ ...settings, at }));
      await cliff.getByRole('button', { name: say('en', 'cliff.forward') }).click();
    }
    await expect(cliff.locator('tr[data-descent="plain"]')).toContainText('NaN');
    await expect(cliff).toContainText(say('en', 'cliff.not-finite'));
    const status = page.locator('[data-checkpoint="tame"]').getByRole('status');
    await expect(status).toHaveText(say('en', 'check.waiting'));
    const slider = cliff.getByRole('slider', { name: say('en', 'cliff.clip') });
    for (let i = 0; i < 20; i++) {
      if ((await status.innerText()) === say('en', 'check.done')) break;
      await slider.press('ArrowRight');
    }
    await expect(status).toHaveText(say('en', 'check.done'));
    await cliff.locator('rect[data-pick]').click({ position: { x: 100, y: 100 } });
    await expect(cliff.getByRole('slider', { name: say('en', 'cliff.weight') })).not.toHaveValue('2.4');
  });
});

test('longer reaches: the readout is what the models compute; numbers answer their checkpoints; in Chinese', async ({
  page,
}) => {
  const settings = { ...fallbackState(LEAKY_TABLE), alpha: 0.95, delay: 7 };
  const leaky = await open(page, 'leaky', LEAKY_TABLE, settings, 'zh');
  const flows = remedyFlows(settings);
  const said = leaky.getByTestId('remedies');
  for (const remedy of REMEDIES) {
    const k = remedy === 'long' ? 56 : 60;
    const norm = flows.find((flow) => flow.remedy === remedy)?.norms[k] ?? NaN;
    await expect(said).toContainText(formatMagnitude(norm));
  }
  for (const [id, answer] of [
    ['nine-tenths', '0.005'],
    ['clip', '3'],
    ['time-scale', '50'],
  ] as const) {
    const checkpoint = page.locator(`[data-checkpoint="${id}"]`);
    await checkpoint.getByRole('textbox').fill(answer);
    await checkpoint.getByRole('button', { name: say('zh', 'check.submit') }).click();
    await expect(checkpoint.getByRole('status')).toHaveText(say('zh', 'check.right'));
  }
});

test('was or were: nets are trained, and their verbs counted on fresh sentences', async ({ page }) => {
  await page.goto('/en/lessons/vanishing?backend=js#figure=agreement&d=3&at=3');
  const agreement = figure(page, 'agreement');
  await agreement.scrollIntoViewIfNeeded();
  await expect(agreement.getByTestId('progress')).toHaveText(
    say('en', 'agree.progress', { done: 3, all: 3 }),
    {
      timeout: 60_000,
    },
  );
  const percent = (share: number) => `${formatFixed(100 * share, 0)}\u00a0%`;
  const cells = await agreement.locator('tr[data-distance="3"] td').allInnerTexts();
  expect(cells).toEqual(
    CELLS.map((cell) => {
      const net = { cell, distance: 3, start: 'uniform', seed: 1 } as const;
      const { same, other } = accuracyOf(cell, trained(net, 300), 3);
      return `${percent(same)} · ${percent(other)}`;
    }),
  );
  await expect(agreement.getByTestId('sentences')).not.toContainText(say('en', 'agree.pending'));
  await agreement.getByRole('checkbox', { name: '5', exact: true }).check();
  await expect(agreement.locator('tr[data-distance]')).toHaveCount(2);
  await expect(agreement.getByTestId('progress')).toHaveText(/^[3-6] /);
});

testLooks(
  async (page, locale) => {
    await page.goto(`/${locale}/lessons/vanishing?backend=js#figure=agreement&d=3&at=3`);
    await expect(figure(page, 'agreement').locator('svg').first()).toBeVisible();
    await figure(page, 'flow')
      .getByRole('button', { name: say(locale, 'figure.pause') })
      .click();
    return page;
  },
  async (page, locale) => {
    await openTables(page, locale, ['spectrum', 'cliff', 'leaky']);
    await figure(page, 'cliff').getByText(say(locale, 'cliff.g-linear'), { exact: true }).click();
  },
  { isChineseRare: true },
);
