import type { Page } from '@playwright/test';
import { feedbackMessages } from '../src/i18n/messages/feedback.ts';
import { typesMessages } from '../src/i18n/messages/types.ts';
import { translate } from '../src/i18n/translate.ts';
import {
  DECODERS,
  type Decoder,
  decoderConfig,
  decoderModel,
  followersOf,
  LAST_STEP,
  readName,
  writeName,
} from '../src/instruments/feedback/decoders.ts';
import { driftConfig, measureDrift } from '../src/instruments/feedback/drift.ts';
import { STEPS } from '../src/instruments/feedback/settings.ts';
import { FORM_FACTS, type Form, formConfig, formModel } from '../src/instruments/types/forms.ts';
import { readOwn } from '../src/instruments/types/own-text.ts';
import { percentOf } from '../src/instruments/types/percent.ts';
import { markOf, probabilityOf, readForm } from '../src/instruments/types/reading.ts';
import { endShare, faultless, WRITTEN } from '../src/lessons/rnn-types/figures/facts.ts';
import { DIGITS, spelling } from '../src/models/tasks/spell-digit.ts';
import { createJsTrainer } from '../src/workers/js-trainer.ts';
import { prepareRun } from '../src/workers/prepare.ts';
import type { RunConfig } from '../src/workers/protocol.ts';
import { freshStart } from '../src/workers/start.ts';
import { expect, openTables, test, testLooks } from './support.ts';

const say = (code: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
  translate('en', code, values);
const types = (code: keyof typeof typesMessages.en) => typesMessages.en[code];
const LESSON = '/en/lessons/rnn-types?backend=js';
const figure = (page: Page, id: string) => page.locator(`figure#${id}`);
const box = (page: Page, id: string) => figure(page, 'types').locator(`[data-box="${id}"]`);

/** What the same training gives here. */
async function trained(config: RunConfig, steps: number): Promise<Float64Array> {
  const prepared = prepareRun(config);
  if (!prepared.ok) throw new Error(prepared.failure.code);
  const trainer = createJsTrainer(prepared.run, freshStart(prepared.run));
  for (let i = 0; i < steps; i++) await trainer.step();
  const into = new Float64Array(prepared.run.layout.length);
  await trainer.snapshot(into);
  return into;
}

/** The figure has trained the form's network to its end. */
const learnt = (page: Page, form: Form) =>
  expect(figure(page, 'types').getByTestId('progress')).toHaveAttribute(
    'data-step',
    String(FORM_FACTS[form].until),
    { timeout: 40_000 },
  );

const choose = (page: Page, code: keyof typeof typesMessages.en) =>
  figure(page, 'types').getByText(types(code), { exact: true }).click();

test.describe('types', () => {
  test('trains, and draws what the reference computes with the same weights', async ({ page }) => {
    const form = 'unequal';
    await page.goto(`${LESSON}#figure=types&form=${form}&word=dabc&box=output&t=6`);
    await learnt(page, form);
    const { task, network } = formModel(form);
    const parameters = await trained(formConfig(form, 1), FORM_FACTS[form].until);
    const steps = readForm(form, { task, network, parameters }, readOwn(form, 'dabc', task.inputs).tokens);
    for (const [t, step] of steps.entries()) {
      const output = box(page, `output:${t}`);
      if (!step.asked) await expect(output).toHaveCount(0);
      else {
        await expect(output).toContainText(`${step.said}${percentOf(probabilityOf(step))}`);
        await expect(output).toHaveAttribute('data-mark', markOf(form, step) ?? '');
      }
    }
    const wrong = steps.filter((step) => markOf(form, step) === 'wrong').length;
    await expect(figure(page, 'types').getByTestId('result')).toContainText(`${5 - wrong} of 5`);
    // The selected output's bars, and the table's states.
    const fifth = steps[5];
    if (!fifth) throw new Error('no step');
    const first = figure(page, 'types')
      .getByRole('list', { name: say('figure.probabilities') })
      .locator('li');
    await expect(first.first()).toContainText(`${(100 * probabilityOf(fifth)).toFixed(1)}%`);
    await openTables(page, 'en', ['types']);
    const cells = figure(page, 'types').getByRole('table').locator('tbody tr').nth(5).locator('td');
    const shown = (await cells.last().innerText()).replaceAll('−', '-').split(' ').map(Number);
    expect(shown).toHaveLength(network.hidden);
    for (const [unit, value] of shown.entries()) {
      expect(value).toBeCloseTo(fifth.values[unit] ?? Number.NaN, 2);
    }
  });

  test('one drawing turns into another, moving, and at once for whoever wants stillness', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto(LESSON);
    await expect(box(page, 'input:2')).toHaveCSS('opacity', '1');
    // Every frame of the way is noted: the input fades, the states stay, the fed output bends to them.
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      const note = () => {
        const input = document.querySelector<SVGElement>('#types [data-box="input:2"]');
        if (input) seen.push(Number(input.style.opacity));
        requestAnimationFrame(note);
      };
      note();
    });
    await choose(page, 'types.output');
    await expect(box(page, 'input:2')).toHaveCount(0);
    const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
    expect(seen.some((share) => share > 0 && share < 1)).toBe(true);
    await expect(figure(page, 'types').locator('[data-edge^="time:"]')).toHaveCount(0);
    await expect(box(page, 'state:1')).toBeVisible();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await choose(page, 'types.last');
    await expect(figure(page, 'types').getByTestId('about')).toHaveText(types('types.about-many-one'));
    await expect(figure(page, 'types').locator('[data-box^="output:"]')).toHaveCount(1);
    await expect(figure(page, 'types').locator('[data-edge^="time:"]')).toHaveCount(6);
    await expect(figure(page, 'types').getByLabel(types('types.many-one'), { exact: true })).toBeChecked();
  });

  test('keys walk over the boxes, each opens its numbers; any text will do', async ({ page }) => {
    await page.goto(`${LESSON}#figure=types&form=many-one&t=2`);
    const start = box(page, 'state:1');
    await start.focus();
    await expect(figure(page, 'types').getByTestId('unasked')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(box(page, 'input:1')).toBeFocused();
    await expect(figure(page, 'types').getByText('“film”')).toBeVisible();
    // No output is asked in the middle, so up leads to the state.
    await page.keyboard.press('ArrowUp');
    await expect(start).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(start).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await expect(box(page, 'output:5')).toBeFocused();
    await expect(
      figure(page, 'types').getByRole('list', { name: say('figure.probabilities') }),
    ).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(box(page, 'output:5')).not.toBeFocused();
    // Any text may be typed; what could not be read is said.
    await choose(page, 'types.unequal');
    const field = figure(page, 'types').getByRole('textbox');
    await field.fill('b<d>猫');
    await expect(figure(page, 'types').getByRole('alert')).toContainText('<, >, 猫');
    await expect(figure(page, 'types').locator('[data-box^="input:"]')).toHaveCount(5);
    await field.fill('abcdabcdabcd');
    await expect(figure(page, 'types').getByRole('alert')).toContainText('6');
    await expect(figure(page, 'types').locator('[data-box^="input:"]')).toHaveCount(13);
    await expect(figure(page, 'types').getByTestId('result')).toContainText('3 at most');
    await field.fill(' ');
    await expect(figure(page, 'types').getByRole('alert')).toHaveText(types('types.empty'));
    await choose(page, 'types.many-one');
    await field.fill('not good not bad');
    await expect(figure(page, 'types').getByTestId('result')).toHaveText(types('types.result-unknown'));
  });
});

test('drift: the errors are the reference’s, small when forced, growing when free, and fall with training', async ({
  page,
}) => {
  await page.goto(LESSON);
  await figure(page, 'drift').scrollIntoViewIfNeeded();
  const progress = figure(page, 'drift').getByTestId('drift-progress');
  const untilStep = (step: number) =>
    expect(progress).toHaveAttribute('data-step', String(step), { timeout: 40_000 });
  const column = (index: number) =>
    figure(page, 'drift')
      .getByRole('table', { name: feedbackMessages.en['drift.table'] })
      .locator(`tbody tr td:nth-child(${index})`)
      .allInnerTexts()
      .then((texts) => texts.map(Number));
  await untilStep(STEPS.little);
  await openTables(page, 'en', ['drift']);
  const parameters = await trained(driftConfig(1), STEPS.little);
  const { forced, free, stumbled } = measureDrift(parameters, 'sample', 10);
  // The newest numbers are drawn when the page has time.
  await expect(async () => {
    const shown = { forced: await column(2), free: await column(3), stumbled: await column(4) };
    for (const [t, share] of forced.entries()) {
      expect(shown.forced[t]).toBeCloseTo(share, 3);
      expect(shown.stumbled[t]).toBeCloseTo(stumbled[t] ?? Number.NaN, 3);
    }
    // A draw at the edge of two symbols may fall either way on another machine.
    const apart = free.filter((share, t) => Math.abs(share - (shown.free[t] ?? 1)) > 0.02).length;
    expect(apart).toBeLessThan(3);
  }).toPass({ timeout: 20_000 });
  expect(Math.max(...forced)).toBeLessThan(0.12);
  expect(free.at(-1)).toBeGreaterThan(5 * (forced.at(-1) ?? 1));
  await expect(figure(page, 'drift').getByTestId('lanes').locator('[data-lane="right"] td')).toHaveText([
    ...spelling(3, WRITTEN),
  ]);
  await figure(page, 'drift').getByText(/^much/).click();
  await untilStep(STEPS.much);
  await expect.poll(async () => (await column(3)).at(-1)).toBeLessThan(0.5 * (free.at(-1) ?? 0));
  await expect(figure(page, 'drift')).toContainText(`after ${STEPS.little} training steps`);
  await figure(page, 'drift').getByLabel(feedbackMessages.en['drift.way']).selectOption('greedy');
  await expect(figure(page, 'drift').getByTestId('drift-now')).toContainText('free 0.0 %');
});

test('memory: three decoders say and write what the reference does', async ({ page }) => {
  await page.goto(LESSON);
  const frame = figure(page, 'memory');
  await frame.scrollIntoViewIfNeeded();
  await expect(frame.getByTestId('memory-progress')).toHaveAttribute('data-step', String(LAST_STEP), {
    timeout: 40_000,
  });
  const cells = (table: string, decoder: Decoder) =>
    frame.getByTestId(table).locator(`tbody [data-decoder="${decoder}"]`).allInnerTexts();
  for (const decoder of DECODERS) {
    const model = decoderModel(decoder);
    const parameters = await trained(decoderConfig(decoder, 1), LAST_STEP);
    await expect(async () => {
      const shares = (await cells('places', decoder)).map((text) => Number.parseFloat(text));
      followersOf('e').forEach(({ digit, step, follows }, i) => {
        const row = readName(model, parameters, digit)[step];
        expect(shares[i]).toBeCloseTo(row?.[model.task.classes.indexOf(follows)] ?? Number.NaN, 1);
      });
      const names = (await cells('names', decoder)).map((text) => text.replace(/[✓✗…\s]/g, ''));
      expect(names).toEqual(
        DIGITS.map((_, digit) => writeName(model, parameters, digit).replace('⟨EOS⟩', '')),
      );
    }).toPass({ timeout: 20_000 });
  }
  await expect(frame.getByTestId('spelt-teacher')).toHaveText('10 of 10');
});

test('checkpoints take the right answer, and only that; a network must really be broken', async ({
  page,
}) => {
  const checkpoint = (id: string) => page.locator(`[data-checkpoint="${id}"]`);
  await page.goto(LESSON);
  for (const [id, answer] of [
    ['after-e', endShare('e')],
    ['faultless', faultless(0.98, WRITTEN)],
  ] as const) {
    const frame = checkpoint(id);
    await frame.getByRole('textbox').fill('0.98');
    await frame.getByRole('button', { name: say('check.submit') }).click();
    await expect(frame).not.toContainText(say('check.passed'));
    await frame.getByRole('textbox').fill(answer.toFixed(2));
    await frame.getByRole('button', { name: say('check.submit') }).click();
    await expect(frame).toContainText(say('check.passed'));
  }
  const which = checkpoint('which-type');
  await which.getByRole('radio').nth(2).check();
  await which.getByRole('button', { name: say('check.submit') }).click();
  await expect(which).toContainText(say('check.passed'));
  const broken = checkpoint('break-it');
  await choose(page, 'types.unequal');
  await learnt(page, 'unequal');
  await expect(broken).toContainText(say('check.waiting'));
  await figure(page, 'types').getByRole('textbox').fill('dabca');
  await expect(broken).toContainText(say('check.done'));
});

test('links open each figure as it was left, and nonsense in them is said', async ({ page }) => {
  await page.goto(`${LESSON}#figure=types&form=cake&t=1e9&seed=x&box=lid`);
  await expect(figure(page, 'types').getByText(/cake/).first()).toBeVisible();
  await expect(box(page, 'state:0')).toBeVisible();
  await choose(page, 'types.many-many');
  await figure(page, 'types').getByRole('textbox').fill('"ab"');
  await box(page, 'output:3').click();
  await figure(page, 'types')
    .getByRole('button', { name: say('figure.link'), exact: true })
    .click();
  await expect.poll(() => new URL(page.url()).hash).toContain('form=many-many');
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(box(page, 'output:3')).toHaveAttribute('aria-selected', 'true');
  await expect(figure(page, 'types').locator('[data-box^="input:"]')).toHaveText(['"', 'a', 'b', '"']);
});

testLooks(
  async (page, locale) => {
    await page.goto(`/${locale}/lessons/rnn-types?backend=js#figure=types&form=many-many`);
    await expect(box(page, 'output:8')).toBeVisible();
    for (const id of ['memory', 'drift']) await figure(page, id).scrollIntoViewIfNeeded();
    await expect(figure(page, 'drift').getByTestId('lanes')).toBeVisible();
    return page;
  },
  async (page, locale) => {
    await openTables(page, locale, ['types', 'drift', 'memory']);
    await figure(page, 'types').getByText(typesMessages[locale]['types.unequal'], { exact: true }).click();
    await expect(box(page, 'output:6')).toBeVisible();
  },
  { isChineseRare: true },
);
