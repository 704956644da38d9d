import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { formatFixed } from '../src/components/diagrams/formatNumber.ts';
import { visibleSymbol } from '../src/components/plots/visibleSymbol.ts';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { notationMessages } from '../src/i18n/messages/notation.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { COUNTS } from '../src/instruments/counts/counts.ts';
import { answer } from '../src/instruments/sharing/answers.ts';
import { learn, type Snapshot } from '../src/instruments/sharing/learning.ts';
import { openLexicon, tokenColumns } from '../src/instruments/tokens/lexicon.ts';
import { tokenizeWords } from '../src/models/text/tokenize.ts';
import { createVocabulary } from '../src/models/text/vocabulary.ts';
import { expect, expectNoSidewaysScroll, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

type Own = keyof (typeof notationMessages)['en'];
const sayer =
  (locale: Locale) =>
  (code: MessageCode | Own, values?: MessageValues): string =>
    translate<Own>(locale, code, values, notationMessages);
const say = sayer('en');

const OWN = 'the whale saw the sea. the sea saw the whale. a captain saw a ship, said the captain.';
const address = (figure: string, fields: Readonly<Record<string, string | number>> = {}, locale = 'en') => {
  const entries = Object.entries({ figure, ...fields }).map(([key, value]) => [key, String(value)]);
  return `/${locale}/lessons/notation#${new URLSearchParams(entries)}`;
};
const grid = (page: Page) => page.locator('figure#tokens [role=grid]');
const cell = (page: Page, column: number, row: 0 | 1) => grid(page).locator(`[data-grid="${column},${row}"]`);

async function open(page: Page, fields?: Readonly<Record<string, string | number>>, locale = 'en') {
  await page.goto(address('tokens', fields, locale));
  await expect(grid(page)).toBeVisible();
}

/** What a reader sees of the columns: word, number, tag. */
const printed = (page: Page) =>
  grid(page).evaluate((svg) => {
    const texts = (element: Element) => [...element.querySelectorAll('text')].map((text) => text.textContent);
    const [tokens, tags] = [...svg.querySelectorAll('[role=row]')].map((row) => [
      ...row.querySelectorAll('[role=gridcell]'),
    ]);
    return (tokens ?? []).map((token, t) => {
      const [time, word, received, index] = texts(token);
      return { time, word, received, index, tag: texts(tags?.[t] ?? token)[0] };
    });
  });

for (const [order, end, size] of [
  ['frequency', 0, 7],
  ['alphabet', 1, 9],
  ['frequency', 1, 1000],
] as const) {
  test(`every number in the columns is the reference’s: ${order}, ⟨EOS⟩ ${end}, V ${size}${rarely(size !== 9)}`, async ({
    page,
  }) => {
    const sentence = 'The captain saw Hermione, a whale';
    await open(page, { text: 'own', own: OWN, say: sentence, order, eos: end, vocab: size, y: '0101' });
    const full = createVocabulary(tokenizeWords(OWN), { size: 1e9 });
    const lexicon = openLexicon(full, { size, end: end === 1, order });
    const columns = tokenColumns(tokenizeWords(sentence), lexicon, end === 1);
    const expected = columns.map(({ text, id, known, received }, t) => ({
      time: String(t + 1),
      word: visibleSymbol(text),
      received: known ? '=' : received,
      index: String(id),
      tag: t === 1 || t === 3 ? '1' : '0',
    }));
    expect(await printed(page)).toEqual(expected);
    const detail = page.getByRole('region', { name: say('tokens.detail') });
    const rows = detail.locator('tr[data-one=true]');
    await expect(rows.locator('th')).toHaveText(String(columns[0]?.id));
    await expect(detail).toContainText(
      say('tokens.facts', {
        size: lexicon.size,
        zeros: lexicon.size - 1,
        vector: `${4 * lexicon.size} B`,
        index: '4 B',
      }),
    );
    await cell(page, 3, 0).click();
    await expect(detail).toContainText(say('tokens.replaced', { word: 'hermione' }));
    await expect(rows.locator('td').first()).toHaveText('⟨UNK⟩');
  });
}

/** Counts Moby-Dick in the page itself by other means: the browser’s own segmenter, a plain object, no line of our code. */
const countedInPage = (page: Page, size: number) =>
  page.evaluate(async (kept) => {
    const text = await (await fetch('/corpora/moby-dick.txt')).text();
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    // Intl.Segmenter is slow on long strings: every line is cut after each fortieth run of white space.
    const pieces = text.toLowerCase().match(/(?:[^\s]+\s*){1,40}/g) ?? [];
    const segments = pieces.flatMap((piece) =>
      Array.from(segmenter.segment(piece), ({ segment }) => segment),
    );
    const words = segments.filter((segment) => segment.trim() !== '');
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const total = words.length;
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const sum = (from: number, to?: number) => sorted.slice(from, to).reduce((all, count) => all + count, 0);
    const of = (word: string) => counts.get(word) ?? 0;
    return {
      total,
      words: counts.size,
      outside: sum(kept),
      firstTen: sum(0, 10),
      afterThousand: sum(1000),
      harry: of('harry'),
      hermione: of('hermione'),
    };
  }, size);

test('the size of the vocabulary decides what is unknown; the keyboard moves, tags, leaves', async ({
  page,
}) => {
  await open(page, { text: 'own', own: OWN, say: 'the captain saw a ship' });
  await test.step('the size of the vocabulary decides what is unknown', async () => {
    const size = page.getByLabel(say('tokens.size-exact'));
    const unknown = async () => (await printed(page)).filter(({ received }) => received === '⟨UNK⟩').length;
    const length = page.getByTestId('length');
    expect(await unknown()).toBe(0);
    await expect(length).toHaveText(`Tx = 5 · ${say('tokens.unknown', { count: 0 })}`);
    await size.fill('2');
    await size.press('Enter');
    await expect.poll(unknown).toBe(4);
    await expect(length).toContainText(say('tokens.unknown', { count: 4 }));
    await page.getByLabel(say('tokens.size'), { exact: true }).press('End');
    await expect.poll(unknown).toBe(0);
  });
  await test.step('the keyboard does everything: move, tag, leave', async () => {
    await page.locator('figure#tokens').getByLabel(say('tokens.sentence')).fill('the captain saw Queequeg');
    await expect.poll(() => printed(page)).toHaveLength(4);
    await cell(page, 0, 0).focus();
    await page.keyboard.press('ArrowRight');
    await expect(cell(page, 1, 0)).toBeFocused();
    await page.keyboard.press('End');
    await expect(cell(page, 3, 0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(cell(page, 3, 1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(cell(page, 3, 1)).toHaveAttribute('data-tag', '1');
    await page.keyboard.press(' ');
    await expect(cell(page, 3, 1)).toHaveAttribute('data-tag', '0');
    await page.keyboard.press('Tab');
    expect(await grid(page).evaluate((svg) => svg.contains(document.activeElement))).toBe(false);
  });
});

test.describe('sentences of every kind', () => {
  const field = (page: Page) => page.locator('figure#tokens').getByLabel(say('tokens.sentence'));

  test('what it says about Moby-Dick is so; empty, emoji, right to left, markup, Chinese, very long', async ({
    page,
  }) => {
    await open(page);
    await test.step('what it says about Moby-Dick is so', async () => {
      const counted = await countedInPage(page, 9999);
      const share = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 3 });
      await expect(page.locator('figure#tokens')).toContainText(
        say('tokens.outside', {
          total: counted.total,
          words: counted.words,
          size: 10_000,
          share: share.format(counted.outside / counted.total),
          count: counted.outside,
        }),
      );
      // The text of the lesson: Harry is mentioned three times, Hermione never; "spell" has hundreds of times the number of "and".
      expect([counted.harry, counted.hermione]).toEqual([3, 0]);
      expect(counted.firstTen).toBeGreaterThan(counted.afterThousand);
      const columns = await printed(page);
      const index = (word: string) =>
        Number(columns.find((column) => column.word === word)?.index?.replace(',', ''));
      expect(columns.map(({ received }) => received)).toEqual([
        '=',
        '⟨UNK⟩',
        '=',
        '⟨UNK⟩',
        '⟨UNK⟩',
        '=',
        '=',
        '=',
        '=',
      ]);
      expect(index('spell') / index('and')).toBeGreaterThan(200);
    });
    await test.step('empty, emoji, right to left, markup, Chinese, very long', async () => {
      await field(page).fill('   ');
      await expect(page.locator('figure#tokens').getByRole('alert')).toHaveText(say('tokens.empty'));
      await expect(page.locator('figure#tokens')).toContainText(say('tokens.none'));
      await expect(grid(page)).toHaveCount(0);
      for (const [text, words] of [
        ['👩‍🚀 saw 🐋', ['👩‍🚀', 'saw', '🐋']],
        ['שלום עולם', ['שלום', 'עולם']],
        [
          '<img src=x onerror=alert(1)>',
          ['<', 'img', 'src', '=', 'x', 'onerror', '=', 'alert', '(', '1', ')', '>'],
        ],
      ] as const) {
        await field(page).fill(text);
        await expect.poll(async () => (await printed(page)).map(({ word }) => word)).toEqual([...words]);
      }
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      await field(page).fill('我们学习');
      await expect(grid(page).locator('[role=row]').first().locator('[role=gridcell]')).not.toHaveCount(12);
      await field(page).fill('whale '.repeat(400).slice(0, 2000));
      await expect(grid(page).locator('[role=row]').first().locator('[role=gridcell]')).toHaveCount(64);
      await expect(page.locator('figure#tokens')).toContainText(say('tokens.cut', { count: 334, shown: 64 }));
      await expectNoSidewaysScroll(page);
    });
    await test.step('⟨EOS⟩ alone is a sentence too', async () => {
      await page.getByLabel(say('tokens.end')).check();
      await field(page).fill('');
      await expect.poll(() => printed(page)).toHaveLength(1);
    });
  });

  test('characters are tokens too; a text without words leaves ⟨UNK⟩ alone', async ({ page }) => {
    await test.step('characters are tokens too, spaces among them', async () => {
      await open(page, { text: 'own', own: OWN, level: 'character', say: 'a b' });
      expect((await printed(page)).map(({ word }) => word)).toEqual(['a', '␣', 'b']);
    });
    await page.goto('about:blank');
    await test.step('a text without words leaves ⟨UNK⟩ alone', async () => {
      await open(page, { text: 'own', own: '', say: 'the whale' });
      expect((await printed(page)).map(({ received }) => received)).toEqual(['⟨UNK⟩', '⟨UNK⟩']);
    });
  });
});

test('a link opens the same columns', async ({ page, context }) => {
  await open(page, { text: 'own', own: OWN, say: 'the captain saw Queequeg', vocab: 8 });
  await cell(page, 3, 1).click();
  const figure = page.locator('figure#tokens');
  await figure.getByText(say('tokens.order-alphabet'), { exact: true }).click();
  await page.getByLabel(say('tokens.end')).check();
  const before = await printed(page);
  await figure.getByRole('button', { name: say('figure.link'), exact: true }).click();
  await expect(figure.getByRole('status').filter({ hasText: /link/i })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(grid(other)).toBeVisible();
  expect(await printed(other)).toEqual(before);
  expect(before.map(({ tag }) => tag).join('')).toBe('00010');
  await other.close();
});

async function exported(page: Page, figure: Locator, format: 'csv' | 'svg'): Promise<string> {
  await figure.getByRole('button', { name: say('figure.export'), exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: say(`figure.export.${format}`) }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

test('table, CSV and picture hold the same numbers', async ({ page }) => {
  await open(page, { text: 'own', own: OWN, say: 'the captain saw =1+1', vocab: 5 });
  const figure = page.locator('figure#tokens');
  const csv = await exported(page, figure, 'csv');
  const columns = await printed(page);
  expect(csv.split('\r\n').slice(1, 3)).toEqual(
    columns
      .slice(0, 2)
      .map(({ time, word, received, index, tag }) =>
        [time, word, received === '=' ? word : received, index, tag].join(','),
      ),
  );
  expect(csv).toContain("'=");
  const svg = await exported(page, figure, 'svg');
  expect(svg).toContain('captain');
  await figure.getByRole('button', { name: say('figure.table') }).click();
  await expect(figure.getByRole('table').last().getByRole('row')).toHaveCount(columns.length + 1);
});

test.describe('two nets', () => {
  const figure = (page: Page) => page.locator('figure#sharing');
  const numbers = async (page: Page): Promise<readonly (readonly string[])[]> =>
    figure(page)
      .getByRole('table')
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  const expected = (sentence: string, snapshots: readonly Snapshot[], step: number) => {
    const [first, now] = [snapshots[0], snapshots[step / 5]];
    if (!first || !now) throw new Error('nothing was learnt');
    const show = (value: number | null) => (value === null ? '–' : formatFixed(value, 4));
    return answer(sentence, first, now).map(({ word, dense, moved, shared }, t) => [
      String(t + 1),
      word,
      ...[dense, moved, shared].map(show),
    ]);
  };

  for (const [sentence, step, seed] of [
    ['the teacher saw hermione', 200, 1],
    ['yesterday the teacher saw Hermione and harry saw the owl again', 40, 7],
    ['hermione found a map', 0, 3],
  ] as const) {
    test(`every answer is the reference’s: “${sentence}”, step ${step}, seed ${seed}${rarely(step !== 40)}`, async ({
      page,
    }) => {
      await page.goto(address('sharing', { say: sentence, step, seed }));
      await figure(page)
        .getByRole('button', { name: say('figure.table') })
        .click();
      const reference = expected(sentence, [...learn(seed)], step);
      const withoutSeen = async () => (await numbers(page)).map((row) => row.filter((_, i) => i !== 2));
      await expect.poll(withoutSeen).toEqual(reference);
    });
  }

  test('the answer where nothing was learnt is a matter of chance; the shared one is not; nonsense is answered', async ({
    page,
  }) => {
    await page.goto(address('sharing'));
    await figure(page)
      .getByRole('button', { name: say('figure.table') })
      .click();
    await expect.poll(async () => (await numbers(page)).length).toBe(4);
    const dense = new Set<string>();
    for (let press = 0; press < 3; press++) {
      await expect.poll(async () => (await numbers(page))[3]?.[4]).toBe('0.0000');
      await expect.poll(async () => Number((await numbers(page))[3]?.[5])).toBeGreaterThan(0.9);
      dense.add((await numbers(page))[3]?.[3] ?? '');
      await figure(page)
        .getByRole('button', { name: say('sharing.again') })
        .click();
    }
    expect(dense.size).toBe(3);
    await test.step('nonsense is answered, and said', async () => {
      const field = figure(page).getByLabel(say('sharing.sentence'));
      await field.fill('  ');
      await expect(figure(page).getByRole('alert')).toHaveText(say('sharing.empty'));
      await field.fill('<b>שלום</b> 🐋 '.repeat(150).slice(0, 2000));
      await expect(figure(page)).toContainText(say('sharing.no-input'));
      await expectNoSidewaysScroll(page);
    });
  });
});

test('the parameters are counted for what the sliders say', async ({ page }) => {
  await page.goto(address('counts', { T: 40, h: 64, vocab: 30000 }));
  const shape = { steps: 40, hidden: 64, vocabulary: 30_000 };
  const count = (kind: 'dense' | 'recurrent') => page.getByTestId(`count-${kind}`);
  await expect(count('dense')).toHaveText(COUNTS.dense(shape).toLocaleString('en'));
  const recurrent = COUNTS.recurrent(shape).toLocaleString('en');
  await expect(count('recurrent')).toHaveText(recurrent);
  await page.locator('figure#counts').getByRole('slider').first().press('End');
  await expect(count('dense')).toHaveText(COUNTS.dense({ ...shape, steps: 100 }).toLocaleString('en'));
  await expect(count('recurrent')).toHaveText(recurrent);
});

test('all five checkpoints can be passed, and make the lesson done', async ({ page }) => {
  await open(page);
  const check = (id: string) => page.locator(`[data-checkpoint="${id}"]`);
  const submit = (id: string) =>
    check(id)
      .getByRole('button', { name: say('check.submit') })
      .click();
  await check('count-tokens').getByLabel(say('check.answer')).fill('6');
  await submit('count-tokens');
  await expect(check('count-tokens').getByRole('status')).toContainText(say('check.wrong'));
  await check('count-tokens').getByLabel(say('check.answer')).fill('7');
  await submit('count-tokens');
  await expect(check('count-tokens')).toContainText(say('check.passed'));
  for (const column of [0, 1, 3]) await cell(page, column, 1).click();
  await expect(check('tag-names')).toContainText(say('check.waiting'));
  await cell(page, 4, 1).click();
  await expect(check('tag-names')).toContainText(say('check.done'));
  const field = page.locator('figure#tokens').getByLabel(say('tokens.sentence'));
  await field.fill('computers download selfies online now');
  await expect(check('all-unknown')).toContainText(say('check.waiting'));
  await field.fill('computers download selfies online');
  await expect(check('all-unknown')).toContainText(say('check.done'));
  await check('one-hot-memory').getByText('200 GB', { exact: true }).click();
  await submit('one-hot-memory');
  await check('never-seen').getByRole('radio').nth(2).check();
  await submit('never-seen');
  for (const id of ['one-hot-memory', 'never-seen'])
    await expect(check(id)).toContainText(say('check.passed'));
  const dot = page
    .getByRole('navigation', { name: say('shell.lessons') })
    .locator('a[aria-current=page] [data-status]');
  await expect(dot).toHaveAttribute('data-status', 'done');
});

testLooks(
  async (page, locale) => {
    await open(page, {}, locale);
    await expect(page.locator('figure#sharing').getByRole('status').first()).toContainText('hermione');
    return page;
  },
  async (page, locale) => {
    await page.getByLabel(sayer(locale)('tokens.end')).check();
    await openTables(page, locale, ['tokens', 'sharing', 'counts']);
  },
  { isChineseRare: true },
);
