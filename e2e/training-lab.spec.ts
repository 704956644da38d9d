import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { modelFilesMessages } from '../src/i18n/messages/model-files.ts';
import { samplingMessages } from '../src/i18n/messages/sampling.ts';
import { curvesMessages } from '../src/i18n/messages/training-curves.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { languageConfig, RUN_TABLE } from '../src/instruments/language/run-settings.ts';
import { trainingMessages } from '../src/labs/training/messages.ts';
import { fallbackState } from '../src/url/fragment.ts';
import { createJsTrainer } from '../src/workers/js-trainer.ts';
import { prepareRun } from '../src/workers/prepare.ts';
import { freshStart } from '../src/workers/start.ts';
import { expect, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const OWN = {
  en: { ...trainingMessages.en, ...curvesMessages.en, ...samplingMessages.en, ...modelFilesMessages.en },
  zh: { ...trainingMessages.zh, ...curvesMessages.zh, ...samplingMessages.zh, ...modelFilesMessages.zh },
};
type Own = keyof typeof OWN.en;
const sayer = (locale: Locale) => (code: Own, values?: MessageValues) =>
  translate<Own>(locale, code, values, OWN);
const say = sayer('en');

const TEXT = Array.from(
  { length: 30 },
  (_, i) =>
    `the ${i % 3 ? 'cat' : 'dog'} ${i % 2 ? 'sat on' : 'ran from'} the ${i % 5 ? 'mat' : 'hat'}, ${i % 7}. `,
).join('');
const SIZES = { hidden: 16, steps: 8, batch: 4, interval: 20, measured: 200, share: 0.1 } as const;
/** The run that the link below asks for. */
const CONFIG = languageConfig(
  { ...fallbackState(RUN_TABLE), ...SIZES, level: 'character', ends: 'none', vocabulary: 5000 },
  TEXT,
);
const LINK = {
  text: 'own',
  own: TEXT,
  h: 16,
  T: 8,
  batch: 4,
  devk: 20,
  devn: 200,
  dev: 0.1,
  rest: 60,
  smooth: 1,
};

interface Lab {
  readonly page: Page;
  readonly figure: Locator;
  button(code: Own, values?: MessageValues): Locator;
  readonly progress: Locator;
  readonly rows: Locator;
}

function labOf(page: Page, locale: Locale = 'en'): Lab {
  const figure = page.locator('figure#training');
  const name = sayer(locale);
  return {
    page,
    figure,
    button: (code, values) => figure.getByRole('button', { name: name(code, values), exact: true }),
    progress: figure.getByTestId('progress'),
    rows: figure.locator('tr[data-run]'),
  };
}

const train = ({ figure }: Lab) =>
  figure.getByRole('button', { name: translate('en', 'train.start'), exact: true }).click();

async function openLab(
  page: Page,
  settings: Readonly<Record<string, string | number>>,
  locale: Locale = 'en',
) {
  const fields = Object.entries({ figure: 'training', ...settings }).map(([key, value]) => [
    key,
    String(value),
  ]);
  await page.goto(`/${locale}/labs/training?backend=wasm#${new URLSearchParams(fields)}`);
  const lab = labOf(page, locale);
  await expect(
    lab.figure.getByTestId('cost').or(lab.figure.getByText(sayer(locale)('lab.waits-for-text'))),
  ).toBeVisible();
  return lab;
}

const restsAt = (lab: Lab, step: number) =>
  expect
    .poll(async () => [
      await lab.progress.getAttribute('data-phase'),
      await lab.progress.getAttribute('data-step'),
    ])
    .toEqual(['paused', String(step)]);

async function downloaded(page: Page, click: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download;
}

interface Point {
  readonly run: string;
  readonly step: number;
  readonly train: number | null;
  readonly dev: number | null;
}

/** What the lab writes as CSV: every point with all its digits. */
async function points({ page, figure }: Lab): Promise<readonly Point[]> {
  await figure.getByRole('button', { name: translate('en', 'figure.export') }).click();
  const download = await downloaded(page, () =>
    figure.getByRole('button', { name: translate('en', 'figure.export.csv') }).click(),
  );
  const [, ...lines] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  const number = (text = '') => (text === '' ? null : Number(text));
  return lines.map((line) => {
    const [run = '', step, , loss, , dev] = line.split(',');
    return { run, step: Number(step), train: number(loss), dev: number(dev) };
  });
}

/** Training losses by the reference, step after step. */
async function reference(steps: number): Promise<readonly number[]> {
  const prepared = prepareRun(CONFIG);
  if (!prepared.ok) throw new Error(prepared.failure.code);
  const trainer = createJsTrainer(prepared.run, freshStart(prepared.run));
  for (let step = 0; step < steps; step++) await trainer.step();
  return (await trainer.stats()).since.map(({ loss }) => loss);
}

const trained = (all: readonly Point[], run: string, step: number) =>
  all.find((point) => point.run.startsWith(run) && point.step === step && point.train !== null)?.train;

const MANY = 40;

/** Text drawn from the open model, from its beginning. */
async function sampled(lab: Lab): Promise<string> {
  await lab.button('sample.generate', { count: MANY }).click();
  const text = lab.figure.getByRole('listbox', { name: say('sample.text') });
  // Those that were drawn, and the place of the next one.
  await expect(text.locator('[role=option][data-index]')).toHaveCount(MANY + 1);
  return (await text.textContent()) ?? '';
}

/** Numbers of a run in the legend of the plot, as they are printed. */
const legend = (lab: Lab, run: string): Promise<string[]> =>
  lab.rows.filter({ hasText: run }).locator('td').allTextContents();

const room = (lab: Lab, code: Own) => lab.figure.getByRole('radio', { name: say(code), exact: true }).check();

async function restEvery(lab: Lab, steps: number): Promise<void> {
  const field = lab.figure.getByRole('textbox', { name: say('lab.rest') });
  await field.fill(String(steps));
  await field.press('Enter');
}

test('trains, rests, is kept over a reload, goes on bit for bit, samples, and comes back from its file equal', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const lab = await openLab(page, { ...LINK, many: MANY });
  await expect(lab.figure.getByTestId('cost')).toContainText('B of memory');
  await train(lab);
  await restsAt(lab, 60);
  const losses = await reference(60);
  const first = await points(lab);
  for (const step of [1, 30, 60]) {
    // WASM computes in 32 bits, the reference in 64.
    expect(trained(first, '1 ', step)).toBeCloseTo(losses[step - 1] ?? Number.NaN, 2);
  }
  expect(first.filter(({ dev }) => dev !== null).map(({ step }) => step)).toEqual([0, 20, 40, 60]);
  await page.reload();
  await restsAt(lab, 60);
  expect(await points(lab)).toEqual(first);
  await train(lab);
  await restsAt(lab, 120);

  // The same run without a stop, beside the one that was interrupted.
  await restEvery(lab, 120);
  await lab.button('lab.new-run').click();
  await expect(lab.rows).toHaveCount(2);
  await restsAt(lab, 120);
  const all = await points(lab);
  const last = trained(all, '2 ', 120);
  expect(last).toBeGreaterThan(0);
  expect(last).toBe(trained(all, '1 ', 120));
  expect((await legend(lab, '2 ')).slice(2, 6)).toEqual((await legend(lab, '1 ')).slice(2, 6));
  expect((await legend(lab, '2 '))[2]).toBe(last?.toFixed(3));

  // Out of the page and in again.
  const drawn = await sampled(lab);
  await room(lab, 'lab.room-files');
  const save = lab.figure.getByRole('button', { name: /^Save the model/ });
  const file = await (await downloaded(page, () => save.click())).path();
  const opener = lab.figure.getByRole('region', { name: say('model-files.open') });
  await opener.locator('input[type=file]').setInputFiles({
    name: 'model.safetensors',
    mimeType: '',
    buffer: await readFile(file),
  });
  await lab.button('model-files.use').click();
  await expect(lab.rows).toHaveCount(3);
  await restsAt(lab, 120);
  await room(lab, 'lab.room-sampling');
  expect(await sampled(lab)).toBe(drawn);
  await restEvery(lab, 130);
  await train(lab);
  await restsAt(lab, 130);
  const imported = (await points(lab)).filter(({ step }) => step > 120);
  // And the one that it is a copy of goes on to the same numbers.
  await lab.figure.getByRole('button', { name: /^Open “2 / }).click();
  await restsAt(lab, 120);
  await train(lab);
  await restsAt(lab, 130);
  // The copy has the same name with a number behind it.
  const original = (await points(lab)).filter(({ run, step }) => step > 120 && !run.endsWith('(2)'));
  expect(original.map((point) => point.train)).toEqual(imported.map((point) => point.train));
  expect(original).toHaveLength(10);
});

test('states are kept, branched and dropped; a run is renamed, deleted and put back; what goes wrong is said', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const lab = await openLab(page, LINK);
  await lab.figure.getByText(say('curves.title-loss')).click();
  await page.keyboard.press('Space');
  await restsAt(lab, 60);
  await lab.figure.getByRole('textbox', { name: say('lab.keep-name') }).fill('before lunch');
  await lab.button('lab.keep').click();
  const branch = lab.button('lab.branch-label', { state: 'before lunch' });
  await expect(branch).toBeVisible();
  // A second one, to be deleted: not at the first press.
  await lab.figure.getByRole('textbox', { name: say('lab.keep-name') }).fill('by mistake');
  await lab.button('lab.keep').click();
  const drop = lab.figure.getByRole('button', { name: say('lab.drop-label', { state: 'by mistake' }) });
  await drop.click();
  await expect(drop).toContainText(say('lab.drop-question'));
  await drop.press('Escape');
  await drop.click();
  await drop.click();
  await expect(drop).toHaveCount(0);
  await expect(branch).toBeVisible();
  await lab.figure.getByText(say('curves.title-loss')).click();
  await page.keyboard.press('.');
  await restsAt(lab, 61);
  await branch.click();
  await restsAt(lab, 60);
  await expect(lab.figure.locator('li[data-run]')).toHaveCount(2);

  const open = lab.figure.locator('li[data-open=true]');
  await open.getByRole('button', { name: say('lab.rename') }).click();
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await expect(open).toContainText('Mine');
  await open.getByRole('button', { name: say('lab.delete') }).click();
  await expect(lab.figure.locator('li[data-run]')).toHaveCount(1);
  await lab.button('lab.undo').click();
  await lab.button('lab.open', { name: 'Mine' }).click();
  await restsAt(lab, 60);

  // What is out of range is refused with its range; what is in it reaches the run under way.
  const rate = lab.figure.getByRole('textbox', { name: translate('en', 'setup.learningRate') });
  await rate.fill('1000');
  await rate.press('Enter');
  await expect(lab.figure.getByRole('alert')).toContainText('100');
  await rate.fill('0.5');
  await rate.press('Enter');
  await lab.figure.getByRole('checkbox', { name: say('lab.clip-on') }).uncheck();
  await train(lab);
  await restsAt(lab, 120);
  await page.reload();
  await restsAt(lab, 120);
  await expect(rate).toHaveValue('0.5');
  await expect(lab.figure.getByRole('checkbox', { name: say('lab.clip-on') })).not.toBeChecked();

  // A text of which nothing can be learnt.
  await page.goto('about:blank');
  await openLab(page, { ...LINK, own: 'a' });
  await train(lab);
  await expect(
    lab.figure.getByText(translate('en', 'run.failure.text-too-short', { found: 1, needed: 2 })),
  ).toBeVisible();
});

testLooks(
  async (page, locale) => {
    const lab = await openLab(page, { ...LINK, room: 'score', say: 'the cat sat' }, locale);
    await lab.figure.getByRole('button', { name: translate(locale, 'train.start'), exact: true }).click();
    await restsAt(lab, 60);
    await expect(lab.figure.getByTestId('ngrams')).toHaveAttribute('data-phase', 'ready');
    return lab;
  },
  async (lab, locale) => {
    const name = translate(locale, 'figure.table');
    await lab.figure.getByRole('button', { name, exact: true }).first().click();
    await lab.figure.getByRole('radio', { name: sayer(locale)('lab.room-files'), exact: true }).check();
    await lab.figure.getByRole('combobox', { name: sayer(locale)('lab.schedule') }).selectOption('cosine');
  },
);
