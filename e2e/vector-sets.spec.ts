import type { Page } from '@playwright/test';
import { vectorsMessages } from '../src/i18n/messages/vectors.ts';
import { translate } from '../src/i18n/translate.ts';
import { expect, test } from './support.ts';

type Code = keyof (typeof vectorsMessages)['en'];
const say = (code: Code, values = {}) => translate('en', code, values, vectorsMessages);

/** A file as somebody else's program writes it: a header, and one line of nine words that lacks a number. */
const VEC = [
  '9 3',
  ...'the of and to a 鲸 <b>b</b> constructor'.split(' ').map((word, i) => `${word} ${i} ${-i}.5 1e-${i}`),
  'ragged 1 2',
  '',
].join('\n');
const fileOf = (name: string, body: string) => ({ name, mimeType: '', buffer: Buffer.from(body) });

function source(page: Page) {
  const root = page.getByRole('region', { name: say('vectors.title'), exact: true });
  const button = (code: Code, values = {}) =>
    root.getByRole('button', { name: say(code, values), exact: true });
  return {
    root,
    button,
    pick: (name: string, body: string) => root.locator('input[type=file]').setInputFiles(fileOf(name, body)),
    /** The facts of the open set. */
    facts: root.locator('p').first(),
  };
}

async function open(page: Page) {
  await page.goto('/en/gallery/vectors-source');
  const found = source(page);
  await found.button('vectors.glove').waitFor();
  return found;
}

/** Bytes of the page and its workers, garbage collected first; the memory of a kernel is none of them. */
const liveBytes = (page: Page) =>
  page.evaluate(async () => {
    const { performance: clock } = globalThis as unknown as {
      performance: { measureUserAgentSpecificMemory?(): Promise<{ readonly bytes: number }> };
    };
    return (await clock.measureUserAgentSpecificMemory?.())?.bytes ?? Number.NaN;
  });

test('one set is open, in one worker, whatever becomes of the next one; an address that was not typed is asked for first', async ({
  page,
  baseURL,
}) => {
  const { root, button, pick, facts } = await open(page);
  expect(page.workers()).toHaveLength(0);
  await button('vectors.glove').click();
  await expect(facts).toContainText('20,143 × 100');
  await expect(facts).toContainText(say('vectors.int8'));
  const [first] = page.workers();

  await pick('paper.pdf', '%PDF-1.5\n%âãÏÓ');
  await expect(root.getByRole('alert')).toContainText(say('vectors.faulty', { name: 'paper.pdf' }));
  await expect(root.getByRole('alert')).toContainText(say('vectors.stays'));
  await expect(facts).toContainText('20,143 × 100');
  expect(page.workers()).toEqual([first]);
  await root
    .getByRole('alert')
    .getByRole('button', { name: say('vectors.close') })
    .click();

  await pick('mine.vec', VEC);
  await expect(facts).toContainText('8 × 3');
  await expect(root.getByText(say('vectors.flaws', { count: 1 }))).toBeVisible();
  await root.getByText(say('vectors.flaws', { count: 1 })).click();
  await expect(root.getByRole('listitem').filter({ hasText: 'line 10' })).toContainText('2 numbers where 3');
  // Ending a worker takes a moment.
  await expect.poll(() => page.workers().length).toBe(1);
  expect(page.workers()).not.toContain(first);

  await root.getByText(say('vectors.options')).click();
  await root.getByText(say('vectors.keep-first')).click();
  await root.getByLabel(say('vectors.most')).fill('5');
  await button('vectors.options-again', { name: 'mine.vec' }).click();
  await expect(facts).toContainText(say('vectors.first-of', { kept: '5', all: '9' }));

  await page.evaluate((body) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([body], 'dropped.vec'));
    const target = document.querySelector('footer') ?? document.body;
    for (const type of ['dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, VEC);
  await expect(facts).toContainText('dropped.vec');

  const fetched: string[] = [];
  await page.route('**/made/far.vec', (route) => {
    fetched.push(route.request().url());
    return route.fulfill({ body: VEC.replaceAll('鲸', '鯨'), contentType: 'text/plain' });
  });
  const url = `${baseURL}/made/far.vec`;
  const paste = () =>
    page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, url);
  const consent = root.getByRole('alertdialog');
  await paste();
  await expect(consent).toContainText(url);
  await consent.getByRole('button', { name: say('vectors.ask-no') }).click();
  await expect(consent).toHaveCount(0);
  expect(fetched).toEqual([]);
  await paste();
  await consent.getByRole('button', { name: say('vectors.ask-yes') }).click();
  await expect(facts).toContainText('far.vec');
  expect(fetched).toHaveLength(1);

  await root.getByLabel(say('vectors.url')).fill('far.vec');
  await button('vectors.url-open').click();
  await expect(root.getByRole('alert')).toHaveText(say('vectors.url-bad'));
});

test('a set is kept only if the reader says so, and is there again after a reload', async ({ page }) => {
  const { button, pick, facts } = await open(page);
  await pick('<i>mine</i>.vec', VEC);
  await button('vectors.remember').click();
  await expect(page.getByText(say('vectors.remembered'))).toBeVisible();
  await page.reload();
  const again = source(page);
  await again.button('vectors.use-named', { name: '<i>mine</i>.vec' }).click();
  await expect(facts).toContainText('<i>mine</i>.vec');
  await expect(facts).toContainText('8 × 3');
  await expect(facts).toContainText(say('vectors.float32'));
  await button('vectors.remove-named', { name: '<i>mine</i>.vec' }).click();
  await again.root.getByRole('button', { name: new RegExp(say('vectors.remove-question')) }).click();
  await expect(button('vectors.use-named', { name: '<i>mine</i>.vec' })).toHaveCount(0);
});

test('@deep sets that were opened and closed leave no worker and no memory behind', async ({ page }) => {
  test.setTimeout(180_000);
  const { button, pick, facts } = await open(page);
  const big = `${Array.from({ length: 30_000 }, (_, i) => `w${i} ${Array.from({ length: 50 }, (__, k) => Math.sin(i + k).toFixed(5)).join(' ')}`).join('\n')}\n`;
  const openBoth = async () => {
    await pick('big.txt', big);
    await expect(facts).toContainText('30,000 × 50');
    await button('vectors.glove').click();
    await expect(facts).toContainText('20,143 × 100');
  };
  // The code is warm, and what stays is one built-in set.
  await openBoth();
  const before = await liveBytes(page);
  for (let turn = 0; turn < 5; turn += 1) await openBoth();
  await expect.poll(() => page.workers().length).toBe(1);
  const after = await liveBytes(page);
  // One of the closed sets alone has six megabytes of rows and two of words.
  expect(after - before).toBeLessThan(3_000_000);
});
