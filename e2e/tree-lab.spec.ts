import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { embeddingMessages } from '../src/i18n/messages/embeddings.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { softmaxTreeMessages } from '../src/i18n/messages/softmax-tree.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { compareTrees, treeRows } from '../src/instruments/softmax-tree/compare.ts';
import { readList } from '../src/instruments/softmax-tree/read-list.ts';
import { predictByTree, readTreeModel } from '../src/instruments/softmax-tree/tree-model.ts';
import { probabilityText } from '../src/instruments/tree-walk/format.ts';
import { treeLabMessages } from '../src/labs/tree/messages.ts';
import { TREE_LAB_TABLE, type TreeLabSettings } from '../src/labs/tree/settings.ts';
import { huffmanMerges } from '../src/models/softmax/huffman.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...softmaxTreeMessages.en, ...treeLabMessages.en, ...embeddingMessages.en },
  zh: { ...softmaxTreeMessages.zh, ...treeLabMessages.zh, ...embeddingMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

const settings = fallbackState(TREE_LAB_TABLE);
/** The list that the lab begins with, as it is read here. */
const { list } = readList(settings.list, 100);

async function openLab(page: Page, locale: Locale, part: Partial<TreeLabSettings>): Promise<Locator> {
  const hash = writeFragment(TREE_LAB_TABLE, 'tree', { ...settings, ...part });
  await page.goto(`/${locale}/labs/tree?backend=wasm${hash}`);
  const lab = page.locator('figure#tree');
  await expect(lab.getByRole('tree').first()).toBeVisible();
  return lab;
}

const choose = (lab: Locator, name: string) => lab.getByText(name, { exact: true }).click();

/** The words of a table's row, then of the next one. */
const cellsOf = (lab: Locator, column: number) =>
  lab.locator(`tbody tr :nth-child(${column})`).allTextContents();

test('a list: merges, codes and depths are the reference’s, its faults are named', async ({ page }) => {
  const lab = await openLab(page, 'en', { from: 'list', room: 'build', merges: 0 });
  // Merge by merge, from the first to the last.
  const merges = huffmanMerges(list.counts);
  const queue = lab.getByRole('region', { name: say('en', 'tree.queue') }).getByRole('listitem');
  const nameOf = (id: number) => (id < 0 ? (list.words[~id] ?? '') : /·/);
  for (const { node, left, right } of merges.slice(0, 5)) {
    await expect(queue).toHaveCount(list.words.length - node);
    await expect(queue.nth(0)).toContainText(nameOf(left));
    await expect(queue.nth(1)).toContainText(nameOf(right));
    await expect(lab.locator('[data-kind="inner"]')).toHaveCount(node);
    await lab.getByRole('button', { name: say('en', 'tree.merge-on') }).click();
  }
  await lab.getByRole('button', { name: say('en', 'tree.merge-on') }).press('End');
  await expect(queue).toHaveCount(1);
  await expect(lab).toContainText(say('en', 'tree.built', { words: 14, nodes: 13 }));
  await expect(lab.locator('[data-kind="inner"]')).toHaveCount(13);

  // Both trees compared.
  await choose(lab, say('en', 'treelab.room-compare'));
  const comparison = compareTrees(list.counts);
  const depths = {
    entropy: comparison.entropy,
    huffman: comparison.huffmanDepth,
    uniform: comparison.uniform,
  };
  for (const [name, value] of Object.entries({ ...depths, balanced: comparison.balancedDepth })) {
    await expect(lab.getByTestId(`tree-${name}`)).toHaveText(value.toFixed(3));
  }

  // The table: codes as the reference has them, and none begins another.
  await openTables(page, 'en', ['tree']);
  const rows = treeRows(comparison, list.words, list.counts);
  for (const column of [6, 8]) {
    const codes = await cellsOf(lab, column);
    expect(codes).toEqual(rows.map((row) => row[column - 1]));
    const sorted = [...codes].sort();
    expect(sorted.slice(1).filter((code, i) => code.startsWith(sorted[i] ?? 'none'))).toEqual([]);
  }

  // Keys walk the tree, fold and unfold it; a word is found, and its code is said.
  const tree = lab.getByRole('tree');
  await tree.locator('[tabindex="0"]').press('Home');
  const root = tree.locator('[data-node="12"]');
  await expect(root).toBeFocused();
  await root.press('ArrowDown');
  const left = tree.locator(`[data-node="${comparison.huffman.left[12]}"]`);
  await expect(left).toBeFocused();
  await left.press(' ');
  await expect(left).toHaveAttribute('aria-expanded', 'false');
  await left.press('ArrowDown');
  await expect(left).toHaveAttribute('aria-expanded', 'true');
  await left.press('ArrowRight');
  await expect(tree.locator(`[data-node="${comparison.huffman.right[12]}"]`)).toBeFocused();
  const find = lab.getByRole('textbox', { name: say('en', 'tree.find') });
  await find.fill('nowhere');
  await find.press('Enter');
  await expect(lab).toContainText(say('en', 'tree.find-none', { word: 'nowhere' }));
  await find.fill('Durian');
  await find.press('Enter');
  await expect(lab).toContainText(`code ${rows.at(-1)?.[5]}`);
  await expect(tree.getByRole('treeitem', { name: /^durian/ })).toHaveAttribute('aria-selected', 'true');

  // What is wrong with a list is named by its line; the words that can be read stay.
  const field = lab.getByRole('textbox', { name: say('en', 'tree.list') });
  await field.fill('the 5\nof many\nand\nthe 3\nto 2');
  const alert = lab.getByRole('alert');
  await expect(alert).toContainText(say('en', 'tree.fault-bad-count', { line: 2, found: 'of many' }));
  await expect(alert).toContainText(say('en', 'tree.fault-no-count', { line: 3, found: 'and' }));
  await expect(alert).toContainText(say('en', 'tree.fault-twice', { line: 4, first: 1, found: 'the 3' }));
  await expect(tree.getByRole('treeitem')).toHaveCount(3);
  await field.fill('');
  await expect(alert).toContainText(say('en', 'tree.list-empty'));
  await expect(tree.getByRole('treeitem')).toHaveCount(3);
  await field.fill('durian 3');
  await expect(tree.getByRole('treeitem')).toHaveCount(1);
  await expect(lab.getByTestId('saved')).toHaveText(say('en', 'tree.one-word'));
  await field.fill('a 0\nb 0');
  await expect(lab.getByTestId('saved')).toHaveText(say('en', 'tree.no-counts'));

  // A file with more words than a link carries.
  const many = Array.from({ length: 1500 }, (_, i) => `word${i},${1500 - i}`).join('\n');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    lab.getByRole('button', { name: say('en', 'tree.list-open') }).click(),
  ]);
  await chooser.setFiles({ name: 'counts.csv', mimeType: 'text/csv', buffer: Buffer.from(many) });
  await expect(lab).toContainText(say('en', 'treelab.title', { words: 1500 }));
  await find.fill('word1499');
  await find.press('Enter');
  await expect(tree.getByRole('treeitem', { name: /^word1499/ })).toBeInViewport({ ratio: 1 });
  await expect(page).toHaveURL(/file=/);
  await page.reload();
  await expect(lab).toContainText(say('en', 'treelab.title', { words: 1500 }));
});

for (const locale of ['zh', 'en'] as const) {
  test(`a model: the path’s product is P, all leaves are 1, a file brings it back, ${locale}${rarely(locale === 'en')}`, async ({
    page,
  }) => {
    const lab = await openLab(page, locale, { room: 'model', trains: true, minCount: 60, part: 'half' });
    const shown = lab.getByTestId('p');
    await expect(shown).toHaveText(/\d/);
    await lab.getByRole('button', { name: say(locale, 'embeddings.pause') }).click();
    await expect(lab.getByTestId('sum').locator('strong')).toHaveText('1.000000');
    const products = await lab.locator('table tbody tr td:nth-child(5)').allTextContents();
    expect(Number(products.at(-1))).toBeCloseTo(Number(await shown.textContent()), 3);

    // The file has what the page shows.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      lab.getByRole('button', { name: say(locale, 'treelab.save') }).click(),
    ]);
    const path = await download.path();
    const read = readTreeModel(new Uint8Array(readFileSync(path)));
    if (!read.ok) throw new Error(read.fault.code);
    const [context, target] = ['white', 'whale'].map((word) => read.model.words.indexOf(word));
    const { logProbability } = predictByTree(read.model, { context: context ?? 0, target: target ?? 0 });
    await expect(shown).toHaveText(probabilityText(Math.exp(logProbability)));
    const { length } = read.model.words;
    await expect(lab.getByTestId('search')).toContainText(String(length - 1));

    // Opened in place of the run it shows the same; a file that is none says why.
    const open = async (files: string | { name: string; mimeType: string; buffer: Buffer }) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        lab.getByRole('button', { name: say(locale, 'treelab.open') }).click(),
      ]);
      await chooser.setFiles(files);
    };
    await open({ name: 'noise.safetensors', mimeType: 'text/plain', buffer: Buffer.from('no tensors') });
    await expect(lab.getByRole('alert')).toContainText('noise.safetensors');
    await open(path);
    await expect(lab).toContainText(`d = ${read.model.dimensions}`);
    await expect(shown).toHaveText(probabilityText(Math.exp(logProbability)));
  });
}

testLooks(
  (page, locale) => openLab(page, locale, { from: 'list', shown: 'both', bits: true }),
  async (lab, locale) => {
    await openTables(lab.page(), locale, ['tree']);
    await choose(lab, say(locale, 'treelab.room-build'));
    await expect(lab.getByRole('region', { name: say(locale, 'tree.queue') })).toBeVisible();
  },
);
