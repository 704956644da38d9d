import { type Live, lessonAddress, liveFigure, openLive, TEXT, TINY } from './lessonFigure.ts';
import { expect, rarely, test } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const MARKUP = '<img src=x onerror=alert(1)> <script>alert(2)</script> <svg onload=alert(3)>';

/** Learns a text through the set-up panel, as a learner would. */
async function learn(live: Live, text: string): Promise<void> {
  const field = live.figure.getByRole('textbox', { name: live.say('setup.ownText') });
  await field.fill(text);
  await live.button('setup.useText').click();
}

async function openSetup(live: Live): Promise<void> {
  await live.button('setup.open').click();
  await live.field('setup.corpus').selectOption('own');
}

for (const locale of ['en', 'zh'] as const) {
  test(`texts of every kind, ${locale}${rarely(locale === 'zh')}`, async ({ page }) => {
    const live = await openLive(page, { tier: 'js', locale, fragment: { ...TINY, level: 'word' } });
    const facts = (tokens: number) =>
      expect(live.figure).toContainText(
        live
          .say('train.facts', { tokens, vocabulary: 7, parameters: 8, batch: 9, steps: 6 })
          .split(/[·]/u)[0] ?? '',
      );
    await openSetup(live);
    await learn(live, '');
    await expect(live.notice('run.failure.text-too-short', { found: 0, needed: 2 })).toBeVisible();
    await learn(live, 'whale');
    await expect(live.notice('run.failure.text-too-short', { found: 1, needed: 2 })).toBeVisible();
    await expect(live.button('train.start')).toBeDisabled();
    await learn(live, 'whale sea whale');
    await expect(live.notice('run.notice.batch-reduced', { asked: 4, used: 1 })).toBeVisible();
    await expect(live.notice('run.notice.steps-reduced', { asked: 8, used: 2 })).toBeVisible();
    await facts(3);
    for (const [text, tokens] of [
      ['🐋 🌊 👩‍🚀 🐋 🌊 👩‍🚀 🐋', 7],
      ['הלווייתן הלבן שוחה בים הגדול הלבן', 6],
      ['word '.repeat(10_000), 10_000],
    ] as const) {
      await learn(live, text);
      await facts(tokens);
      await live.once();
    }
    await learn(live, '白鲸在大海里游。船长看见了白鲸。大海看见了船长。');
    await expect(live.notice('run.failure.text-too-short', { found: 1, needed: 2 })).toHaveCount(0);
    await live.field('sentence.label').fill('船长看见了白鲸');
    await expect.poll(async () => (await live.cells()).length).toBeGreaterThan(3 * 6);
    await live.once();
  });
}

test('markup is text, never markup: in the text, in the sentence, in the address', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  const live = await openLive(page, { tier: 'js', fragment: { ...TINY, say: MARKUP, cell: MARKUP } });
  await openSetup(live);
  await learn(live, MARKUP.repeat(9));
  await live.expectAt(0);
  await live.once();
  await live.field('sentence.label').fill(`!${MARKUP}`);
  await expect(live.figure.getByRole('row').first()).toContainText('!');
  await live.button('figure.table').click();
  await live.button('figure.code').click();
  await page.keyboard.press('Escape');
  const planted = page.locator('img[src="x"], script:text("alert"), svg[onload], [onerror]');
  expect(await planted.count()).toBe(0);
  expect(dialogs).toEqual([]);
  expect((await live.cells())[0]?.name).toContain('‘!’');
});

test('sentences of every kind', async ({ page }) => {
  const live = await openLive(page, { tier: 'js', fragment: TINY });
  const before = await live.cells();
  const field = live.field('sentence.label');
  const rows = live.figure.getByRole('row');
  await field.fill('   ');
  await expect(live.figure.getByRole('alert')).toHaveText(live.say('sentence.empty'));
  expect(await live.cells()).toEqual(before);
  await field.fill('é🐋שלום白');
  await expect(rows).toHaveCount(7);
  await expect(
    live.figure.getByText(live.say('sentence.unknown', { count: 7, words: '' }).split(':')[0] ?? ''),
  ).toBeVisible();
  await field.fill('x'.repeat(10_000));
  await expect(rows).toHaveCount(64);
  await expect(live.notice('run.notice.probe-shortened', { asked: 10_000, used: 64 })).toBeVisible();
  await field.fill('a');
  await expect(rows).toHaveCount(1);
  await expect(live.notice('run.notice.probe-shortened', { asked: 10_000, used: 64 })).toHaveCount(0);
});

for (const [key, found, used, code] of [
  ['h', '0', '1', 'url.out-of-range'],
  ['h', '1e9', '64', 'url.out-of-range'],
  ['seed', 'abc', '1', 'url.not-a-number'],
  ['cell', 'transformer', 'lstm', 'url.unknown-choice'],
] as const) {
  test(`the address says ${key}=${found}: ${used} is used, and that is said${rarely(found === '1e9' || key === 'seed')}`, async ({
    page,
  }) => {
    const live = await openLive(page, { tier: 'js', fragment: { ...TINY, vocab: 9, T: 4, [key]: found } });
    const message = live.figure.getByRole('status').filter({ hasText: `${key}=${found}` });
    await expect(message).toContainText(
      live.say(code, { key, found, used, low: 0, high: 0, choices: '' }).slice(0, 8),
    );
    await expect(message).toContainText(used);
    await message.getByRole('button', { name: live.say('notice.dismiss') }).click();
    await expect(message).toHaveCount(0);
  });
}

/** Deterministic noise (mulberry32). */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KEYS =
  'cell h text level vocab batch T opt lr clip fb seed loss unit all log t lane walk edit hold step tier w'.split(
    ' ',
  );

/** A link in which every field holds rubbish, and some fields stand twice. */
function mangled(seed: number): string {
  const random = noise(seed);
  const pieces = [
    '%',
    '%FF',
    '%00',
    '&',
    '=',
    '~',
    '_',
    '-1',
    '1e400',
    'NaN',
    '0',
    '9',
    '7~3',
    '🐋',
    '<b>',
    '.',
    '0~1~0~1',
  ];
  const rubbish = () =>
    Array.from({ length: Math.floor(random() * 9) }, () => pieces[Math.floor(random() * pieces.length)]).join(
      '',
    );
  const fields = KEYS.filter((key) => !['step', 'text'].includes(key)).map((key) => `${key}=${rubbish()}`);
  return `#figure=live&text=own&own=${encodeURIComponent(TEXT)}&say=sea&level=character&vocab=9&batch=2&T=4&${fields.join('&')}`;
}

for (const seeds of [
  [1, 2, 3],
  [4, 5, 6, 7, 8],
]) {
  const isRare = seeds.length > 3;
  test(`a mangled link never blanks the page, ${seeds.length} of them${rarely(isRare)}`, async ({ page }) => {
    for (const seed of seeds) {
      await page.goto('about:blank');
      await page.goto(lessonAddress({ tier: 'js', fragment: mangled(seed) }));
      const live = liveFigure(page, 'en');
      await expect(live.figure.getByRole('gridcell').first(), mangled(seed)).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(
        live.figure
          .getByRole('status')
          .filter({ hasText: /The link said|damaged/ })
          .first(),
      ).toBeVisible();
    }
  });
}
