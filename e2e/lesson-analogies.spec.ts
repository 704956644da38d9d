import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { analogyMessages } from '../src/i18n/messages/analogy.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { builtInQuestions } from '../src/models/vectors/question-list.ts';
import { best, cosAdd, dot, type PlainVectors, readBuiltIn, target, unitOf } from './builtInVectors.ts';
import { expect, openTables, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

type Own = keyof (typeof analogyMessages)['en'];
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, analogyMessages);

const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);
const glove = readBuiltIn('glove');
const fixed = (value: number): string => value.toFixed(3).replace('-', '−');

/** The table of answers reads as these words with these scores. */
async function expectAnswers(
  ask: Locator,
  vectors: PlainVectors,
  abc: readonly [string, string, string],
  leave: boolean,
) {
  const expected = best(vectors, cosAdd(vectors, abc), 8, leave ? abc : []);
  const rows = ask.locator('[data-hit]');
  await expect(rows.first()).toHaveAttribute('data-hit', expected[0]?.word ?? '');
  await expect(rows.locator('td')).toHaveText(expected.map(({ score }) => fixed(score)));
  await expect(rows.locator('th bdi')).toHaveText(expected.map(({ word }) => word));
  return expected;
}

/** Lengths and angles of the parallelogram of a question and its answer, by their definitions in all dimensions. */
function lengthsOf(vectors: PlainVectors, abc: readonly [string, string, string], answer: string) {
  const [a, b, c, d] = [...abc, answer].map((word) => unitOf(vectors, word)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const minus = (x: Float64Array, y: Float64Array) => x.map((value, i) => value - (y[i] ?? 0));
  const norm = (x: Float64Array) => Math.sqrt(dot(x, x));
  const [step, taken, away, side] = [minus(b, a), minus(d, c), minus(d, target(vectors, abc)), minus(c, a)];
  // What two directions leave of a third, by the determinant of Gram.
  const [ss, st, tt] = [dot(step, step), dot(step, side), dot(side, side)];
  const [sa, ta] = [dot(step, away), dot(side, away)];
  const within = (sa ** 2 * tt - 2 * sa * ta * st + ta ** 2 * ss) / (ss * tt - st ** 2);
  return {
    ...{ a: abc[0], b: abc[1], c: abc[2], answer, d: a.length },
    step: fixed(norm(step)),
    taken: fixed(norm(taken)),
    parallel: fixed(dot(step, taken) / norm(step) / norm(taken)),
    distance: fixed(norm(away)),
    off: fixed(Math.sqrt(dot(away, away) - within)),
  };
}

for (const locale of ['en', 'zh'] as const) {
  test(`answers, lengths and characters are those of the vectors, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/lessons/analogies`);
    const ask = figure(page, 'ask');
    const king = ['man', 'woman', 'king'] as const;
    const [first] = await expectAnswers(ask, glove, king, true);
    expect(first?.word).toBe('queen');
    const lengths = lengthsOf(glove, king, 'queen');
    await expect(ask.getByTestId('lengths')).toHaveText(
      `${say(locale, 'analogy.shape-lengths', lengths)}${say(locale, 'analogy.shape-off', lengths)}`,
    );
    // The corner is the term of the formulas.
    await expect(ask.getByRole('button', { name: 'woman − man + king' })).toHaveAttribute(
      'data-term',
      'prediction',
    );

    // With nothing left out the question answers itself; a better parallelogram does not.
    await ask.getByText(say(locale, 'analogy.exclude')).click();
    await expectAnswers(ask, glove, king, false);
    await expect(ask.locator('[data-hit="king"]')).toContainText(say(locale, 'analogy.query'));
    const field = ask.getByRole('combobox', { name: say(locale, 'analogy.field-c') });
    await field.fill('doctor');
    await field.press('Enter');
    await expectAnswers(ask, glove, ['man', 'woman', 'doctor'], false);
    await expect(ask.locator('[data-hit]').first()).toHaveAttribute('data-query', 'true');
    const honest = page.locator('[data-checkpoint="honest"]').getByRole('status');
    await expect(honest).toHaveText(say(locale, 'check.waiting'));
    await ask.getByRole('button', { name: /paris : france/ }).press('Enter');
    await expectAnswers(ask, glove, ['paris', 'france', 'tokyo'], false);
    await expect(honest).toHaveText(say(locale, 'check.done'));
    await expect(page).toHaveURL(/#figure=ask&.*c=tokyo.*exclude=0/);

    // A word that the set lacks.
    await field.fill('zzqqxx');
    await field.press('Enter');
    await expect(ask.getByRole('alert').first()).toContainText('zzqqxx');

    await ask.getByText(say(locale, 'analogy.set-characters')).click();
    await ask.getByText(say(locale, 'analogy.exclude')).click();
    const [north] = await expectAnswers(ask, readBuiltIn('characters'), ['东', '西', '南'], true);
    expect(north?.word).toBe('北');
  });
}

/** Right answers and repeated words of a list, every question by the definition; among the first `among` words. */
function scored(list: string, among: number) {
  const units = glove.units.slice(0, among);
  const index = new Map(glove.words.slice(0, among).map((word, i) => [word, i]));
  const count = { questions: 0, answerable: 0, excluded: 0, included: 0, queryWords: 0 };
  for (const line of list.split('\n').filter((each) => !each.startsWith(':'))) {
    count.questions++;
    const ids = line.split(' ').map((word) => index.get(word) ?? -1);
    if (ids.some((id) => id < 0)) continue;
    const [a = 0, b = 0, c = 0, d = 0] = ids;
    const query = Array.from(units[a] ?? [], (x, i) => (units[b]?.[i] ?? 0) - x + (units[c]?.[i] ?? 0));
    const order = bestTwoWays(units, query, [a, b, c]);
    count.answerable++;
    count.excluded += Number(order.without === d);
    count.included += Number(order.all === d);
    count.queryWords += Number([a, b, c].includes(order.all));
  }
  return count;
}

function bestTwoWays(units: readonly Float64Array[], query: readonly number[], without: readonly number[]) {
  let [all, other, most, least] = [-1, -1, -9, -9];
  units.forEach((row, i) => {
    let score = 0;
    for (let j = 0; j < query.length; j++) score += (row[j] ?? 0) * (query[j] ?? 0);
    if (score > most) [all, most] = [i, score];
    if (score > least && !without.includes(i)) [other, least] = [i, score];
  });
  return { all, without: other };
}

test('categories are scored as a plain count has them, and a list of the reader’s own', async ({ page }) => {
  await page.goto('/en/lessons/analogies#figure=scores&among=2');
  const scores = figure(page, 'scores');
  await scores.scrollIntoViewIfNeeded();
  const all = scores.getByTestId('all').locator('td');
  const found = scored(builtInQuestions(), 2000);
  const share = (part: number) => `${((100 * part) / found.answerable).toFixed(1)}%`;
  await expect(scores.getByTestId('scored')).toContainText(
    `${found.answerable.toLocaleString('en')} of ${found.questions.toLocaleString('en')} questions`,
  );
  await expect(all).toHaveText([share(found.excluded), share(found.included), share(found.queryWords)]);
  expect(found.queryWords).toBeGreaterThan(found.included);

  await scores.getByText(say('en', 'analogy.list-own'), { exact: true }).click();
  const own = ': mine\nman woman king queen\nfrance paris\nfrance paris japan tokyo\nno such zzqqxx here\n';
  await scores.getByRole('textbox', { name: say('en', 'analogy.own') }).fill(own);
  await scores.getByRole('button', { name: say('en', 'analogy.run') }).click();
  await expect(scores.getByRole('alert')).toContainText('Line 3');
  await expect(scores.getByTestId('scored')).toContainText('2 of 3 questions');
  await expect(scores.getByRole('rowheader', { name: 'mine' })).toBeVisible();

  // Arrows of a relation: opposites point anywhere.
  const relation = figure(page, 'relation');
  await relation.scrollIntoViewIfNeeded();
  await relation.getByRole('button', { name: say('en', 'analogy.cat-nationalities') }).click();
  await expect(relation.getByTestId('relation')).toContainText('france → french');
  const cosine = async () =>
    Number(
      /(−?[\d.]+) on average/
        .exec((await relation.getByTestId('relation').textContent()) ?? '')?.[1]
        ?.replace('−', '-'),
    );
  // An emptied field stays empty.
  const pairs = relation.getByRole('textbox', { name: say('en', 'analogy.relation-pairs') });
  const mean = await cosine();
  await pairs.fill('');
  await expect(relation.getByText(say('en', 'analogy.relation-none'))).toBeVisible();
  await expect(pairs).toHaveValue('');
  expect(mean).toBeCloseTo(
    meanCosine(
      'france french, germany german, italy italian, spain spanish, japan japanese, china chinese, russia russian, egypt egyptian, greece greek',
    ),
    2,
  );
});

/** The mean cosine of every two arrows. */
function meanCosine(pairs: string): number {
  const arrows = pairs.split(', ').map((pair) => {
    const [x, y] = pair.split(' ').map((word) => unitOf(glove, word));
    const arrow = Float64Array.from(y ?? [], (value, i) => value - (x?.[i] ?? 0));
    const length = Math.sqrt(dot(arrow, arrow));
    return arrow.map((value) => value / length);
  });
  const cosines = arrows.flatMap((x, i) => arrows.slice(i + 1).map((y) => dot(x, y)));
  return cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
}

testLooks(
  async (page, locale) => {
    await page.goto(`/${locale}/lessons/analogies#figure=scores&among=2`);
    await expect(figure(page, 'ask').getByTestId('lengths')).toBeVisible();
    for (const id of ['scores', 'relation']) await figure(page, id).scrollIntoViewIfNeeded();
    await expect(figure(page, 'scores').getByTestId('all')).toBeVisible();
    await expect(figure(page, 'relation').getByTestId('relation')).toBeVisible();
    return page;
  },
  async (page, locale) => {
    await openTables(page, locale, ['ask', 'scores', 'relation']);
    await figure(page, 'scores').getByText(say(locale, 'analogy.list-own'), { exact: true }).click();
  },
);
