import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Download, Locator, Page } from '@playwright/test';
import { MODEL, TEXT } from '../src/gallery/fileModels.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { codeMessages } from '../src/i18n/messages/code.ts';
import { gateCodeMessages } from '../src/i18n/messages/gate-code.ts';
import { gateFilesMessages } from '../src/i18n/messages/gate-files.ts';
import { gateLabMessages } from '../src/i18n/messages/gate-lab.ts';
import { modelFilesMessages } from '../src/i18n/messages/model-files.ts';
import { networkFilesMessages } from '../src/i18n/messages/network-files.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { exportModel } from '../src/instruments/model-files/export-model.ts';
import { FIXTURE_CASES, fixtureBytes } from '../src/models/convert/fixtures.testkit.ts';
import { readSafetensors } from '../src/models/convert/safetensors-read.ts';
import { forwardNextSymbol, zeroStates } from '../src/models/language/next-symbol.ts';
import { tokenize } from '../src/models/text/tokenize.ts';
import { encode } from '../src/models/text/vocabulary.ts';
import { gateLab } from './gateLab.ts';
import { expect, expectAccessible, expectLaidOut, test } from './support.ts';

/*
 * The files that PyTorch wrote, and what it computed with them: src/models/convert/fixtures/make.py.
 */
test.use({ reducedMotion: 'reduce' });

const FIXTURES = fileURLToPath(new URL('../src/models/convert/fixtures/', import.meta.url));
const LSTM = FIXTURE_CASES.lstm;
/** The panels under the drawing, with the choice among them. */
const PANEL = 'figure#gate section:has(input[value=files])';

const OWN = {
  en: { ...gateFilesMessages.en, ...networkFilesMessages.en, ...gateCodeMessages.en, ...codeMessages.en },
  zh: { ...gateFilesMessages.zh, ...networkFilesMessages.zh, ...gateCodeMessages.zh, ...codeMessages.zh },
};
type Own = keyof typeof OWN.en;
const sayer = (locale: Locale) => (code: Own, values?: MessageValues) =>
  translate<Own>(locale, code, values, OWN);
const say = sayer('en');

async function openLab(page: Page, fragment = '', locale: Locale = 'en'): Promise<Locator> {
  await page.goto(`/${locale}/labs/gate#figure=gate&panel=files${fragment}`);
  await expect(page.getByRole('button', { name: sayer(locale)('files.open') })).toBeVisible();
  return page.locator('figure#gate');
}

const chooser = (lab: Locator) => lab.locator('input[type=file]');
const take = (lab: Locator, name: string, bytes: Uint8Array) =>
  chooser(lab).setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
const takeFixture = (lab: Locator, name: string) => chooser(lab).setInputFiles(FIXTURES + name);

async function downloaded(page: Page, click: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download;
}

async function csvOf(page: Page, lab: Locator): Promise<string> {
  await lab.getByRole('button', { name: translate('en', 'figure.export') }).click();
  const download = await downloaded(page, () =>
    lab.getByRole('button', { name: translate('en', 'figure.export.csv') }).click(),
  );
  return readFile(await download.path(), 'utf8');
}

async function savedBytes(page: Page, lab: Locator): Promise<Uint8Array> {
  const button = lab.getByRole('button', { name: say('files.save') });
  const download = await downloaded(page, () => button.click());
  return new Uint8Array(await readFile(await download.path()));
}

const layersOf = (csv: string) =>
  csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','));

/** a of the top layer, both ways side by side, as the lab exports it. */
function topOutputs(csv: string, hidden: number): number[][] {
  const [head = ''] = csv.split(/\r?\n/);
  const column = head.split(',').indexOf('a');
  const rows = layersOf(csv);
  const top = Math.max(...rows.map(([layer]) => Number(layer)));
  const output: number[][] = [];
  for (const row of rows) {
    const [layer, direction, unit, t] = row;
    if (Number(layer) !== top) continue;
    const at = Number(unit) - 1 + (direction === 'backward' ? hidden : 0);
    output[Number(t) - 1] ??= [];
    const step = output[Number(t) - 1];
    if (step) step[at] = Number(row[column]);
  }
  return output;
}

test('an nn.LSTM that PyTorch wrote computes PyTorch’s numbers, is saved, and opens again equal', async ({
  page,
}) => {
  const lab = await openLab(page);
  await takeFixture(lab, 'lstm.safetensors');
  const network = 'nn.LSTM(5, 4, num_layers=2, bidirectional=True) → nn.Linear(8, 3)';
  const opened = say('files.opened', { name: 'lstm.safetensors', network, from: 'lstm' });
  await expect(lab.getByText(opened)).toBeVisible();
  await lab
    .locator('textarea')
    .first()
    .fill(LSTM.x.map((row) => row.join(' ')).join('\n'));
  await expect
    .poll(async () => {
      const found = topOutputs(await csvOf(page, lab), 4).flat();
      return Math.max(...LSTM.a.flat().map((value, i) => Math.abs(value - (found[i] ?? Number.NaN))));
    })
    .toBeLessThan(1e-5);
  await expectShown(lab);
  const before = await csvOf(page, lab);
  const bytes = await savedBytes(page, lab);
  expectSameTensors(bytes, fixtureBytes('lstm.safetensors'));
  // Another network in between, and back.
  await takeFixture(lab, 'gru-f16.safetensors');
  await expect(lab.getByText(/nn\.GRU\(3, 4\)/).first()).toBeVisible();
  await take(lab, 'again.safetensors', bytes);
  await expect(
    lab.getByText(say('files.opened', { name: 'again.safetensors', network, from: 'rnn' })),
  ).toBeVisible();
  expect(await csvOf(page, lab)).toBe(before);
});

/** The table on screen has the top layer's first unit, forward and backward, as PyTorch has it. */
async function expectShown(lab: Locator): Promise<void> {
  await lab.getByRole('button', { name: translate('en', 'figure.table') }).click();
  for (const [direction, unit] of [
    ['forward', 0],
    ['backward', 4],
  ] as const) {
    const chain = translate('en', `gate.chain.${direction}`, { layer: 2 }, gateLabMessages);
    const name = translate('en', 'gate.table', { chain, unit: 1 }, gateLabMessages);
    const cells = lab.getByRole('region', { name, exact: true }).locator('tbody td:last-child');
    const shown = (await cells.allTextContents()).map((text) => Number(text.replace('−', '-')));
    expect(shown, name).toEqual(LSTM.a.map((row) => Number(row[unit]?.toFixed(4))));
  }
  await lab.getByRole('button', { name: translate('en', 'figure.table') }).click();
}

/** The same network under the names that the lab gives it; of two biases PyTorch only ever uses the sum. */
function expectSameTensors(ours: Uint8Array, theirs: Uint8Array): void {
  const [found, expected] = [readSafetensors(ours), readSafetensors(theirs)];
  if (!found.ok || !expected.ok) throw new Error('both are safetensors files');
  const renamed = (name: string) => name.replace('lstm.', 'rnn.').replace('fc.', 'head.');
  for (const [name, { shape, data }] of expected.tensors) {
    if (name.startsWith('embedding')) continue;
    const other = found.tensors.get(renamed(name));
    expect(other?.shape, name).toEqual(shape);
    if (!/bias_(ih|hh)/.test(name)) expect(other?.data, name).toEqual(data);
    if (!name.includes('bias_ih')) continue;
    const twin = name.replace('bias_ih', 'bias_hh');
    const [theirTwin, ourTwin] = [expected.tensors.get(twin), found.tensors.get(renamed(twin))];
    const sums = Array.from(data, (value, i) => value + (theirTwin?.data[i] ?? Number.NaN));
    expect(
      Array.from(other?.data ?? [], (value, i) => value + (ourTwin?.data[i] ?? 0)),
      name,
    ).toEqual(sums);
  }
}

test('what does not open says why, and what was on screen stays', async ({ page }) => {
  const lab = await openLab(page);
  const before = await csvOf(page, lab);
  const alert = lab.getByRole('alert');
  await takeFixture(lab, 'rnn.pt');
  await expect(alert).toContainText(say('files.fault-kind-torch'));
  await expect(alert).toContainText("torch.load('rnn.pt', map_location='cpu')");
  await takeFixture(lab, 'projection.safetensors');
  await expect(alert).toContainText(say('files.fault-projection', { name: 'weight_hr_l0' }));
  const bytes = fixtureBytes('lstm.safetensors');
  await take(lab, 'short.safetensors', bytes.slice(0, -4));
  await expect(alert).toContainText(/should lie within the [\d,]+ bytes of data/);
  await take(lab, 'notes.txt', new TextEncoder().encode('weights of the course'));
  await expect(alert).toContainText(say('files.not-opened', { name: 'notes.txt' }));
  await expectAccessible(page, PANEL);
  await alert.getByRole('button', { name: say('files.dismiss') }).click();
  await expect(alert).toBeHidden();
  expect(await csvOf(page, lab)).toBe(before);
  // Of two modules the reader chooses; a plain RNN is tanh until told otherwise.
  await takeFixture(lab, 'two.safetensors');
  await lab.getByRole('button', { name: 'decoder', exact: true }).click();
  await expect(lab.getByText(/nn\.GRU\(4, 5\), taken from decoder/)).toBeVisible();
  await takeFixture(lab, 'rnn-relu-bf16.safetensors');
  await lab.getByText('ReLU', { exact: true }).click();
  await expect(lab.getByText(/nn\.RNN\(3, 4, nonlinearity='relu'\)/).first()).toBeVisible();
});

test('a file can be dropped anywhere, and chosen by keyboard', async ({ page }) => {
  const lab = await openLab(page, '', 'zh');
  const data = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.safetensors'));
      return transfer;
    },
    [...fixtureBytes('gru-f16.safetensors')],
  );
  const zh = sayer('zh');
  await page.dispatchEvent('h1', 'dragover', { dataTransfer: data });
  await expect(lab.getByText(zh('files.drop-now'))).toBeVisible();
  await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
  const values = { name: 'dropped.safetensors', network: 'nn.GRU(3, 4)', from: 'module.gru' };
  await expect(lab.getByText(zh('files.opened', values))).toBeVisible();
  await lab.getByRole('button', { name: zh('files.open') }).focus();
  const asking = page.waitForEvent('filechooser');
  // The browser's own dialog is kept away only once the page has been told: a round trip.
  await page.evaluate(() => null);
  await page.keyboard.press('Enter');
  const asked = await asking;
  await asked.setFiles(`${FIXTURES}rnn.pt`);
  await expect(lab.getByRole('alert')).toContainText(zh('files.fault-kind-torch'));
  await expectLaidOut(page, 360);
});

test('code and file say the same of a cell that PyTorch lacks, and the file brings it back', async ({
  page,
}) => {
  const lab = await openLab(
    page,
    '&cell=gru&variant=simplified&dir=sum&h=3&in=text&level=word&text=a+b+c+a&say=a+c',
  );
  await expect(lab.getByText(say('files.written-plain', { module: 'nn.GRU' }))).toBeVisible();
  await expect(lab.getByText(say('listing.simplified-gru'))).toBeVisible();
  await expect(lab.getByText(say('listing.directions', { module: 'nn.GRU' }))).toBeVisible();
  const before = await csvOf(page, lab);
  const bytes = await savedBytes(page, lab);
  await lab.getByText('Code', { exact: true }).click();
  const code = lab.locator('pre');
  await expect(code).toContainText('x = there + back.flip(0)');
  await expect(code).toContainText("state = load_file('unrolled-gru.safetensors')");
  await lab.getByText('TensorFlow.js', { exact: true }).click();
  await expect(code).toContainText('return tf.add(there, back);');
  await expectAccessible(page, PANEL);
  // A fresh lab, of which nothing is known.
  await page.goto('about:blank');
  const fresh = await openLab(page, '&cell=rnn');
  await take(fresh, 'own.safetensors', bytes);
  await expect(fresh.getByText(/own\.safetensors is open: GRU\(4, 3, bidirectional='sum'\)/)).toBeVisible();
  expect(await csvOf(page, fresh)).toBe(before);
});

/** The model of the gallery, over to the lab by its button. */
async function handedOver(page: Page): Promise<Page> {
  await page.goto('/en/gallery/model-files');
  const button = page.getByRole('button', {
    name: translate('en', 'model-files.gate-open', {}, modelFilesMessages),
  });
  const [tab] = await Promise.all([page.waitForEvent('popup'), button.click()]);
  return tab;
}

/** a of the top layer's first unit at every token of the passage, by the reference. */
function topUnit(): readonly number[] {
  const ids = encode(MODEL.vocabulary, tokenize(TEXT, MODEL.config.task));
  const { output } = forwardNextSymbol(MODEL.shape, MODEL.parameters, ids, zeroStates(MODEL.shape, 1));
  return Array.from(ids, (_, step) => output[step * MODEL.shape.hidden] ?? Number.NaN);
}

test('a language model handed over opens with its tokens and its numbers, and so does its file', async ({
  page,
}) => {
  const tab = await handedOver(page);
  const lab = gateLab(tab, 'en');
  const brought = lab.figure.getByText(lab.say('gate.own-tokens', { count: MODEL.shape.vocabulary }));
  await expect(brought).toBeVisible();
  await expect(tab).not.toHaveURL(/hand=1/);
  await lab.figure.getByRole('button', { name: translate('en', 'figure.table') }).click();
  const rows = await lab.table(lab.say('gate.chain.one', { layer: 2 }), 1);
  expect(rows.map((row) => row.at(-1))).toEqual(topUnit().map((value) => Number(value.toFixed(4)) + 0));
  // Nothing waits any more: a second tab with the same address says so.
  await page.goto('/en/labs/gate#figure=gate&hand=1');
  const again = gateLab(page, 'en');
  await expect(again.figure.getByRole('alert')).toContainText(again.say('gate.handed-missing'));
  // The file that the other lab saves brings its tokens as well.
  const [file] = exportModel(
    { model: MODEL, name: 'cats', devLoss: null, text: null, checkpoint: null },
    { precision: 'exact' },
  );
  await again.radio('gate.panel.files').click();
  await take(again.figure, 'cats.safetensors', file?.bytes ?? new Uint8Array());
  await expect(
    again.figure.getByText(again.say('gate.own-tokens', { count: MODEL.shape.vocabulary })),
  ).toBeVisible();
  await again.button('gate.own-tokens-leave').click();
  await expect(again.field('gate.text')).toBeVisible();
});
