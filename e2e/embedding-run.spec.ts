import type { Page } from '@playwright/test';
import { EMBEDDING_CONFIG } from '../src/gallery/embeddingConfig.ts';
import { embeddingMessages } from '../src/i18n/messages/embeddings.ts';
import { translate } from '../src/i18n/translate.ts';
import { huffmanTree } from '../src/models/softmax/huffman.ts';
import { readText } from '../src/models/word2vec/read-text.ts';
import { createWord2vecTrainer } from '../src/models/word2vec/trainer.ts';
import { expect, expectAccessible, test } from './support.ts';

const say = (code: string, values = {}) => translate<string>('en', code, values, embeddingMessages);
const kind = { kind: 'word2vec' };

// The crash is planted.
test.use({ expectedErrors: /planted/ });

/** What the readable trainer makes of the same config: the words nearest to "king". */
function nearestByReference(): readonly { readonly word: string; readonly cosine: number }[] {
  const { source, method, dimensions: d, learningRate, seed } = EMBEDDING_CONFIG;
  if (method.kind !== 'word2vec') throw new Error('another method');
  const work = readText(source.text, source);
  let turn = work.next();
  while (!turn.done) turn = work.next();
  if (!turn.value.ok) throw new Error(turn.value.failure.code);
  const { words, counts, corpus } = turn.value.read;
  const output = { kind: 'hierarchical', tree: huffmanTree(counts) } as const;
  const trainer = createWord2vecTrainer(corpus, {
    ...method,
    output,
    dimensions: d,
    learningRate,
    seed,
    floor: 1e-4,
  });
  while (!trainer.isDone()) trainer.step();
  const row = (id: number) => trainer.state.input.subarray(id * d, id * d + d);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  const king = row(words.indexOf('king'));
  return words
    .map((word, id) => ({
      word,
      cosine: dot(row(id), king) / Math.sqrt(dot(row(id), row(id)) * dot(king, king)),
    }))
    .filter(({ word }) => word !== 'king')
    .sort((a, b) => b.cosine - a.cosine);
}

function figure(page: Page) {
  const status = page.getByTestId('embedding-status');
  return {
    status,
    phase: (phase: string) => expect(status).toHaveAttribute('data-phase', phase),
    step: async () => Number(await status.getAttribute('data-step')),
    button: (code: string) => page.getByRole('button', { name: say(code, kind), exact: true }),
    pace: page.getByLabel(say('embeddings.pace')),
    nearest: page.getByTestId('nearest'),
    header: page.locator('header').first(),
  };
}

test('a run of word vectors: by the sentence, slowly, over a crash and a reload, to its end, and again', async ({
  page,
}) => {
  await page.goto('/en/gallery/embedding-run');
  const live = figure(page);
  await live.phase('paused');
  await expect(live.header).toContainText('WASM');
  for (let step = 1; step <= 3; step++) {
    await live.button('embeddings.once-label').click();
    await expect.poll(live.step).toBe(step);
  }

  await live.pace.selectOption('100');
  await live.button('embeddings.start').click();
  await expect.poll(live.step).toBeGreaterThan(10);
  await expect(live.header).toContainText(/WASM.*words\/s/s);
  const worker = page.workers().find((each) => each.url().includes('embeddings'));
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  await expect(page.getByRole('status').filter({ hasText: 'WASM' }).first()).toContainText('TypeScript');
  await expect(live.header).toContainText('TypeScript');
  await expect.poll(live.step).toBeGreaterThan(20);
  await live.button('embeddings.pause').click();
  await live.phase('paused');
  // Until the last frame and the last checkpoint are there.
  await page.waitForTimeout(400);
  const step = await live.step();
  await page.reload();
  await live.phase('paused');
  await expect.poll(live.step).toBe(step);
  await expect(live.header).toContainText('TypeScript');
  await live.button('embeddings.reset').click();
  await expect.poll(live.step).toBe(0);
  await expect(live.header).toContainText('WASM');

  await live.pace.selectOption('max');
  await live.button('embeddings.start').click();
  await live.phase('done');
  const shown = (await live.nearest.textContent()) ?? '';
  const found = [...shown.matchAll(/(\p{L}+) (-?\d\.\d\d)/gu)].map(([, word, cosine]) => ({ word, cosine }));
  expect(found).toHaveLength(3);
  const expected = nearestByReference();
  found.forEach(({ word, cosine }, i) => {
    expect(word).toBe(expected[i]?.word);
    expect(Math.abs(Number(cosine) - (expected[i]?.cosine ?? 9))).toBeLessThan(0.011);
  });
  await live.button('embeddings.again').click();
  await expect(live.button('embeddings.again')).toBeVisible();
  await live.phase('done');
  await expect(live.nearest).toHaveText(shown);

  await page.getByRole('textbox', { name: say('embeddings.seed') }).fill('5');
  await page.keyboard.press('Enter');
  // Another run takes the place of one that is over, and trains as that one did.
  await expect(live.nearest).toHaveText(/king: \S/);
  await expect(live.nearest).not.toHaveText(shown);
  await live.phase('done');
  await expectAccessible(page, 'main');
});
