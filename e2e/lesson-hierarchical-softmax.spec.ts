import type { Locator, Page } from '@playwright/test';
import { formatFixed, formatSigned } from '../src/components/diagrams/formatNumber.ts';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { treeWalkMessages } from '../src/i18n/messages/tree-walk.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { powers, significant } from '../src/instruments/ngrams/format.ts';
import { probabilityText } from '../src/instruments/tree-walk/format.ts';
import { WALK_TABLE, type WalkSettings, walkConfig } from '../src/instruments/tree-walk/settings.ts';
import { treeFacts } from '../src/lessons/hierarchical-softmax/figures/facts.ts';
import { createRandom } from '../src/models/random.ts';
import { bestLeaves } from '../src/models/softmax/best-leaves.ts';
import {
  hierarchicalLossAndGradients,
  leafLogProbabilities,
  leafLogProbability,
  type TreeScores,
  walkTree,
} from '../src/models/softmax/hierarchical.ts';
import { huffmanTree } from '../src/models/softmax/huffman.ts';
import { depthOf } from '../src/models/softmax/tree.ts';
import { readText } from '../src/models/word2vec/read-text.ts';
import { createWord2vecTrainer } from '../src/models/word2vec/trainer.ts';
import { fallbackState, writeFragment } from '../src/url/fragment.ts';
import { expect, rarely, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

type Own = keyof typeof treeWalkMessages.en;
const say = (locale: Locale, code: MessageCode | Own, values?: MessageValues): string =>
  translate<Own>(locale, code, values, treeWalkMessages);
const figure = (page: Page, id: string): Locator => page.locator(`figure#${id}`);

/** A small sea, in words that every machine cuts alike: frequent ones, and rare ones deep in the tree. */
function ownText(): string {
  const random = createRandom(4);
  const words =
    'the whale white sea ship a of old captain and harpoon wind boat deep night storm durian sailor'.split(
      ' ',
    );
  const line = () =>
    Array.from({ length: 9 }, () => words[Math.floor(words.length * random.next() ** 3)]).join(' ');
  return Array.from({ length: 24 }, line).concat('white whale', 'durian ship').join('\n');
}

const SETTINGS: WalkSettings = {
  ...fallbackState(WALK_TABLE),
  source: 'own',
  ownText: ownText(),
  ends: 'lines',
  minCount: 1,
  dimensions: 6,
  part: 'all',
  learningRate: 0.5,
  epochs: 200,
  context: 'white',
  target: 'whale',
};

/** The same run by the reference, to its end. */
function trainedHere() {
  const { text, ...rest } = { text: SETTINGS.ownText, level: 'word', ends: 'lines' } as const;
  const reading = readText(text, { ...rest, minCount: 1, words: SETTINGS.words });
  let step = reading.next();
  while (!step.done) step = reading.next();
  if (!step.value.ok) throw new Error(step.value.failure.code);
  const { corpus, words } = step.value.read;
  const config = walkConfig(SETTINGS, { ...rest, text, minCount: 1, words: SETTINGS.words });
  if (config.method.kind !== 'word2vec') throw new Error('no word2vec');
  const tree = huffmanTree(corpus.counts);
  const { kind: _, ngrams: __, ...method } = config.method;
  const trainer = createWord2vecTrainer(corpus, {
    ...method,
    output: { kind: 'hierarchical', tree },
    dimensions: config.dimensions,
    learningRate: config.learningRate,
    floor: 1e-4,
    seed: config.seed,
  });
  while (!trainer.isDone()) trainer.step();
  const d = config.dimensions;
  const { input, output } = trainer.state;
  return {
    words,
    tree,
    /** Scores given a word; h is live. */
    given: (word: string): TreeScores => {
      const id = words.indexOf(word);
      return { tree, vectors: output, hidden: input.subarray(id * d, id * d + d) };
    },
  };
}
type Trained = ReturnType<typeof trainedHere>;

/** One step of gradient descent on a pair, in place. Returns the nodes that moved. */
function learnHere({ words }: Trained, scores: TreeScores, target: string, rate: number): number {
  const before = scores.vectors.slice();
  const gradients = new Float64Array(scores.vectors.length);
  const back = new Float64Array(scores.hidden.length);
  hierarchicalLossAndGradients(scores, words.indexOf(target), gradients, back);
  gradients.forEach((gradient, i) => {
    scores.vectors[i] = (scores.vectors[i] ?? 0) - rate * gradient;
  });
  back.forEach((gradient, j) => {
    scores.hidden[j] = (scores.hidden[j] ?? 0) - rate * gradient;
  });
  const d = back.length;
  return new Set(
    Array.from(before, (value, i) => (value === scores.vectors[i] ? -1 : Math.floor(i / d))).filter(
      (row) => row >= 0,
    ),
  ).size;
}

async function choose(shown: Locator, locale: Locale, role: 'context' | 'target', typed: string) {
  const field = shown.getByRole('combobox', { name: say(locale, `treewalk.${role}`) });
  await field.click();
  await field.fill(typed);
  await field.press('Enter');
}

const open = async (page: Page, locale: Locale, settings: WalkSettings) => {
  await page.goto(
    `/${locale}/lessons/hierarchical-softmax?backend=js${writeFragment(WALK_TABLE, 'walk', settings)}`,
  );
  return figure(page, 'walk');
};

for (const locale of ['en', 'zh'] as const) {
  test(`the path is the probability, as the reference computes it, ${locale}${rarely(locale === 'zh')}`, async ({
    page,
  }) => {
    const trained = trainedHere();
    const { words, tree } = trained;
    const shown = await open(page, locale, SETTINGS);

    /** Headline, product, table, sum and search of a pair. */
    const shows = async (context: string, target: string) => {
      const scores = trained.given(context);
      const leaf = words.indexOf(target);
      const steps = walkTree(scores, leaf);
      const p = Math.exp(leafLogProbability(scores, leaf));
      await expect(shown.getByTestId('p')).toHaveText(probabilityText(p));
      await expect(shown.getByTestId('partial')).toHaveText(probabilityText(steps.at(-1)?.product ?? 1));
      expect(steps.at(-1)?.product).toBeCloseTo(p, 12);
      const rows = shown.getByTestId('path').locator('tbody tr');
      await expect(rows.locator('th')).toHaveText(steps.map(({ node }) => String(node)));
      await expect(rows.locator('td:nth-child(3)')).toHaveText(
        steps.map(({ score }) => formatSigned(score, 3)),
      );
      await expect(rows.locator('td:nth-child(4)')).toHaveText(
        steps.map(({ probability }) => formatFixed(probability, 4)),
      );
      const all = leafLogProbabilities(scores).map(Math.exp);
      expect(all.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
      await expect(shown.getByTestId('sum')).toContainText('1.000000');
      await expect(shown.getByTestId('leaves')).toContainText('100.0000 %');
      const [best] = bestLeaves(scores);
      await expect(shown.getByTestId('search')).toContainText(
        say(locale, 'treewalk.search-found', {
          visited: best?.visited ?? 0,
          nodes: tree.leaves - 1,
          share: `${significant((100 * (best?.visited ?? 0)) / (tree.leaves - 1), 2)} %`,
          word: words[best?.leaf ?? 0] ?? '',
          probability: powers(Math.exp(best?.logProbability ?? 0), 3),
        }),
      );
      return { steps, scores, depth: depthOf(tree, leaf) };
    };
    // Trained to the end, which takes the reference a moment.
    await shows('white', 'whale');
    await choose(shown, locale, 'context', 'ship');
    await choose(shown, locale, 'target', 'duri');
    const { steps, scores, depth } = await shows('ship', 'durian');

    // Down the path by keys.
    const stepper = shown.getByRole('group', { name: say(locale, 'treewalk.stepper') });
    await stepper.getByRole('button', { name: say(locale, 'treewalk.root') }).press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(stepper.getByRole('status')).toHaveText(
      say(locale, 'treewalk.place', { at: 2, count: depth }),
    );
    await expect(shown.getByTestId('partial')).toHaveText(probabilityText(steps[1]?.product ?? 1));
    await page.keyboard.press('End');

    // One node's numbers; then the pair is learnt once, and only its path moves.
    const [first] = steps;
    await shown
      .getByRole('button', { name: say(locale, 'treewalk.open-node', { node: first?.node ?? 0, at: 1 }) })
      .click();
    await expect(shown.getByTestId('node-detail').locator('tbody tr')).toHaveCount(6);
    await expect(shown.getByTestId('node-detail')).toContainText(formatFixed(first?.score ?? 0, 4));
    await shown.getByRole('button', { name: say(locale, 'treewalk.learn') }).click();
    const moved = learnHere(trained, scores, 'durian', SETTINGS.rate);
    expect(moved).toBe(depth);
    await shows('ship', 'durian');
    await expect(shown.getByTestId('moved')).toHaveText(
      say(locale, 'treewalk.moved-pair', {
        moved,
        of: tree.leaves - 1,
        still: tree.leaves - 1 - moved,
        words: 2,
      }),
    );
    await expect(page).toHaveURL(/#figure=walk&.*to=durian/);

    const depths = page.locator('[data-checkpoint="depth-the"]');
    await depths.getByRole('textbox').fill(String(treeFacts().the.depth));
    await depths.getByRole('button', { name: say(locale, 'check.submit') }).click();
    await expect(depths.getByRole('status')).toHaveText(say(locale, 'check.right'));
  });
}

testLooks(
  async (page, locale) => {
    const shown = await open(page, locale, { ...SETTINGS, open: 1 });
    await expect(shown.getByTestId('search')).toBeVisible();
    return shown;
  },
  async (shown, locale) => {
    await shown.getByRole('button', { name: say(locale, 'treewalk.setup') }).click();
    await shown.getByRole('button', { name: say(locale, 'figure.table') }).click();
  },
);
