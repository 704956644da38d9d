import { writeFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { type Live, liveFigure, openLive, TINY } from './lessonFigure.ts';
import { expectNet, referenceOf } from './lessonReference.ts';
import { expect, rarely, test } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const SENTENCE = '鲸鱼 🐋 the “sea” & 100% #1';

/** Trains a little and rests. */
async function trainTo(live: Live, least: number): Promise<number> {
  await live.button('train.start').click();
  await expect.poll(live.step, { intervals: [50] }).toBeGreaterThanOrEqual(least);
  return live.pause();
}

/** Opens an address in a page of its own, as somebody else would. */
async function visit(page: Page, address: string, live: Live): Promise<Live> {
  const other = await page.context().newPage();
  await other.goto(address);
  const shown = liveFigure(other, live.locale);
  await expect(shown.figure.getByRole('gridcell').first()).toBeVisible();
  return shown;
}

const drawn = async (live: Live) => ({ cells: await live.cells(), lane: await gradientLane(live) });
const gradientLane = (live: Live) =>
  live.figure.getByRole('img', { name: '∂L/∂' }).first().getAttribute('aria-label');

test('a link carries every setting, and text in any script', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: TINY });
  await live.button('setup.open').click();
  await live.field('setup.cell').selectOption('gru-reset-after');
  for (const [field, value] of [
    ['setup.hidden', '5'],
    ['setup.seed', '77'],
    ['setup.learningRate', '0.02'],
  ] as const) {
    await live.field(field).fill(value);
    await live.field(field).press('Enter');
  }
  await live.field('sentence.label').fill(SENTENCE);
  await expect(live.figure.getByRole('row')).toHaveCount([...SENTENCE].length);
  await live.cell('reset', 3).click();
  await live.expectAt(0);
  const address = await live.link();
  const shown = await visit(page, address, live);
  await expect(shown.field('sentence.label')).toHaveValue(SENTENCE);
  await shown.button('setup.open').click();
  await expect(shown.field('setup.cell')).toHaveValue('gru-reset-after');
  await expect(shown.field('setup.hidden')).toHaveValue('5');
  await expect(shown.field('setup.seed')).toHaveValue('77');
  await expect(shown.field('setup.learningRate')).toHaveValue('0.02');
  await expect(shown.detail()).toContainText(live.say('figure.role.reset'));
  expect(await drawn(shown)).toEqual(await drawn(live));
});

for (const tier of ['js', 'wasm', 'webgpu'] as const) {
  test(`a link with a step trains there and shows the same numbers, ${tier}${rarely(tier !== 'wasm')}`, async ({
    page,
  }) => {
    const live = await openLive(page, { tier, fragment: { ...TINY, h: 16, say: SENTENCE } });
    const step = await trainTo(live, 5);
    await live.link();
    await expect(live.figure).toContainText(live.say('share.step', { seed: 1, step }));
    const shown = await visit(page, page.url(), live);
    await shown.expectAt(step);
    expect(await drawn(shown)).toEqual(await drawn(live));
    expect((await shown.save()).checkpoint.parameters).toEqual((await live.save()).checkpoint.parameters);
  });
}

test('a link with weights shows the same numbers at once', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', locale: 'zh', fragment: TINY });
  const step = await trainTo(live, 5);
  await live.link();
  await expect(live.figure).toContainText(live.say('share.weights'));
  const shown = await visit(page, page.url(), live);
  await expect.poll(shown.cells).toEqual(await live.cells());
  expect(await gradientLane(shown)).toBe(await gradientLane(live));
  await expectNet(shown, referenceOf(await shown.save()), 0);
  await expect(shown.notice('share.weightsFrom', { step })).toBeVisible();
});

test('whoever follows a link to a step may stop on the way', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: { ...TINY, step: 4_000_000, tier: 'js' } });
  await expect(live.button('train.stopThere')).toBeVisible();
  await live.button('train.stopThere').click();
  await expect(live.button('train.start')).toBeEnabled();
  const stopped = await live.step();
  await live.once();
  expect(await live.step()).toBe(stopped + 1);
  await expect(live.button('train.stopThere')).toHaveCount(0);
  await expect.poll(() => page.url()).not.toContain('step=4000000');
});

test('a file brings everything back, learning rate and step included', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: { ...TINY, lr: 0.03 } });
  const step = await trainTo(live, 6);
  const before = await drawn(live);
  const saved = await live.save();
  await live.button('setup.open').click();
  await live.field('setup.cell').selectOption('rnn');
  await live.expectAt(0);
  await live.field('sentence.label').fill('a');
  await expect(live.figure.getByRole('row')).toHaveCount(1);
  await live.figure.locator('input[type=file]').setInputFiles(saved.path);
  await live.expectAt(step);
  await expect.poll(() => drawn(live)).toEqual(before);
  await expect(live.field('setup.cell')).toHaveValue('lstm');
  await expect(live.field('setup.learningRate')).toHaveValue('0.03');
  const again = await live.save();
  expect(again.checkpoint).toEqual(saved.checkpoint);
});

/** Files that are no figure, each wrong in its own way, and the message that says so. */
async function wrongFiles(saved: string, info: TestInfo) {
  const json = JSON.parse(saved);
  const settings = { ...json.settings, hidden: 3, sentence: 'other' };
  const bytes = Buffer.from(json.checkpoint, 'base64');
  const files = [
    ['poem.txt', 'The whale', 'share.badFile.json'],
    ['list.json', '[1, 2]', 'share.badFile.json'],
    ['other.json', '{"format":"something","version":1}', 'share.badFile.format'],
    ['newer.json', JSON.stringify({ ...json, version: 2 }), 'share.badFile.format'],
    ['letters.json', JSON.stringify({ ...json, settings, checkpoint: '%%%' }), 'share.badFile.checkpoint'],
    [
      'half.json',
      JSON.stringify({ ...json, settings, checkpoint: bytes.subarray(0, 900).toString('base64') }),
      'run.fault.truncated',
    ],
    ['mixed.json', JSON.stringify({ ...json, settings }), 'run.fault.other-run'],
  ] as const;
  return Promise.all(
    files.map(async ([name, contents, code]) => {
      const path = info.outputPath(name);
      await writeFile(path, contents);
      return { path, name, code };
    }),
  );
}

test('a wrong file is refused in words, and nothing changes', async ({ page }, info) => {
  const live = await openLive(page, { tier: 'js', fragment: TINY });
  const step = await trainTo(live, 4);
  const before = await drawn(live);
  const file = await (await live.export('file')).createReadStream();
  const saved = Buffer.concat(await file.toArray()).toString('utf8');
  for (const { path, name, code } of await wrongFiles(saved, info)) {
    await live.figure.locator('input[type=file]').setInputFiles(path);
    const message = live.figure.getByRole('status').filter({ hasText: name });
    await expect(message).toContainText(live.say(code, { found: '' }).replace(/[,，(（].*$/u, ''));
    await live.expectAt(step);
    expect(await drawn(live)).toEqual(before);
    await message.getByRole('button', { name: live.say('notice.dismiss') }).click();
  }
});

test('after a reload the run is there, at rest, at its step, with its learning rate', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: TINY });
  await live.button('setup.open').click();
  await live.field('setup.learningRate').fill('0.05');
  await live.field('setup.learningRate').press('Enter');
  const step = await trainTo(live, 8);
  const before = await drawn(live);
  const loss = await live.figure.getByTestId('loss').innerText();
  const saved = await live.save();
  await page.reload();
  await expect(live.notice('run.notice.restored', { step })).toBeVisible();
  await live.expectAt(step);
  expect(await drawn(live)).toEqual(before);
  expect(await live.figure.getByTestId('loss').innerText()).toBe(loss);
  await live.button('setup.open').click();
  await expect(live.field('setup.learningRate')).toHaveValue('0.05');
  expect((await live.save()).checkpoint).toEqual(saved.checkpoint);
  await live.once();
  await live.expectAt(step + 1);
});

test('pictures and numbers are exported as what they say', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: TINY });
  const bytes = async (format: 'svg' | 'png') => {
    const stream = await (await live.export(format)).createReadStream();
    return Buffer.concat(await stream.toArray());
  };
  const svg = (await bytes('svg')).toString('utf8');
  for (const { text } of (await live.cells()).slice(0, 12)) expect(svg).toContain(text);
  const problem = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    return parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.nodeName;
  }, svg);
  expect(problem).toBe('svg');
  const png = await bytes('png');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(300);
});
