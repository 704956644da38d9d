import { existsSync, readdirSync } from 'node:fs';
import { translate } from '../src/i18n/translate.ts';
import { stops } from '../src/lessons/lstm/stops.ts';
import { layoutProblems } from './layout-problems.ts';
import { lessonAddress, liveFigure, TINY } from './lessonFigure.ts';
import { openNotes, openStage, sayPresenter, talkWindow } from './stage.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, rarely, test } from './support.ts';

const COUNT = stops.length;
const title = (index: number, locale: 'en' | 'zh' = 'en'): string => stops[index]?.title[locale] ?? '';
const id = (index: number): string => stops[index]?.id ?? '';
const at = (name: string): number => stops.findIndex((stop) => stop.id === name);
/** A network small enough that both pages train it in a moment; the same numbers on the same tier. */
const SMALL = `#${new URLSearchParams({ figure: 'live', ...Object.fromEntries(Object.entries(TINY).map(([key, value]) => [key, String(value)])), step: '12', tier: 'wasm' })}`;

test.describe('the keys', () => {
  test('step through the stops, and the address follows; a field in which one types is left alone', async ({
    page,
  }) => {
    const stage = await openStage(page);
    await test.step('step through the stops, and the address follows', async () => {
      await expect(stage.title).toHaveText(title(0));
      await expect(stage.counter).toHaveText(`1 / ${COUNT}`);
      await expect(page).toHaveURL(new RegExp(`#stop=${id(0)}$`));
      for (const [key, index] of [
        ['PageDown', 1],
        ['ArrowRight', 2],
        [' ', 3],
        ['PageUp', 2],
        ['ArrowLeft', 1],
        ['End', COUNT - 1],
        ['Home', 0],
      ] as const) {
        await page.keyboard.press(key);
        await expect(stage.title, key).toHaveText(title(index));
      }
      await page.keyboard.press('PageUp');
      await expect(stage.counter).toHaveText(`1 / ${COUNT}`);
      await expect(page.locator('[data-on-stage]')).toHaveCount(1);
    });
    await test.step('leave a field in which one types alone, but a clicker goes on', async () => {
      const sentence = page.getByRole('textbox', { name: translate('en', 'sentence.label') });
      await sentence.fill('');
      await sentence.pressSequentially('a bulb. flown');
      await expect(sentence).toHaveValue('a bulb. flown');
      await expect(stage.title).toHaveText(title(0));
      await page.keyboard.press('PageDown');
      await expect(stage.title).toHaveText(title(1));
    });
  });

  test('of a clicker win over the figure’s own; the other keys are the figure’s while it has the focus', async ({
    page,
  }) => {
    const stage = await openStage(page, `#stop=${id(1)}`);
    const live = liveFigure(page, 'en');
    await live.expectAt(200);
    await live.cell('forget', 2).click();
    await page.keyboard.press('ArrowLeft');
    await expect(live.detail()).toContainText('t=2');
    await expect(stage.title).toHaveText(title(1));
    await page.keyboard.press('PageDown');
    await expect(stage.title).toHaveText(title(2));
    // PageDown would have shown the next unit.
    await expect(page.getByTestId('place')).toContainText('unit 1');
    await live.cell('forget', 1).focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await expect(stage.title).toHaveText(title(3));
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toBeVisible();
  });
});

test.describe('two windows', () => {
  test('of one talk do not move those of another, even in a duplicated tab', async ({ page, context }) => {
    const stage = await openStage(page, '#stop=cell-line');
    const notes = await openNotes(context, stage);
    const kept = await page.evaluate(() => sessionStorage.getItem('unrolled.talk') ?? '');
    const copy = await context.newPage();
    await copy.addInitScript((talk) => {
      if (!sessionStorage.getItem('unrolled.talk')) sessionStorage.setItem('unrolled.talk', talk);
    }, kept);
    const other = await openStage(copy, '#stop=race');
    await expect.poll(() => copy.evaluate(() => sessionStorage.getItem('unrolled.talk'))).not.toBe(kept);
    await copy.keyboard.press('PageDown');
    await expect(other.title).toHaveText(title(at('race') + 1));
    // Its first state may have been heard; from then on the notes belong to the tab that opened them.
    await page.keyboard.press('PageDown');
    await expect(notes.title).toHaveText(title(at('cell-line') + 1));
    await copy.keyboard.press('PageDown');
    await expect(stage.title).toHaveText(title(at('cell-line') + 1));
    await expect(notes.title).toHaveText(title(at('cell-line') + 1));
  });

  test('say when the browser allows only one, and give the link', async ({ page, context }) => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    const stage = await openStage(page, '#stop=cell-line');
    await stage.button('presenter.notes').click();
    await expect(page.getByText(sayPresenter('en', 'presenter.blocked'))).toBeVisible();
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: sayPresenter('en', 'presenter.blocked-link') }).click(),
    ]);
    await expect(talkWindow(opened).title).toHaveText(title(at('cell-line')));
  });

  test('stay in step through reloads, share the black screen and the clock, are a remote on a phone, part and find together', async ({
    page,
    context,
  }) => {
    test.setTimeout(180_000);
    const stage = await openStage(page, '#stop=cell-line');
    const notes = await openNotes(context, stage);
    const toCellLine = () =>
      notes.page
        .getByRole('navigation')
        .getByRole('button', { name: title(at('cell-line')) })
        .click();
    await test.step('stay in step either way, through reloads of either', async () => {
      const index = at('cell-line');
      await expect(notes.title).toHaveText(title(index));
      await expect(notes.page.getByText(stops[index]?.notes.en.split('\n')[0] ?? '')).toBeVisible();
      await expect(notes.page.getByRole('heading', { name: title(index + 1) })).toBeVisible();

      await notes.page.keyboard.press('PageDown');
      await expect(stage.title).toHaveText(title(index + 1));
      await page.keyboard.press('PageDown');
      await expect(notes.title).toHaveText(title(index + 2));
      await notes.button('presenter.previous').click();
      await expect(stage.title).toHaveText(title(index + 1));
      await notes.page
        .getByRole('navigation')
        .getByRole('button', { name: title(at('question')) })
        .click();
      await expect(stage.title).toHaveText(title(at('question')));

      await notes.page.reload();
      await expect(notes.title).toHaveText(title(at('question')));
      await page.reload();
      await expect(stage.title).toHaveText(title(at('question')));
      await page.keyboard.press('PageUp');
      await expect(notes.title).toHaveText(title(at('question') - 1));
      await expect(notes.page.getByRole('alert')).toHaveCount(0);
    });
    await test.step('share the black screen and the clock', async () => {
      const elapsed = notes.page.getByTestId('elapsed');
      await expect(elapsed).toHaveText('0:00');
      await notes.button('notes.start').click();
      await expect(elapsed).not.toHaveText('0:00');
      await notes.button('notes.pause').click();
      await expect(notes.button('notes.start')).toBeVisible();
      const shown = await elapsed.textContent();
      await page.reload();
      await expect(stage.title).toBeVisible();
      await notes.page.reload();
      await expect(elapsed).toHaveText(shown ?? '');
      await notes.button('notes.reset').click();
      await expect(elapsed).toHaveText('0:00');

      await notes.button('presenter.blackout').click();
      await expect(stage.button('presenter.bright')).toBeVisible();
      await expect(notes.button('presenter.blackout')).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('.');
      await expect(stage.button('presenter.bright')).toHaveCount(0);
      await expect(notes.button('presenter.blackout')).toHaveAttribute('aria-pressed', 'false');
    });
    await toCellLine();
    await expect(stage.title).toHaveText(title(at('cell-line')));
    await test.step('are a remote on a phone', async () => {
      // Tall enough that nothing is scrolled under the buttons at the bottom.
      await notes.page.setViewportSize({ width: 360, height: 2000 });
      expect(await layoutProblems(notes.page, 'body')).toEqual([]);
      await notes.page.setViewportSize({ width: 360, height: 700 });
      await expectNoSidewaysScroll(notes.page);
      await expect(notes.button('presenter.next')).toBeInViewport({ ratio: 1 });
      await expectAccessible(notes.page);
      await notes.button('presenter.next').click();
      await expect(stage.title).toHaveText(title(at('cell-line') + 1));
    });
    await notes.page.setViewportSize({ width: 1440, height: 900 });
    await toCellLine();
    await expect(stage.title).toHaveText(title(at('cell-line')));
    await test.step('part with a word when the stage is closed, and find together again', async () => {
      await page.close();
      await expect(notes.page.getByRole('alert')).toContainText(sayPresenter('en', 'notes.lost'));
      const [again] = await Promise.all([
        context.waitForEvent('page'),
        notes.page.getByRole('link', { name: sayPresenter('en', 'notes.open') }).click(),
      ]);
      const reopened = talkWindow(again);
      await expect(reopened.title).toHaveText(title(at('cell-line')));
      await notes.page.keyboard.press('PageDown');
      await expect(reopened.title).toHaveText(title(at('cell-line') + 1));
      await expect(notes.page.getByRole('alert')).toHaveCount(0);
    });
  });
});

test.describe('what is on the stage', () => {
  test('is the lesson’s own figure: the same state, the same numbers', async ({ page, context }) => {
    await openStage(page, SMALL);
    const onStage = liveFigure(page, 'en');
    await onStage.expectAt(12);
    const lesson = await context.newPage();
    await lesson.goto(lessonAddress({ tier: 'wasm', fragment: SMALL }));
    const inLesson = liveFigure(lesson, 'en');
    await inLesson.expectAt(12);
    const numbers = await inLesson.cells();
    expect(numbers.length).toBeGreaterThan(30);
    expect(await onStage.cells()).toEqual(numbers);
  });

  test('keeps running from stop to stop, and is set to what each stop prepared', async ({ page }) => {
    await openStage(page, '#stop=show');
    const live = liveFigure(page, 'en');
    await live.expectAt(200);
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(/#stop=keep$/);
    await live.expectAt(200);
    const cells = await live.cells();
    const kept = cells.filter(({ role, step }) => role === 'cell' && step > 0).map(({ text }) => text);
    expect(kept).toHaveLength(7);
    expect(new Set(kept).size).toBe(1);
    expect(cells.filter(({ held }) => held)).not.toHaveLength(0);
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await live.cells()).some(({ held }) => held)).toBe(false);
    await page.keyboard.press('PageUp');
    await expect.poll(async () => (await live.cells()).some(({ held }) => held)).toBe(true);
  });

  test('writes what the speaker changes behind the stop, and a reload finds it again', async ({ page }) => {
    const stage = await openStage(page, '#stop=race');
    const delay = page.getByRole('slider', { name: /Delay/ });
    await delay.focus();
    await page.keyboard.press('ArrowLeft');
    const value = await delay.inputValue();
    await expect(page).toHaveURL(new RegExp(`#stop=race&figure=race&delay=${value}`));
    await page.reload();
    await expect(stage.title).toHaveText(title(at('race')));
    await expect(delay).toHaveValue(value);
  });

  test('may be an equation or a checkpoint, and a figure that no stop shows', async ({ page, context }) => {
    const stage = await openStage(page, '#stop=cell-line');
    await expect(page.locator('#cell-line .katex').first()).toBeVisible();
    await expect(page.locator('figure:visible')).toHaveCount(0);
    await page.keyboard.press('End');
    await expect(page.getByRole('radio').first()).toBeVisible();
    await page.getByRole('radio').first().focus();
    const notes = await openNotes(context, stage);
    await notes.page.keyboard.press('PageDown');
    await expect(stage.counter).toHaveText('+1');
    await expect(page.locator('figure#peepholes')).toBeVisible();
    await expect(notes.page.getByText('The slider multiplies every peephole weight')).toBeVisible();
  });

  test('is the first stop, with a word, when the link names one that does not exist', async ({ page }) => {
    const stage = await openStage(page, '#stop=nowhere');
    await expect(stage.title).toHaveText(title(0));
    const message = page.getByText(sayPresenter('en', 'presenter.missing', { stop: 'nowhere' }));
    await expect(message).toBeVisible();
    await stage.button('presenter.dismiss').click();
    await expect(message).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`#stop=${id(0)}`));
  });

  test('lists its keys, has a pointer, says its stop, goes dark', async ({ page }) => {
    const stage = await openStage(page, '#stop=cell-line');
    await test.step('the keys list themselves', async () => {
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: sayPresenter('en', 'presenter.help') });
      await expect(dialog).toContainText('PgDn');
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(page).toHaveURL(/present\/lstm/);
    });
    await test.step('has a pointer that follows the mouse and fades', async () => {
      const dot = page.getByTestId('laser');
      await page.mouse.move(300, 300);
      await expect(dot).toHaveCount(0);
      await page.keyboard.press('l');
      await page.mouse.move(700, 420);
      await expect(dot).toHaveAttribute('data-moving', 'true');
      const box = (await dot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      expect(box.x + box.width / 2).toBeCloseTo(700, 0);
      expect(box.y + box.height / 2).toBeCloseTo(420, 0);
      await expect(dot).toHaveAttribute('data-moving', 'false');
      await page.keyboard.press('L');
      await expect(dot).toHaveCount(0);
    });
    await test.step('says its stop to those who do not see it', async () => {
      const said = (index: number) =>
        page
          .getByRole('status')
          .getByText(
            sayPresenter('en', 'presenter.announce', { at: index + 1, count: COUNT, title: title(index) }),
          );
      await expect(said(at('cell-line'))).toBeAttached();
      await page.keyboard.press('PageDown');
      await expect(said(at('cell-line') + 1)).toBeAttached();
    });
    await page.keyboard.press('PageUp');
    await expect(stage.title).toHaveText(title(at('cell-line')));
    await test.step('goes dark and comes back; going on lights it', async () => {
      const dark = stage.button('presenter.bright');
      await page.keyboard.press('b');
      await expect(dark).toBeVisible();
      await expect(page.getByRole('status').getByText(sayPresenter('en', 'presenter.dark'))).toBeAttached();
      const { width, height } = (await dark.boundingBox()) ?? { width: 0, height: 0 };
      expect([width, height]).toEqual([1440, 900]);
      await page.keyboard.press('Escape');
      await expect(dark).toHaveCount(0);
      await page.keyboard.press('.');
      await dark.click();
      await expect(dark).toHaveCount(0);
      await page.keyboard.press('b');
      await page.keyboard.press('PageDown');
      await expect(dark).toHaveCount(0);
      await expect(stage.title).toHaveText(title(at('cell-line') + 1));
    });
  });
});

/** Slugs of the folders that have such a file. */
function slugsOf(kind: 'lesson' | 'lab'): readonly string[] {
  const folder = new URL(`../src/${kind}s/`, import.meta.url);
  return readdirSync(folder).filter((slug) => existsSync(new URL(`${slug}/${kind}.ts`, folder)));
}

test('every lesson and lab can be presented, prepared or not', async ({ page }) => {
  test.setTimeout(180_000);
  const lessons = slugsOf('lesson').map((slug) => `/en/present/${slug}`);
  const labs = slugsOf('lab').map((slug) => `/en/labs/${slug}/present`);
  expect(lessons).toContain('/en/present/lstm');
  expect(labs).toContain('/en/labs/training/present');
  await page.goto('/en');
  for (const slug of [...lessons, ...labs]) {
    const before = await page.title();
    // Without loading the site again: it is the talks that are tested.
    await page.evaluate((path) => history.pushState(null, '', path), `${slug}?backend=js`);
    await expect.poll(() => page.title(), slug).not.toBe(before);
    await expect(page.locator('[data-on-stage]'), slug).toBeVisible();
    await expect(talkWindow(page).counter).toHaveText(/^1 \/ /);
    await page.keyboard.press('End');
    await expect(page.locator('[data-on-stage]'), slug).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});

test.describe('from the lesson', () => {
  test('a button opens the talk, and Escape leads back to what was on stage', async ({ page }) => {
    await page.goto('/en/lessons/lstm?backend=js');
    await page.getByRole('link', { name: translate('en', 'lesson.present-lesson') }).click();
    await expect(talkWindow(page).title).toHaveText(title(0));
    await page.keyboard.press('End');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/en\/lessons\/lstm/);
    await expect(page.locator('#forget-bias')).toBeInViewport();
  });

  test('each figure has one that opens there, in the state that it has', async ({ page }) => {
    await page.goto('/en/lessons/lstm?backend=js');
    const figure = page.locator('figure#backward');
    await figure
      .getByRole('button', { name: /3 units/ })
      .or(figure.getByText('3 units'))
      .first()
      .click();
    await expect(page).toHaveURL(/figure=backward/);
    await figure.getByRole('link', { name: translate('en', 'lesson.present-figure') }).click();
    await expect(page).toHaveURL(/present\/lstm.*#stop=backward&figure=backward.*n=3/);
    await expect(page.locator('figure#backward').getByRole('radio', { name: /3 units/ })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/en\/lessons\/lstm.*figure=backward.*n=3/);
    await expect(page.locator('figure#backward')).toBeInViewport();
  });
});

const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const;

test.describe('on a projector', () => {
  for (const viewport of SCREENS) {
    test(`nothing is cut off at ${viewport.width} × ${viewport.height}, and the net fits the screen${rarely(viewport.width !== 1024)}`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport);
      for (const stop of ['keep', 'race', 'question', 'backward', 'peepholes']) {
        await page.goto('about:blank');
        await openStage(page, `#stop=${stop}`);
        if (stop === 'keep') {
          await liveFigure(page, 'en').expectAt(200);
          await expect(page.locator('[data-unrolled]').first()).toBeInViewport({ ratio: 0.9 });
          const wide = await page
            .locator('[data-unrolled]')
            .first()
            .evaluate((net) => net.scrollWidth - net.clientWidth);
          expect(wide, 'the net scrolls sideways').toBeLessThanOrEqual(0);
        }
        await expectNoSidewaysScroll(page);
        expect(await layoutProblems(page, 'body'), stop).toEqual([]);
      }
    });
  }

  test('the last row reads the numbers: 20 px at 1920 × 1080', async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await openStage(page, '#stop=keep');
    const live = liveFigure(page, 'en');
    await live.expectAt(200);
    const sizes = await live.figure
      .locator('[role=gridcell] text')
      .evaluateAll((numbers) =>
        numbers.map((number) => Number.parseFloat(getComputedStyle(number).fontSize) * number.currentCSSZoom),
      );
    expect(sizes.length).toBeGreaterThan(30);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${theme}, in Chinese${rarely(true)}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const stage = await openStage(page, '#stop=keep', 'zh');
      await expect(stage.title).toHaveText(title(at('keep'), 'zh'));
      await liveFigure(page, 'zh').expectAt(200);
      await expectAccessible(page);
      expect(await layoutProblems(page, 'body')).toEqual([]);
      await page.keyboard.press('PageUp');
      await page.keyboard.press('?');
      await expectAccessible(page);
    });
  }
});
