import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { analogyMessages } from '../src/i18n/messages/analogy.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { vectorPanelMessages } from '../src/i18n/messages/vector-panels.ts';
import { vectorsMessages } from '../src/i18n/messages/vectors.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { embeddingLabMessages } from '../src/labs/embedding/messages.ts';
import { EMBEDDING_TABLE, type EmbeddingSettings } from '../src/labs/embedding/state/settings.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { best, dot, readBuiltIn } from './builtInVectors.ts';
import { expect, openTables, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const own = {
  en: { ...embeddingLabMessages.en, ...vectorPanelMessages.en, ...analogyMessages.en, ...vectorsMessages.en },
  zh: { ...embeddingLabMessages.zh, ...vectorPanelMessages.zh, ...analogyMessages.zh, ...vectorsMessages.zh },
};
type Own = keyof typeof own.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, own);

/** A built-in set as it stands in its file, asked by loops. */
function reference(name: 'glove' | 'characters') {
  const set = readBuiltIn(name);
  const places = new Map(set.words.map((word, i) => [word, i]));
  const none = new Float64Array(set.units[0]?.length ?? 0);
  const raw = (word: string) => set.rows[places.get(word) ?? -1] ?? none;
  const of = (word: string) => set.units[places.get(word) ?? -1] ?? none;
  const unitSum = (terms: readonly (readonly [number, string])[]) => {
    const sum = new Float64Array(none.length);
    for (const [weight, word] of terms) {
      for (const [k, x] of of(word).entries()) sum[k] = (sum[k] ?? 0) + weight * x;
    }
    const length = Math.sqrt(dot(sum, sum));
    return sum.map((x) => x / length);
  };
  return {
    words: set.words,
    raw,
    norm: (word: string) => Math.sqrt(dot(raw(word), raw(word))),
    cosine: (a: string, b: string) => dot(of(a), of(b)),
    /** The nearest to a sum of unit vectors, as the table shows them. */
    nearest(terms: readonly (readonly [number, string])[], count: number, left: readonly string[]) {
      const query = unitSum(terms);
      const scores = set.units.map((unit) => dot(unit, query));
      return best(set, scores, count, left).map(({ word, score }) => [word, score.toFixed(3)]);
    },
    /** Cosine of a word with the mean of others. */
    withOthers: (word: string, others: readonly string[]) =>
      dot(of(word), unitSum(others.map((other) => [1, other] as const))),
  };
}

const base = fallbackState(EMBEDDING_TABLE);

async function openLab(page: Page, locale: Locale, part: Partial<EmbeddingSettings> = {}): Promise<Locator> {
  // A small map that stands still, so that nobody waits for it; what it draws has tests of its own.
  const settings: EmbeddingSettings = { ...base, first: 200, projection: 'pca', ...part };
  await page.goto(
    `/${locale}/labs/embedding?backend=wasm${writeFragment(EMBEDDING_TABLE, 'embedding', settings)}`,
  );
  const lab = page.locator('figure#embedding');
  await expect(lab.getByTestId('norm')).toBeVisible();
  return lab;
}

/** Word and score of each row of a table. */
const rowsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-hit') ?? '',
        (row.querySelector('td')?.textContent ?? '').trim().replaceAll('−', '-'),
      ]),
    );

const expectRows = (table: Locator, rows: readonly (readonly string[])[]) =>
  expect.poll(() => rowsOf(table)).toEqual(rows);

test('what it answers is what the file’s numbers give; its state is its link', async ({ page }) => {
  const glove = reference('glove');
  const lab = await openLab(page, 'en');
  const table = (name: string) => lab.getByRole('table', { name });

  // The analogy, and what becomes of it when nothing is left out.
  const terms = [
    [1, 'king'],
    [-1, 'man'],
    [1, 'woman'],
  ] as const;
  const asked = ['king', 'man', 'woman'];
  const analogy = table(say('en', 'analogy.answers', { a: 'man', b: 'woman', c: 'king' }));
  const answers = glove.nearest(terms, 10, asked);
  expect(answers[0]?.[0]).toBe('queen');
  await expectRows(analogy, answers.slice(0, await analogy.locator('tbody tr').count()));
  await lab.getByLabel(say('en', 'analogy.exclude')).uncheck();
  await expect(analogy.locator('tbody tr').first()).toHaveAttribute('data-hit', 'king');
  await lab.getByLabel(say('en', 'analogy.exclude')).check();

  // A word that is chosen anywhere is the one that is looked at.
  await analogy.getByRole('button', { name: 'queen' }).click();
  await expect(lab.getByTestId('selected')).toHaveText('queen');
  await expect(lab.getByTestId('norm')).toHaveText(glove.norm('queen').toFixed(3));
  await expect(lab.getByTestId('rank')).toHaveText((glove.words.indexOf('queen') + 1).toLocaleString('en'));
  const nearest = table(say('en', 'vectorpanels.nearest-of', { word: 'queen', d: 100 }));
  await expectRows(nearest, glove.nearest([[1, 'queen']], 10, ['queen']));
  const cells = lab.getByRole('grid', { name: say('en', 'vectorpanels.vector', { word: 'queen' }) });
  await cells.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  const second = (glove.raw('queen')[1] ?? Number.NaN).toFixed(4).replace('-', '−');
  await expect(lab.getByTestId('cell')).toHaveText(
    say('en', 'vectorpanels.cell', { dimension: 2, value: second }),
  );

  // Arithmetic by keyboard: what cannot be read is said with its place, an unknown word with its like.
  await lab.getByTestId('selected').click();
  await page.keyboard.press('2');
  const field = lab.getByLabel(say('en', 'vectorpanels.expression'));
  await expect(field).toHaveValue('king − man + woman');
  await field.fill('2 paris france');
  const alert = lab.getByRole('alert');
  await expect(alert).toContainText(
    say('en', 'vectorpanels.fault-sign-wanted', { place: 9, found: 'france' }),
  );
  await field.fill('2 paris - frnace');
  await expect(alert).toContainText(
    say('en', 'vectorpanels.unknown', { word: 'frnace', count: glove.words.length }),
  );
  await alert.getByRole('button', { name: 'france', exact: true }).click();
  await expect(field).toHaveValue('2 paris - france');
  const sum = table(say('en', 'vectorpanels.answers', { expression: '2 paris − france' }));
  await expectRows(
    sum,
    glove.nearest(
      [
        [2, 'paris'],
        [-1, 'france'],
      ],
      10,
      ['paris', 'france'],
    ),
  );

  // Finding a word: keys of a listbox, and nonsense that finds nothing.
  await page.locator('body').press('/');
  const find = lab.getByRole('combobox', { name: say('en', 'vectorpanels.find') });
  await expect(find).toBeFocused();
  const options = lab.getByRole('listbox').getByRole('option');
  await find.fill('durin');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await find.press('ArrowDown');
  const marked = options.and(lab.locator('[aria-selected="true"]')).locator('bdi');
  const chosen = await marked.textContent();
  await find.press('Enter');
  await expect(lab.getByTestId('selected')).toHaveText(chosen ?? '-');
  await find.fill('<b>qzxqzx</b>');
  await expect(lab.getByRole('alert').last()).toContainText('“<b>qzxqzx</b>”');
  await find.press('Escape');

  // The link opens the same again.
  await expect(page).toHaveURL(new RegExp(`&word=${chosen}&.*say=2\\+paris`));
  await page.reload();
  await expect(field).toHaveValue('2 paris - france');
  await expect(lab.getByTestId('selected')).toHaveText(chosen ?? '-');
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog', { name: say('en', 'embeddinglab.help') })).toBeVisible();
});

test('Chinese characters: another set, its own examples, the same arithmetic', async ({ page }) => {
  const characters = reference('characters');
  const lab = await openLab(page, 'zh', { panel: 'arithmetic', word: 'queen', left: 'coffee' });
  const table = (name: string) => lab.getByRole('table', { name });
  await lab.getByRole('button', { name: say('zh', 'vectors.open-panel') }).click();
  await lab.getByRole('button', { name: say('zh', 'vectors.characters'), exact: true }).click();
  // What asked for words that the new set lacks has become its examples.
  await expect(lab.getByTestId('selected')).toHaveText('月');
  await expect(page).toHaveURL(/vectors=characters/);
  await expectRows(
    table(say('zh', 'vectorpanels.answers', { expression: '东 − 西 + 南' })),
    characters.nearest(
      [
        [1, '东'],
        [-1, '西'],
        [1, '南'],
      ],
      10,
      ['东', '西', '南'],
    ),
  );
  await lab.getByLabel(say('zh', 'vectorpanels.expression')).fill('舟−水+');
  await expect(lab.getByRole('alert')).toContainText(say('zh', 'vectorpanels.fault-word-wanted-end'));

  const head = (panel: 'odd' | 'similarity') =>
    lab.getByRole('button', { name: say('zh', `embeddinglab.${panel}`) });
  await head('odd').click();
  await lab.getByLabel(say('zh', 'vectorpanels.odd-words')).fill('春夏秋琴');
  const words = ['春', '夏', '秋', '琴'];
  await expectRows(
    table(say('zh', 'vectorpanels.odd-caption')),
    words.map((word) => [
      word,
      characters
        .withOthers(
          word,
          words.filter((each) => each !== word),
        )
        .toFixed(3),
    ]),
  );
  await expect(lab.getByRole('row', { name: say('zh', 'vectorpanels.odd-one') })).toContainText('琴');

  await head('similarity').click();
  const cosine = characters.cosine('山', '水').toFixed(3);
  await expect(lab.getByTestId('cosine')).toHaveText(cosine);
  // The parts sum to the whole.
  await expect(table(say('zh', 'vectorpanels.parts-caption')).locator('tbody tr').last()).toContainText(
    cosine,
  );
});

testLooks(
  async (page, locale) => {
    const lab = await openLab(page, locale, { panel: 'axes' });
    await expect(lab.getByRole('table').first()).toBeVisible();
    await expect(lab.locator('[data-points="200"]')).toBeVisible();
    return { page, lab };
  },
  async ({ page, lab }, locale) => {
    await lab.getByRole('button', { name: say(locale, 'embeddinglab.similarity') }).click();
    await expect(lab.getByTestId('cosine')).toBeVisible();
    await openTables(page, locale, ['embedding']);
  },
);
