import { gzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { vectorPanelMessages } from '../src/i18n/messages/vector-panels.ts';
import { vectorsMessages } from '../src/i18n/messages/vectors.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { EMBEDDING_TABLE } from '../src/labs/embedding/state/settings.ts';
import {
  bytesOf,
  fasttextFile,
  floatTensor,
  npyFile,
  type Rows,
  safetensorsFile,
  textFile,
  word2vecFile,
} from '../src/models/vectors/read/foreign-files.testkit.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { expect, expectAccessible, rarely, test } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...vectorPanelMessages.en, ...vectorsMessages.en },
  zh: { ...vectorPanelMessages.zh, ...vectorsMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

/** Words of several scripts, one of them markup, one a key of every object, with numbers that 32 bits hold exactly. */
const WORDS = [
  'sea',
  'whale',
  '鲸鱼',
  'né',
  '<b>ship</b>',
  'constructor',
  '3.14',
  'море',
  'harbour',
  'storm',
  'sail',
  '海',
];
const ROWS: Rows = WORDS.map((word, i) => [
  word,
  Array.from({ length: 6 }, (_, j) => Math.round(64 * Math.sin(1 + 7 * i + 3 * j * j)) / 64),
]);
const MATRIX = ROWS.map(([, row]) => row);

const dot = (x: readonly number[], y: readonly number[]) =>
  x.reduce((sum, value, k) => sum + value * (y[k] ?? 0), 0);

/** The nearest words by cosine, as the table shows them. */
function nearest(rows: Rows, word: string, count = 10): readonly (readonly string[])[] {
  const own = rows.find(([each]) => each === word)?.[1] ?? [];
  return rows
    .filter(([each]) => each !== word)
    .map(([each, row]) => [each, dot(own, row) / Math.sqrt(dot(own, own) * dot(row, row))] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([each, score]) => [each, score.toFixed(3)]);
}

const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});
type GivenFile = ReturnType<typeof file>;

interface Lab {
  readonly lab: Locator;
  readonly source: Locator;
  /** Gives files, and waits until they are what is open. */
  open(...files: readonly GivenFile[]): Promise<void>;
  /** Gives files that will not be opened; resolves with what is said of them. */
  refuse(...files: readonly GivenFile[]): Promise<Locator>;
  /** Words and numbers of the table of the words nearest to one. */
  expectNearest(rows: Rows, word: string): Promise<void>;
}

async function openLab(page: Page, locale: Locale): Promise<Lab> {
  const settings = { ...fallbackState(EMBEDDING_TABLE), first: 100, projection: 'pca' as const };
  await page.goto(
    `/${locale}/labs/embedding?backend=wasm${writeFragment(EMBEDDING_TABLE, 'embedding', settings)}`,
  );
  const lab = page.locator('figure#embedding');
  await expect(lab.getByTestId('norm')).toBeVisible();
  const source = lab.getByRole('region', { name: say(locale, 'vectors.title'), exact: true });
  await source.getByRole('button', { name: say(locale, 'vectors.open-panel') }).click();
  const give = (files: readonly GivenFile[]) =>
    source
      .locator('input[type=file]')
      .first()
      .setInputFiles([...files]);
  const chip = source.locator('p').first();
  return {
    lab,
    source,
    async open(...files) {
      await give(files);
      await expect(chip).toContainText(files[0]?.name ?? '');
      await expect(chip).toContainText(say(locale, 'vectors.float32'));
    },
    async refuse(...files) {
      await give(files);
      const alert = source.getByRole('alert');
      await expect(alert).toContainText(`“${files[0]?.name}”`);
      return alert;
    },
    async expectNearest(rows, word) {
      const find = lab.getByRole('combobox', { name: say(locale, 'vectorpanels.find') });
      await find.fill(word);
      await find.press('Enter');
      const d = rows[0]?.[1].length ?? 0;
      const table = lab.getByRole('table', {
        name: say(locale, 'vectorpanels.nearest-of', { word, d }),
        exact: true,
      });
      const read = () =>
        table
          .locator('tbody tr')
          .evaluateAll((trs) =>
            trs.map((tr) => [
              tr.querySelector('bdi')?.textContent ?? '',
              (tr.querySelector('td')?.textContent ?? '').trim().replaceAll('−', '-'),
            ]),
          );
      await expect.poll(read).toEqual(nearest(rows, word));
    },
  };
}

const MODEL = { words: ROWS, ngrams: [[1, -0.5, 0.25, 2, 0, 1]], minN: 3, maxN: 3 };

/** What a model with a single bucket makes of a word of n letters: the mean of its own row and n times the bucket's. */
const withParts = (rows: Rows, part: readonly number[]): Rows =>
  rows.map(([word, row]) => {
    const n = [...word].length;
    return [word, row.map((value, j) => (value + n * (part[j] ?? 0)) / (1 + n))];
  });

test('every format opens from a file of another program, and is answered about from its numbers', async ({
  page,
}) => {
  const { lab, open, expectNearest } = await openLab(page, 'en');
  const list = file('words.txt', `${WORDS.join('\n')}\n`);
  const table = `name\tlength\n${WORDS.map((word) => `${word}\t${word.length}\n`).join('')}`;

  await test.step('text without a header, with Windows line ends', async () => {
    await open(file('glove.txt', textFile(ROWS, { eol: '\r\n' })));
    await expectNearest(ROWS, 'sea');
    await expectNearest(ROWS, '<b>ship</b>');
  });
  await test.step('text with a header, packed', async () => {
    await open(file('cc.vec.gz', gzipSync(textFile(ROWS, { header: true, tail: ' ' }))));
    await expectNearest(ROWS, '鲸鱼');
  });
  await test.step('word2vec .bin', async () => {
    await open(file('news.bin', word2vecFile(ROWS)));
    await expectNearest(ROWS, 'constructor');
  });
  await test.step('.npy and a list of words', async () => {
    await open(file('rows.npy', npyFile(MATRIX, { fortran: true, size: 8 })), list);
    await expectNearest(ROWS, '海');
  });
  await test.step('a projector’s pair, with what its table says', async () => {
    await open(
      file('vectors.tsv', MATRIX.map((row) => `${row.join('\t')}\n`).join('')),
      file('metadata.tsv', table),
    );
    await expectNearest(ROWS, 'море');
    const fact = lab
      .locator('dl > div')
      .filter({ has: page.getByRole('term').filter({ hasText: /^length$/ }) });
    await expect(fact.getByRole('definition')).toHaveText('4');
  });
  await test.step('safetensors and a vocabulary', async () => {
    const vocabulary = JSON.stringify(Object.fromEntries(WORDS.map((word, i) => [word, i])));
    await open(
      file('model.safetensors', safetensorsFile({ 'embed.weight': floatTensor(MATRIX) })),
      file('vocab.json', vocabulary),
    );
    await expectNearest(ROWS, 'né');
  });
  await test.step('fastText .bin, unseen words from their parts', async () => {
    await open(file('wiki.bin', fasttextFile(MODEL)));
    await expectNearest(withParts(ROWS, MODEL.ngrams[0] ?? []), 'whale');
  });
});

test('a wrong file says where and why, its good words can be had, and what was open stays', async ({
  page,
}) => {
  const { lab, source, open, refuse, expectNearest } = await openLab(page, 'en');
  await open(file('good.txt', textFile(ROWS)));
  const chip = source.locator('p').first();

  await test.step('flaws: the good rows are open, the others named', async () => {
    const bad = 'ragged 1 2 3\nnothing 1 2 nan 4 5 6\nsea 1 1 1 1 1 1\n';
    await open(file('flawed.txt', bytesOf(textFile(ROWS), bad)));
    await source.locator('summary').filter({ hasText: '3' }).first().click();
    const line = (n: number, word: string) =>
      say('en', 'vectors.place-word', { place: say('en', 'vectors.place-line', { line: n }), word });
    for (const [code, n, word, more] of [
      ['ragged-row', 13, 'ragged', { found: 3, expected: '6' }],
      ['not-a-number', 14, 'nothing', { found: 'nan', expected: '' }],
      ['duplicate-word', 15, 'sea', {}],
    ] as const) {
      const values = { count: 1, shown: '1', place: line(n, word), ...more };
      await expect(
        source.getByRole('listitem').filter({ hasText: say('en', `vectors.flaw-${code}`, values) }),
      ).toHaveCount(1);
    }
    await expectNearest(ROWS, 'sea');
  });

  await test.step('no vectors at all: nothing is lost', async () => {
    const pdf = await refuse(file('paper.pdf', '%PDF-1.7\n'));
    await expect(pdf).toContainText('is a PDF, not vectors');
    await expect(pdf).toContainText(say('en', 'vectors.stays'));
    await expect(await refuse(file('page.txt', '<!doctype html><title>404</title>'))).toContainText(
      'is a web page',
    );
    await expect(await refuse(file('empty.vec', ''))).toContainText('0 bytes');
    await expect(await refuse(file('alone.npy', npyFile(MATRIX)))).toContainText('has numbers and no words');
    await expect(chip).toContainText('flawed.txt');
    await expectAccessible(page, 'figure#embedding section');
  });

  await test.step('cut off: with the words before, if the reader wants them', async () => {
    const cut = await refuse(file('cut.bin', word2vecFile(ROWS).slice(0, -7)));
    await expect(cut).toContainText(say('en', 'vectors.place-row', { row: 12 }));
    await expect(chip).toContainText('flawed.txt');
    await cut
      .getByRole('button', { name: say('en', 'vectors.take-good', { count: 11, shown: '11' }) })
      .click();
    await expect(chip).toContainText('cut.bin');
    await expectNearest(ROWS.slice(0, 11), 'storm');
  });

  await expect(lab.locator('b', { hasText: 'ship' }).filter({ hasNotText: '<' })).toHaveCount(0);
});

test(`the same in Chinese${rarely(true)}`, async ({ page }) => {
  const { refuse, open, expectNearest } = await openLab(page, 'zh');
  await open(file('词.txt', textFile(ROWS)));
  await expectNearest(ROWS, '海');
  await expect(await refuse(file('cut.bin', word2vecFile(ROWS).slice(0, -7)))).toContainText(
    say('zh', 'vectors.place-row', { row: 12 }),
  );
});
