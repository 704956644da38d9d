import { readFile } from 'node:fs/promises';
import { formatFixed } from '../src/components/diagrams/formatNumber.ts';
import { checkWeight, gradientOf, matrixView } from '../src/instruments/bptt/check.ts';
import { formatGradient, formatLong, formatSmall } from '../src/instruments/bptt/numbers.ts';
import { smallestWindow, sumUp } from '../src/instruments/bptt/sums.ts';
import { reachNorm, sumOverLosses } from '../src/models/language/through-time.ts';
import { expectedText, open, printed, reference, settled } from './lessonBptt.ts';
import { expect, rarely, test } from './support.ts';

test.use({ reducedMotion: 'reduce' });

test.describe('the two passes', () => {
  for (const [name, fragment, part, loss] of [
    ['as the lesson opens', undefined, {}, 0],
    [
      'for one loss, another network and an own sentence',
      { say: 'call me', h: 3, seed: 7, step: 30, loss: 4 },
      { sentence: 'call me', hidden: 3, seed: 7, trained: 30 },
      4,
    ],
    ['untrained', { step: 0 }, { trained: 0 }, 0],
  ] as const) {
    test(`show what the reference computes, ${name}${rarely(name === 'untrained')}`, async ({ page }) => {
      await open(page, fragment ? { fragment } : {});
      const reading = await reference(part);
      const nodes = await printed(page);
      expect(nodes).toHaveLength(reading.through.losses.length * (2 * reading.network.shape.hidden + 1));
      for (const node of nodes)
        expect(node.text, JSON.stringify(node)).toBe(expectedText(reading, node, loss));
    });
  }

  test('keys: arrows, Home, End, space; Tab leaves', async ({ page }) => {
    const lesson = await open(page, { fragment: { say: 'whale', step: 0, h: 2, t: 2 } });
    await lesson.node('gradient', 1, 0).focus();
    await page.keyboard.press('ArrowDown');
    await expect(lesson.node('gradient', 1, 1)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(lesson.node('loss', 1)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(lesson.node('state', 1, 0)).toBeFocused();
    await page.keyboard.press('End');
    await expect(lesson.node('state', 3, 0)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(lesson.node('state', 0, 0)).toBeFocused();
    await page.keyboard.press(' ');
    await expect(lesson.through.getByRole('button', { name: lesson.say('figure.pause') })).toBeVisible();
    await page.keyboard.press(' ');
    await page.keyboard.press('Tab');
    const grid = lesson.through.getByRole('grid');
    expect(await grid.evaluate((net) => net.contains(document.activeElement))).toBe(false);
  });

  test('opens to arithmetic that adds up; its table and its CSV hold the same numbers', async ({ page }) => {
    const lesson = await open(page);
    await test.step('every gradient opens to its arithmetic, which adds up', async () => {
      const reading = await reference();
      const { through } = reading;
      for (const [step, unit] of [
        [4, 2],
        [13, 0],
      ] as const) {
        await lesson.node('gradient', step, unit).click();
        const total = sumOverLosses(through, through.reach, step)[unit] ?? Number.NaN;
        await expect(lesson.through.getByTestId('bptt-total')).toContainText(`= ${formatGradient(total)}`);
      }
      await expect(lesson.through).toContainText(lesson.say('bptt.later-none'));
      await lesson.node('loss', 3).click();
      await expect(lesson.through).toContainText(formatFixed(through.losses[3] ?? 0, 4));
      await lesson.node('state', 3, 1).click();
      await expect(lesson.through.getByRole('region', { name: lesson.say('figure.detail') })).toContainText(
        't=4',
      );
    });
    await test.step('its table and its CSV hold the same numbers', async () => {
      const { through } = await reference();
      await lesson.through.getByRole('button', { name: lesson.say('figure.table') }).click();
      await expect(
        lesson.through.getByRole('table', { name: lesson.say('bptt.table') }).getByRole('row'),
      ).toHaveCount(15);
      await lesson.through.getByRole('button', { name: lesson.say('figure.export') }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        lesson.through.getByRole('button', { name: lesson.say('figure.export.csv') }).click(),
      ]);
      const [, first = ''] = (await readFile(await file.path(), 'utf8')).split('\r\n');
      // The browser's tanh and exp need not be those of this process, to the last bit.
      expect(Number(first.split(',')[4])).toBeCloseTo(through.losses[0] ?? Number.NaN, 12);
    });
  });

  test('a walk goes there and back, by buttons and by itself', async ({ page }) => {
    const lesson = await open(page, { fragment: { say: 'sea', step: 0, h: 2 } });
    await test.step('a walk goes forward, then backward, and shows no more than it has reached', async () => {
      const revealed = () =>
        lesson.through
          .locator('[data-node][data-revealed=true]')
          .evaluateAll((nodes) => [
            ...new Set(
              nodes.map((node) => `${node.getAttribute('data-node')?.[0]}${node.getAttribute('data-step')}`),
            ),
          ]);
      await lesson.through.getByRole('button', { name: lesson.say('bptt.start') }).click();
      const order = ['s0', 'l0', 's1', 'l1', 'g1', 'g0'];
      for (let count = 1; count <= order.length; count++) {
        await expect.poll(async () => (await revealed()).sort()).toEqual(order.slice(0, count).sort());
        if (count < order.length)
          await lesson.through.getByRole('button', { name: lesson.say('bptt.next') }).click();
      }
      await expect(lesson.through.getByRole('button', { name: lesson.say('bptt.next') })).toBeDisabled();
      await lesson.through.getByRole('button', { name: lesson.say('bptt.previous') }).click();
      await expect.poll(async () => (await revealed()).length).toBe(5);
      await lesson.through.getByRole('button', { name: lesson.say('bptt.all') }).click();
      await expect.poll(async () => (await revealed()).length).toBe(6);
    });
    await test.step('plays to the end by itself and stops', async () => {
      await lesson.through.getByLabel(lesson.say('figure.speed')).fill('2');
      await lesson.through.getByRole('button', { name: lesson.say('bptt.play') }).click();
      await expect(lesson.through.getByRole('button', { name: lesson.say('figure.pause') })).toBeVisible();
      await expect(
        lesson.through.getByRole('status').filter({ hasText: lesson.say('bptt.stop', { at: 6, count: 6 }) }),
      ).toBeVisible();
      await expect(lesson.through.getByRole('button', { name: lesson.say('bptt.play') })).toBeVisible();
    });
  });

  test('a link opens the same figure with the same numbers; a broken one says what it took', async ({
    page,
  }) => {
    const lesson = await open(page, { fragment: { say: 'call me', t: 99, node: 'nonsense', h: 'x' } });
    await expect(lesson.through.getByRole('status').filter({ hasText: '99' })).toBeVisible();
    await expect(lesson.through.getByRole('grid').getByRole('row')).toHaveCount(6);
    await lesson.through.getByLabel(lesson.say('bptt.loss-at')).selectOption('3');
    await expect.poll(() => page.url()).toContain('loss=3');
    const before = await printed(page);
    await page.reload();
    await settled(page);
    expect(await printed(page)).toEqual(before);
  });
});

test.describe('the sums', () => {
  test('an entry chosen by keys: its bars sum to the truncated pass', async ({ page }) => {
    const lesson = await open(page, { figure: 'sums', fragment: { k: 3, show: 'entry', from: 1, to: 1 } });
    const reading = await reference();
    const map = lesson.sums.getByRole('grid', { name: lesson.say('sums.weight') });
    await map.locator('[data-grid="0,0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(map.locator('[data-grid="1,1"]')).toBeFocused();
    const { truncated, full } = sumUp(reading, { kind: 'window', length: 3 });
    const index = matrixView(reading, 'recurrent').index(1, 1);
    const said = formatGradient(truncated[index] ?? Number.NaN);
    await expect(lesson.sums.getByTestId('sums-total')).toHaveText(
      lesson.say('sums.total-cut', {
        sum: said,
        part: said,
        full: formatGradient(full[index] ?? Number.NaN),
      }),
    );
  });
});

test('check and sums are the reference’s; a new sentence reaches all three figures, and an own text', async ({
  page,
}) => {
  const lesson = await open(page);
  await test.step('analytic and numeric are the reference’s, for a weight of every matrix', async () => {
    const reading = await reference();
    const analytic = gradientOf(reading, { kind: 'none', length: 1 });
    for (const id of ['recurrent', 'input', 'bias', 'head', 'head-bias'] as const) {
      await lesson.check.getByLabel(lesson.say('numeric.matrix')).selectOption(id);
      const map = lesson.check.getByRole('grid').first();
      await map.locator('[data-grid="1,0"]').click();
      const expected = checkWeight(reading, analytic, matrixView(reading, id).index(0, 1), 1e-3);
      await expect(lesson.check.getByTestId('check-analytic')).toHaveText(formatLong(expected.analytic));
      await expect(lesson.check.getByTestId('check-numeric')).toHaveText(formatLong(expected.numeric));
      expect(expected.relative).toBeLessThan(1e-4);
    }
  });
  await test.step('the triangle, its truncation and the comparison are the reference’s', async () => {
    const reading = await reference();
    const { through } = reading;
    const triangle = lesson.sums.getByRole('grid', { name: lesson.say('sums.triangle') });
    const cell = (i: number, j: number) => triangle.locator(`[data-grid="${j},${i}"]`);
    for (const [i, j] of [
      [0, 0],
      [9, 4],
      [13, 13],
    ] as const) {
      await expect(cell(i, j)).toHaveText(formatSmall(reachNorm(through, i, j)));
    }
    for (const [kind, length, kept, cut] of [
      ['window', 3, [8, 6], [8, 5]],
      ['chunks', 3, [8, 6], [9, 8]],
    ] as const) {
      await lesson.sums.getByText(lesson.say(`sums.${kind}`), { exact: true }).click();
      await lesson.sums.getByLabel(lesson.say('sums.length'), { exact: true }).fill(String(length));
      await expect(cell(kept[0], kept[1])).toHaveAttribute('data-cut', 'false');
      await expect(cell(cut[0], cut[1])).toHaveAttribute('data-cut', 'true');
      const { difference, terms } = sumUp(reading, { kind, length });
      await expect(lesson.sums.getByTestId('sums-cosine')).toHaveText(formatFixed(difference.cosine, 4));
      await expect(lesson.sums.getByTestId('sums-part-norm')).toHaveText(formatGradient(difference.partNorm));
      await expect(lesson.sums.getByTestId('sums-difference')).toHaveText(
        `${formatFixed(100 * difference.relative, 1)} %`,
      );
      await expect(lesson.sums.getByTestId('sums-terms')).toHaveText(
        lesson.say('sums.terms-value', { ...terms }),
      );
    }
  });
  await test.step('an own text trains another network; one that is too short says so', async () => {
    await lesson.through.getByRole('button', { name: lesson.say('bptt.setup') }).click();
    await lesson.through.getByLabel(lesson.say('setup.corpus')).selectOption('own');
    const own = lesson.through.getByLabel(lesson.say('setup.ownText'));
    await own.fill('a');
    await lesson.through.getByRole('button', { name: lesson.say('setup.useText') }).click();
    await expect(lesson.through.getByRole('alert')).toContainText(/2/);
    const ownText = 'the white whale was white. '.repeat(20);
    await own.fill(ownText);
    await lesson.through.getByRole('button', { name: lesson.say('setup.useText') }).click();
    await expect(lesson.through.getByRole('alert')).toHaveCount(0);
    await expect(page.getByTestId('bptt-status')).toHaveAttribute('data-busy', 'false');
    const reading = await reference({ corpus: 'own', ownText });
    await expect
      .poll(async () => (await printed(page)).map(({ text }) => text).join())
      .toBe((await printed(page)).map((node) => expectedText(reading, node, 0)).join());
  });
  await test.step('a new sentence reaches all three figures, and nonsense breaks none', async () => {
    const field = lesson.through.getByLabel(lesson.say('bptt.sentence'), { exact: true });
    await field.fill('白鲸 👩‍🚀 whale');
    await expect(lesson.through).toContainText('白');
    await expect(lesson.sums).toContainText('白鲸');
    await expect(lesson.check).toContainText('白鲸');
    await field.fill('x');
    await expect(lesson.through.getByRole('alert')).toContainText(lesson.say('bptt.sentence-short'));
    await expect(lesson.sums).toContainText('白鲸');
    await field.fill(`<b>${'z'.repeat(150)}`);
    await expect(lesson.through).toContainText(lesson.say('bptt.sentence-cut', { asked: 153, used: 25 }));
    await expect(lesson.through.getByRole('grid').getByRole('row')).toHaveCount(24);
  });
});

test.describe('the check', () => {
  test('a truncated gradient is found wrong', async ({ page }) => {
    const lesson = await open(page, { figure: 'check', fragment: { cut: 'window', k: 1, logh: -5 } });
    const reading = await reference();
    const short = gradientOf(reading, { kind: 'window', length: 1 });
    const expected = checkWeight(reading, short, matrixView(reading, 'recurrent').index(1, 0), 1e-5);
    await expect(lesson.check.getByTestId('check-analytic')).toHaveText(formatLong(expected.analytic));
    await expect(lesson.check.getByTestId('check-relative')).toHaveText(formatGradient(expected.relative));
    expect(expected.relative).toBeGreaterThan(1e-3);
    await expect(lesson.check.getByRole('status').filter({ hasText: '%' })).toBeVisible();
  });
});

test('the price: memory from the shapes, time measured, and one step less learns nothing', async ({
  page,
}) => {
  const lesson = await open(page);
  await lesson.cost.scrollIntoViewIfNeeded();
  const row = lesson.cost
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: '16', exact: true }) });
  await expect(row).toContainText('8,192');
  await expect(row).toContainText('32 KiB');
  await expect(row).toContainText(/\d\.\d\d ms/, { timeout: 60_000 });
  await expect(row).toContainText('192 KiB');
  const result = lesson.cost.getByTestId('recall-result');
  await expect(result).toHaveAttribute('data-done', 'true', { timeout: 60_000 });
  await expect(result).toContainText('100 % with k = 8');
  await lesson.cost.getByLabel(lesson.say('recall.window')).fill('8');
  await expect(lesson.cost).toContainText(lesson.say('recall.reaches', { steps: 7 }));
  await expect(result).toHaveAttribute('data-done', 'true', { timeout: 60_000 });
  await expect(result).toContainText('100 % with k = 8, 100 % with k = 8');
});

test.describe('checkpoints', () => {
  test('predictions and deeds are checked, and count as progress', async ({ page }) => {
    const lesson = await open(page);
    const { say } = lesson;
    const box = (id: string) => page.locator(`[data-checkpoint="${id}"]`);
    await box('two-steps').getByLabel(say('check.answer')).fill('0.7');
    await page.keyboard.press('Enter');
    await expect(box('two-steps')).toContainText(say('check.wrong'));
    await box('two-steps').getByLabel(say('check.answer')).fill('0.61');
    await page.keyboard.press('Enter');
    await expect(box('two-steps')).toContainText(say('check.passed'));
    await expect(box('two-steps')).toContainText('0.6144');
    await box('recall-window').getByLabel(say('check.answer')).fill('32');
    await page.keyboard.press('Enter');
    await expect(box('recall-window')).toContainText(say('check.passed'));

    await expect(box('smallest-window')).toContainText(say('check.waiting'));
    const window = smallestWindow(await reference(), 0.1);
    const slider = lesson.sums.getByLabel(say('sums.length'), { exact: true });
    await slider.fill(String(window + 1));
    await expect(box('smallest-window')).toContainText(say('check.waiting'));
    await slider.fill(String(window));
    await expect(box('smallest-window')).toContainText(say('check.done'));

    await expect(box('eight-digits')).toContainText(say('check.waiting'));
    await lesson.check.getByRole('slider', { name: say('numeric.h') }).fill('-4.5');
    await expect(box('eight-digits')).toContainText(say('check.done'));
    await page.reload();
    for (const id of ['two-steps', 'smallest-window', 'eight-digits', 'recall-window']) {
      await expect(box(id)).toContainText(say('check.passed'));
    }
  });
});

test('a term of the formula lights the arrows, and an arrow’s value its formula', async ({ page }) => {
  const lesson = await open(page);
  const root = page.locator('[data-active-term], .prose').first();
  await lesson.through.locator('.katex [data-term=prediction]').first().hover();
  await expect(root).toHaveAttribute('data-active-term', 'prediction');
  await lesson.node('state', 2, 0).hover();
  await expect(root).toHaveAttribute('data-active-term', 'hidden');
});
