import { visibleSymbol } from '../src/components/plots/visibleSymbol.ts';
import { CELL_CHOICES, cellChoices } from '../src/instruments/unrolled/settings.ts';
import { gateOperands } from '../src/models/cells/operands.ts';
import { laneRoles } from '../src/models/cells/roles.ts';
import { stateOperands } from '../src/models/cells/state-operands.ts';
import type { GateRole, LaneRole } from '../src/models/cells/types.ts';
import { viewNextSymbol } from '../src/models/language/next-symbol.ts';
import { type Live, openLive, TINY } from './lessonFigure.ts';
import {
  expectNet,
  laneGradient,
  laneValue,
  type Reference,
  readPrinted,
  referenceOf,
  rounded,
  trainerOf,
} from './lessonReference.ts';
import { expect, rarely, test } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const RUNS = [
  { tier: 'js', locale: 'en' },
  { tier: 'wasm', locale: 'zh' },
  { tier: 'webgpu', locale: 'en' },
] as const;

/** Trains a little and rests at a step. */
async function trainTo(live: Live, least: number): Promise<number> {
  await live.button('train.start').click();
  await expect.poll(live.step, { intervals: [50] }).toBeGreaterThanOrEqual(least);
  return live.pause();
}

/** What the panel prints for the products of one lane, in its order: largest first, the rest as a sum, then biases. */
function expectedProducts(
  reference: Reference,
  role: LaneRole,
  step: number,
  unit: number,
): readonly number[] {
  const trace = reference.probed.layers[0]?.trace;
  const cell = viewNextSymbol(reference.shape, reference.parameters).layers[0];
  if (!trace || !cell) throw new Error('no layer');
  if (role === 'cell' || role === 'hidden')
    return stateOperands(trace, { role, step, unit, batch: 0 }).terms.map(({ product }) => product);
  const { terms } = gateOperands(trace, cell, { role: role as GateRole, step, unit, batch: 0 });
  const isBias = ({ source }: (typeof terms)[number]) => source.endsWith('bias');
  const sorted = terms
    .filter((term) => !isBias(term))
    .map(({ product }) => product)
    .sort((a, b) => Math.abs(b) - Math.abs(a));
  const cut = sorted.length === 6 ? 6 : 5;
  const rest = sorted.slice(cut);
  const sum = rest.length > 0 ? [rest.reduce((total, product) => total + product, 0)] : [];
  return [...sorted.slice(0, cut), ...sum, ...terms.filter(isBias).map(({ product }) => product)];
}

const signed = (value: number): string => {
  const text = rounded(value, 2);
  return value > 0 ? `+${text}` : text;
};

/** The panel's products, sum, activation, value and gradient are the reference's. */
async function expectDetail(live: Live, reference: Reference, role: LaneRole, step: number): Promise<void> {
  const panel = live.detail();
  await live.cell(role, step).click();
  await expect(panel).toContainText(live.say(`figure.role.${role}`));
  const rows = panel.locator('ul > li > span:nth-of-type(3)');
  const products = expectedProducts(reference, role, step, 0).map(signed);
  await expect(rows).toHaveText(products);
  const value = rounded(laneValue(reference, role, step, 0), 2);
  await expect(panel).toContainText(`= ${value}`);
  const pre = reference.probed.layers[0]?.trace.pre[role as GateRole]?.[step * reference.run.network.hidden];
  if (pre !== undefined) {
    await expect(panel).toContainText(`z = ${rounded(pre, 2)}`);
    await expect(panel).toContainText(`(${rounded(pre, 2)}) = ${value}`);
  }
  const gradient = laneGradient(reference, role, step, 0);
  const text = (await panel.getByText('∂L/∂').innerText()).split('=').at(-1) ?? '';
  const unit = Math.abs(gradient) >= 1e-3 ? 5e-5 : Math.abs(gradient) * 5.1e-3;
  expect(Math.abs(readPrinted(text) - gradient)).toBeLessThanOrEqual(unit + 1e-12);
}

/** The lane under the net: one figure of |∂L/∂c| and |∂L/∂a| at every step. */
async function expectGradientLane(live: Live, reference: Reference, unit: number): Promise<void> {
  const name = await live.figure.getByRole('img', { name: '|∂L/∂c|' }).getAttribute('aria-label');
  for (const [label, role] of [
    ['|∂L/∂c|', 'cell'],
    ['|∂L/∂a|', 'hidden'],
  ] as const) {
    const printed = name?.split(`${label}: `)[1]?.split(';')[0]?.split(', ') ?? [];
    const expected = reference.tokens.map((_, step) => {
      const size = Math.abs(laneGradient(reference, role, step, unit));
      return size === 0 ? '0' : size.toExponential(0).replaceAll('-', '−');
    });
    expect(printed.map((text) => text.trim())).toEqual(expected);
  }
}

async function expectPredictions(live: Live, reference: Reference, step: number): Promise<void> {
  const size = reference.shape.vocabulary;
  const at = reference.probed.probabilities.subarray(step * size, (step + 1) * size);
  const target = reference.ids[step + 1] ?? -1;
  const ranked = Array.from(at, (probability, id) => ({ probability, id })).sort(
    (a, b) => b.probability - a.probability || a.id - b.id,
  );
  const shown = ranked.filter(({ id }, rank) => rank < 6 || id === target);
  const list = live.figure.getByRole('list', { name: live.say('figure.probabilities') });
  const items = await list.getByRole('listitem').allInnerTexts();
  const words = shown.map(({ id }) => (reference.run.info.vocabulary[id] ?? '').replace(' ', '␣'));
  const shares = shown.map(({ probability }) => `${(100 * probability).toFixed(1)}%`);
  const left = ranked.length - shown.length;
  const rest = 1 - shown.reduce((sum, { probability }) => sum + probability, 0);
  expect(items.map((item) => item.match(/[\d.]+%/)?.[0])).toEqual([
    ...shares,
    ...(left > 0 ? [`${(100 * rest).toFixed(1)}%`] : []),
  ]);
  words.forEach((word, i) => {
    expect(items[i]).toContain(word);
  });
}

/** The table's four decimals, and the CSV's every digit, of all units. */
async function expectTableAndCsv(live: Live, reference: Reference): Promise<void> {
  const roles = laneRoles(reference.run.network.spec);
  await live.button('figure.table').click();
  const rows = live.figure.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(reference.tokens.length);
  for (const [step] of reference.tokens.entries()) {
    const cells = await rows.nth(step).locator('td').allInnerTexts();
    expect(cells).toEqual([
      String(step + 1),
      ...roles.map((role) => rounded(laneValue(reference, role, step, 0), 4)),
    ]);
  }
  const file = await (await live.export('csv')).createReadStream();
  const lines = Buffer.concat(await file.toArray())
    .toString('utf8')
    .trim()
    .split('\r\n')
    .slice(1);
  expect(lines).toHaveLength(reference.tokens.length * reference.run.network.hidden);
  for (const [row, line] of lines.entries()) {
    const step = row % reference.tokens.length;
    const unit = Math.floor(row / reference.tokens.length);
    const fields = line.split(',');
    expect(fields.slice(0, 2)).toEqual([String(unit + 1), String(step + 1)]);
    fields.slice(3).forEach((field, lane) => {
      const value = laneValue(reference, roles[lane] ?? 'hidden', step, unit);
      expect(Math.abs(Number(field) - value)).toBeLessThanOrEqual(1e-12);
    });
  }
}

for (const { tier, locale } of RUNS) {
  test.describe(`${tier}, ${locale}`, () => {
    test(`every number on screen is what the reference model computes${rarely(tier === 'js')}`, async ({
      page,
    }) => {
      const live = await openLive(page, { tier, locale, fragment: { ...TINY, loss: 8 } });
      const badge = page.getByRole('banner').getByRole('button', { name: live.say(`tier.${tier}`) });
      await expect(badge).toBeVisible();
      const step = await trainTo(live, 12);
      const saved = await live.save();
      expect(saved.checkpoint.step).toBe(step);
      expect(saved.checkpoint.tier).toBe(tier);
      const reference = referenceOf(saved);
      for (let unit = 0; unit < 6; unit++) {
        await live.cell('cell', 0).focus();
        if (unit > 0) await page.keyboard.press('PageDown');
        await expectNet(live, reference, unit);
        await expectGradientLane(live, reference, unit);
      }
      for (let unit = 5; unit > 0; unit--) await page.keyboard.press('PageUp');
      for (const role of laneRoles(reference.run.network.spec)) await expectDetail(live, reference, role, 4);
      await expectDetail(live, reference, 'forget', 0);
      const { probed, tokens, run } = reference;
      const note = live.say('view.gradientNote', {
        target: visibleSymbol(run.info.vocabulary[probed.target] ?? ''),
        loss: rounded(probed.loss, 2),
        word: visibleSymbol(tokens[7] ?? ''),
        step: 8,
      });
      await expect(live.figure).toContainText(note);
      await live.cell('hidden', 4).click();
      await expectPredictions(live, reference, 4);
      await live.cell('hidden', 10).click();
      await expectPredictions(live, reference, 10);
      await expectTableAndCsv(live, reference);
    });

    test(`one more step is the step that the reference takes${rarely(tier !== 'wasm')}`, async ({ page }) => {
      const live = await openLive(page, { tier, locale, fragment: TINY });
      await trainTo(live, 4);
      const before = await live.save();
      await live.once();
      const after = await live.save();
      const trainer = trainerOf(before, referenceOf(before));
      await trainer.step();
      const { latest } = await trainer.stats();
      const next = new Float64Array(before.checkpoint.parameters.length);
      await trainer.snapshot(next);
      const furthest = Math.max(
        ...next.map((value, i) => Math.abs(value - (after.checkpoint.parameters[i] ?? 9))),
      );
      expect(furthest).toBeLessThanOrEqual(tier === 'js' ? 1e-12 : 1e-4);
      const loss = readPrinted(await live.figure.getByTestId('loss').innerText());
      expect(Math.abs(loss - latest.loss)).toBeLessThanOrEqual(0.005 + (tier === 'js' ? 1e-9 : 1e-4));
      await expect(live.figure).toContainText(
        `${live.say('train.perplexity')} ${rounded(Math.exp(after.checkpoint.stats.loss), 1)}`,
      );
      expect(Math.abs(after.checkpoint.stats.gradientNorm / latest.gradientNorm - 1)).toBeLessThan(1e-3);
      await expectNet(live, referenceOf(after), 0);
    });
  });
}

test('a held gate moves everything after it, as in the reference, and nothing before', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: { ...TINY, unit: 2 } });
  await trainTo(live, 6);
  const before = await live.cells();
  await live.cell('forget', 5).click();
  await live.detail().getByLabel(live.say('figure.hold')).press('Home');
  await expect(live.detail()).toContainText(live.say('figure.heldInstead', { value: '0.00' }));
  await live.cell('output', 7).click();
  await live.detail().getByLabel(live.say('figure.hold')).press('Home');
  await expect(live.notice('edit.active', { edits: 0, holds: 2, both: 'no' })).toBeVisible();
  const saved = await live.save();
  expect(saved.settings.holds).toEqual([
    [0, 5, 1, 0],
    [3, 7, 1, 0],
  ]);
  await expectNet(live, referenceOf(saved), 1);
  const after = await live.cells();
  const earlier = ({ step }: { readonly step: number }) => step < 5;
  expect(after.filter(earlier)).toEqual(before.filter(earlier));
  const later = ({ step, role }: { readonly step: number; readonly role: string }) =>
    step > 5 && role === 'cell';
  expect(after.filter(later)).not.toEqual(before.filter(later));
  await expectPredictionsAfter(live, saved);
  await live
    .detail()
    .getByRole('button', { name: live.say('figure.release') })
    .click();
  await expect(live.notice('edit.active', { edits: 0, holds: 1, both: 'no' })).toBeVisible();
  await live.button('edit.drop').click();
  await expect.poll(live.cells).toEqual(before);
});

async function expectPredictionsAfter(live: Live, saved: Parameters<typeof referenceOf>[0]): Promise<void> {
  await live.cell('output', 7).click();
  await expectPredictions(live, referenceOf(saved), 7);
}

test('a changed weight changes every step, is undone, and can be kept to train on', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', locale: 'zh', fragment: TINY });
  const stood = await trainTo(live, 6);
  const before = await live.cells();
  const plain = await live.save();
  const edit = async () => {
    await live.cell('candidate', 1).click();
    const weight = live
      .detail()
      .getByRole('button', { name: /[\d.]+/ })
      .first();
    // Far on the other side of 0, so that even a saturated candidate must change.
    const value = /[−-]/.test(await weight.innerText()) ? '3' : '-3';
    await weight.click();
    await live
      .detail()
      .getByRole('textbox', { name: live.say('figure.weight') })
      .fill(value);
    await page.keyboard.press('Enter');
    await expect(live.notice('edit.active', { edits: 1, holds: 0, both: 'no' })).toBeVisible();
  };
  await edit();
  const saved = await live.save();
  expect(saved.checkpoint.parameters).toEqual(plain.checkpoint.parameters);
  const changed = referenceOf(saved);
  await expectNet(live, changed, 0);
  expect(await live.cells()).not.toEqual(before);
  await live.button('edit.drop').click();
  await expect.poll(live.cells).toEqual(before);
  await edit();
  // Slowly, so that the weight is still recognised a few steps later.
  await live.field('train.pace').selectOption('1');
  await live.button('edit.keep').click();
  await expect.poll(live.step).toBeGreaterThan(stood);
  await live.pause();
  await expect(live.figure.getByText(live.say('edit.drop'))).toHaveCount(0);
  const kept = await live.save();
  const index = changed.parameters.findIndex((value, i) => value !== plain.checkpoint.parameters[i]);
  expect(Math.abs(kept.checkpoint.parameters[index] ?? 0)).toBeGreaterThan(1.5);
  await expectNet(live, referenceOf(kept), 0);
});

test('every cell shows its own lanes, and its own numbers', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: { ...TINY, say: 'sea' } });
  await live.button('setup.open').click();
  for (const choice of cellChoices) {
    await live.field('setup.cell').selectOption(choice);
    const spec = CELL_CHOICES[choice];
    const roles = [...laneRoles(spec)].sort();
    const lanes = async () => [...new Set((await live.cells()).map(({ role }) => role))].sort();
    await expect.poll(lanes).toEqual(roles);
    await live.expectAt(0);
    await live.once();
    const reference = referenceOf(await live.save());
    expect(reference.run.network.spec).toEqual(spec);
    await expectNet(live, reference, 0);
    await expect(live.field('setup.cell')).toBeVisible();
  }
});
