import { lastNumber, liveFigure, openLive, TINY } from './lessonFigure.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

const LOCALES = ['en', 'zh'] as const;

test.use({ reducedMotion: 'reduce' });

for (const locale of LOCALES) {
  test.describe(`the lesson by itself, ${locale}`, () => {
    test.use({ reducedMotion: 'no-preference' });

    test(`trains by itself; pauses, steps once, starts over${rarely(locale === 'zh')}`, async ({ page }) => {
      const live = await openLive(page, { locale });
      const loss = () => live.figure.getByTestId('loss').innerText().then(Number);
      await expect.poll(live.step, { timeout: 30_000 }).toBeGreaterThan(3);
      await expect.poll(loss, { timeout: 30_000 }).toBeLessThan(6);
      const stopped = await live.pause();
      await live.once();
      await live.expectAt(stopped + 1);
      const learnt = await loss();
      await live.button('train.reset').click();
      await live.expectAt(0);
      expect(await loss()).toBeGreaterThan(learnt + 0.5);
    });
  });
}

test('lights terms, stands still unasked, obeys its keys; walking and training end each other', async ({
  page,
}) => {
  const live = await openLive(page, { tier: 'js', fragment: { ...TINY, t: 2 } });
  await test.step('a term lights its formula and its lane, and a lane lights its term', async () => {
    const root = page.locator('[data-active-term], .prose').first();
    const prose = page.locator('p > button.term[data-term="forget"]').first();
    await prose.hover();
    await expect(root).toHaveAttribute('data-active-term', 'forget');
    const opacity = (role: string) => live.cell(role, 0).getAttribute('class');
    expect(await opacity('forget')).not.toBe(await opacity('update'));
    const formula = page.locator('.katex [data-term="forget"]').first();
    const other = page.locator('.katex [data-term="output"]').first();
    const look = (element: typeof formula) =>
      element.evaluate((node) => {
        const { backgroundColor, boxShadow, textDecorationLine, outlineStyle } = getComputedStyle(node);
        return [backgroundColor, boxShadow, textDecorationLine, outlineStyle].join();
      });
    expect(await look(formula)).not.toBe(await look(other));
    await live.cell('output', 1).hover();
    await expect(root).toHaveAttribute('data-active-term', 'output');
    expect(await look(other)).not.toBe(await look(formula));
    await page.mouse.move(2, 2);
    await expect(root).not.toHaveAttribute('data-active-term', /./);
  });
  await test.step('does not train by itself for whoever wants stillness', async () => {
    await page.waitForTimeout(500);
    await live.expectAt(0);
  });
  await test.step('arrows, Home, End, PageUp, PageDown, space and ? in the net; Tab leaves it', async () => {
    const at = (role: string, step: number) => expect(live.cell(role, step)).toBeFocused();
    const unit = () => live.figure.getByTestId('place').innerText();
    await live.cell('forget', 1).focus();
    await page.keyboard.press('ArrowDown');
    await at('update', 1);
    await page.keyboard.press('ArrowRight');
    await at('update', 2);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await at('cell', 1);
    await page.keyboard.press('ArrowUp');
    await at('cell', 1);
    await page.keyboard.press('End');
    await at('cell', 10);
    await page.keyboard.press('Home');
    await at('cell', 0);
    await page.keyboard.press('PageDown');
    await expect.poll(unit).toContain(live.say('instrument.place', { unit: 2, step: 0 }));
    await page.keyboard.press('PageUp');
    await expect.poll(unit).toContain(live.say('instrument.place', { unit: 1, step: 0 }));
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: live.say('figure.keys.title') })).toBeVisible();
    await page.keyboard.press('Escape');
    await at('cell', 0);
    await page.keyboard.press(' ');
    await expect(live.button('walk.pause')).toBeVisible();
    await page.keyboard.press(' ');
    await expect(live.button('walk.start')).toBeVisible();
    await page.keyboard.press('Tab');
    const grid = live.figure.getByRole('grid');
    expect(await grid.evaluate((net) => net.contains(document.activeElement))).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await grid.evaluate((net) => net.contains(document.activeElement))).toBe(true);
  });
  await test.step('training ends a walk, and a walk ends training', async () => {
    await live.button('train.start').click();
    await expect.poll(live.step).toBeGreaterThan(2);
    await live.button('figure.gateForward').click();
    await expect(live.button('train.start')).toBeEnabled();
    await expect(live.notice('walk.note')).toBeVisible();
    await live.button('train.start').click();
    await expect(live.notice('walk.note')).toHaveCount(0);
    expect((await live.cells()).every(({ text }) => /\d/.test(text))).toBe(true);
  });
});

test('answers keys and clicks, and takes a new sentence, while it trains', async ({ page }) => {
  const live = await openLive(page, { tier: 'js' });
  await live.button('train.start').click();
  await expect.poll(live.step).toBeGreaterThan(2);
  await test.step('keys and clicks', async () => {
    await live.cell('update', 2).click();
    await expect(live.detail()).toContainText(live.say('figure.role.update'));
    await page.keyboard.press('ArrowRight');
    await expect(live.detail()).toContainText('t=4');
    await expect(live.cell('update', 3)).toBeFocused();
  });
  await test.step('a new sentence', async () => {
    await live.field('sentence.label').fill('the white whale');
    await expect(live.figure.getByRole('row')).toHaveCount(3);
    await expect(live.button('train.pause')).toBeVisible();
  });
});

test('walks gate by gate, forwards and backwards, and plays to the end by itself', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: { ...TINY, say: 'sea', t: 1 } });
  await test.step('reveals the gates in the order of computation, forwards and backwards', async () => {
    const ORDER = ['forget', 'update', 'candidate', 'cell', 'output', 'hidden'];
    const notYet = live.say('figure.notYet');
    const revealed = async () => {
      const cells = await live.cells();
      return cells.filter(({ name }) => !name.includes(notYet)).map(({ step, role }) => `${step} ${role}`);
    };
    const order = [0, 1, 2].flatMap((step) => ORDER.map((role) => `${step} ${role}`));
    await live.button('figure.reset').click();
    await expect.poll(revealed).toEqual(['0 forget']);
    for (let count = 2; count <= order.length; count++) {
      await live.button('figure.gateForward').click();
      await expect.poll(async () => (await revealed()).sort()).toEqual(order.slice(0, count).sort());
    }
    await expect(live.button('figure.gateForward')).toBeDisabled();
    await live.button('figure.gateBack').click();
    await expect.poll(async () => (await revealed()).length).toBe(order.length - 1);
    await live.button('figure.stepBack').click();
    await expect.poll(async () => (await revealed()).length).toBe(order.length - 1 - ORDER.length);
    await live.button('walk.all').click();
    await expect.poll(async () => (await revealed()).length).toBe(order.length);
  });
  await test.step('plays by itself to the end and stops', async () => {
    await live.field('sentence.label').fill('a');
    await expect(live.figure.getByRole('row')).toHaveCount(1);
    await live.field('figure.speed').fill('2');
    await live.button('walk.start').click();
    await expect(live.button('walk.pause')).toBeVisible();
    await expect(live.button('walk.start')).toBeVisible();
    await expect(live.button('figure.gateForward')).toBeDisabled();
    expect((await live.cells()).every(({ text }) => /\d/.test(text))).toBe(true);
  });
});

test.describe('keyboard', () => {
  test('does everything: set up, another cell, a held gate, another weight', async ({ page }) => {
    const live = await openLive(page, { tier: 'js', fragment: TINY });
    await live.button('setup.open').focus();
    await page.keyboard.press('Enter');
    await live.field('setup.cell').focus();
    await page.keyboard.press('ArrowDown');
    await expect(live.field('setup.cell')).toHaveValue('lstm-peepholes');
    await expect(live.figure.getByText(live.say('instrument.cell.lstm-peepholes')).first()).toBeVisible();
    await live.cell('forget', 3).focus();
    await page.keyboard.press('Enter');
    await live.detail().getByLabel(live.say('figure.hold')).focus();
    await page.keyboard.press('End');
    await expect(live.cell('forget', 3)).toHaveAttribute('aria-label', /1\.00/);
    await expect(live.notice('edit.active', { edits: 0, holds: 1, both: 'no' })).toBeVisible();
    await live.cell('update', 3).focus();
    await page.keyboard.press('Enter');
    const weight = live
      .detail()
      .getByRole('button', { name: /−?\d+\.\d\d/ })
      .first();
    await weight.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2.5');
    await page.keyboard.press('Enter');
    await expect(live.notice('edit.active', { edits: 1, holds: 1, both: 'yes' })).toBeVisible();
    await expect(live.detail()).toContainText('2.50');
  });
});

test.describe('checkpoints', () => {
  test('a prediction is checked and explained; a kept cell fulfils the one that is to be done; all four make the lesson done', async ({
    page,
  }) => {
    const live = await openLive(page, { tier: 'js', fragment: { ...TINY, say: 'whale' } });
    await test.step('a prediction is checked, explained, and counts as progress', async () => {
      const { say } = live;
      const check = page.locator('[data-checkpoint="new-cell"]');
      await check.getByRole('button', { name: say('check.submit') }).click();
      await expect(check.getByRole('status')).toContainText(say('check.not-a-number'));
      await check.getByLabel(say('check.answer')).fill('3');
      await page.keyboard.press('Enter');
      await expect(check.getByRole('status')).toContainText(say('check.wrong'));
      await expect(check).not.toContainText('−0.80) + 0.90');
      await check.getByLabel(say('check.answer')).fill('0.95');
      await page.keyboard.press('Enter');
      await expect(check.getByRole('status')).toContainText(say('check.right'));
      await expect(check).toContainText(say('check.passed'));
      await expect(check).toContainText('0.50 × (−0.80) + 0.90 × 1.50 = 0.95');
      await page.reload();
      await expect(page.locator('[data-checkpoint="new-cell"]')).toContainText(say('check.passed'));
    });
    const { say } = live;
    const dot = page
      .getByRole('navigation', { name: say('shell.lessons') })
      .locator('a[aria-current=page] [data-status]');
    await expect(dot).toHaveAttribute('data-status', 'started');
    const check = page.locator('[data-checkpoint="keep-cell"]');
    await expect(check).toContainText(say('check.waiting'));
    for (const step of [2, 3, 4]) {
      for (const [role, key] of [
        ['forget', 'End'],
        ['update', 'Home'],
      ] as const) {
        await live.cell(role, step).click();
        await live.detail().getByLabel(say('figure.hold')).press(key);
      }
    }
    await expect(check).toContainText(say('check.done'));
    const cells = (await live.cells()).filter(({ role, step }) => role === 'cell' && step > 0);
    expect(new Set(cells.map(({ text }) => text)).size).toBe(1);
    for (const id of ['forget-bias', 'torch-rows']) {
      const choice = page.locator(`[data-checkpoint="${id}"]`);
      await choice.getByRole('radio').nth(1).check();
      await choice.getByRole('button', { name: say('check.submit') }).click();
      await expect(choice).toContainText(say('check.passed'));
    }
    await expect(dot).toHaveAttribute('data-status', 'done');
  });
});

test('a language switch keeps the figure; the answer is shown to whoever gives up', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: { ...TINY, unit: 3 } });
  await live.once();
  await page.goto(page.url().replace('/en/', '/zh/'));
  const zh = liveFigure(page, 'zh');
  await expect(zh.button('train.start')).toBeEnabled();
  await expect(zh.figure.getByTestId('place')).toContainText('3');
  await expect.poll(async () => lastNumber(await zh.figure.getByTestId('place').innerText())).toBe(1);
  await test.step('the answer is shown to whoever gives up', async () => {
    const { say } = zh;
    const check = page.locator('[data-checkpoint="torch-rows"]');
    await check.getByRole('radio').first().check();
    await check.getByRole('button', { name: say('check.submit') }).click();
    await expect(check.getByRole('status')).toContainText(say('check.wrong'));
    await check.getByRole('button', { name: say('check.reveal') }).click();
    await expect(check).toContainText('chunk(4)');
    await expect(check).not.toContainText(say('check.passed'));
  });
});

testLooks(
  (page, locale) => openLive(page, { locale, tier: 'js', fragment: TINY }),
  async (live, locale) => {
    await live.once();
    await live.button('setup.open').click();
    await openTables(live.page, locale, ['live']);
  },
);
