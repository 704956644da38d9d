// @ts-check
/** The page while it trains: the longest task on the main thread, and how soon a click and a key are answered. */
import { median } from './measure.mjs';
import { openSite } from './site.mjs';

export const name = 'page';
export const about =
  'the LSTM lesson in a browser: main-thread tasks and answers while the network trains (no peer)';

const RUNS = 3;
const TRAINING_MS = 8000;

/**
 * Runs in the page: notes its long tasks (the browser reports those of 50 ms and more), and of every click and key the
 * milliseconds until the page has drawn again.
 */
function watchPage() {
  const tasks = /** @type {number[]} */ ([]);
  const answers = /** @type {Record<string, number>} */ ({});
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  for (const type of ['click', 'keydown']) {
    const note = (/** @type {Event} */ { timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => (answers[type] = performance.now() - timeStamp)));
    document.addEventListener(type, note, { capture: true });
  }
  Object.assign(globalThis, { watched: { tasks, answers } });
}

/** @param {import('playwright').Page} page @returns {Promise<number[]>} */
const takeLongTasks = (page) => page.evaluate(() => /** @type {any} */ (globalThis).watched.tasks.splice(0));

/**
 * Milliseconds from the press to the end of the next drawing of the page, measured inside the page.
 * @param {import('playwright').Page} page
 * @param {'click' | 'keydown'} type
 * @param {() => Promise<void>} act
 */
async function answerTime(page, type, act) {
  await act();
  const answer = await page.waitForFunction(
    (event) => /** @type {any} */ (globalThis).watched.answers[event],
    type,
  );
  return Number(await answer.jsonValue());
}

/** The tier that the run chose for itself, as its badge names it. @param {string} badge */
function tierOf(badge) {
  if (badge.includes('WebGPU')) return 'webgpu';
  return badge.includes('WASM') ? 'wasm' : 'js';
}

/** @param {import('playwright').Browser} browser @param {string} address */
async function measureOnce(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchPage);
  await page.goto(address);
  const figure = page.locator('#live');
  await figure.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await figure.scrollIntoViewIfNeeded();
  const loading = Math.max(0, ...(await takeLongTasks(page)));
  await page.waitForTimeout(TRAINING_MS);
  const training = Math.max(0, ...(await takeLongTasks(page)));
  const cell = figure.locator('[role=gridcell]').first();
  await cell.focus();
  const key = await answerTime(page, 'keydown', () => page.keyboard.press('ArrowRight'));
  const click = await answerTime(page, 'click', () =>
    figure.getByRole('button', { name: 'Pause', exact: true }).click(),
  );
  const badge = await page
    .getByRole('banner')
    .getByRole('button', { name: /WebGPU|WASM|TypeScript|CPU/ })
    .textContent();
  await page.close();
  return { loading, training, key, click, tier: tierOf(badge ?? '') };
}

const SETTINGS = /** @type {const} */ ({
  loading: 'longest task while loading (0: none over 50 ms)',
  training: `longest task in ${TRAINING_MS / 1000} s of training (0: none over 50 ms)`,
  key: 'a key, until the next drawing',
  click: 'a click, until the next drawing',
});

/** @param {(line: string) => void} say @param {(row: import('./run.mjs').Row) => void} emit */
export async function run(say, emit) {
  const site = await openSite(say);
  const browser = await site.launch();
  /** @type {Awaited<ReturnType<typeof measureOnce>>[]} */
  const all = [];
  for (let i = 0; i < RUNS; i++) all.push(await measureOnce(browser, `${site.address}en/lessons/lstm`));
  await browser.close();
  for (const key of /** @type {(keyof typeof SETTINGS)[]} */ (Object.keys(SETTINGS))) {
    emit({
      bench: name,
      setting: SETTINGS[key],
      tier: all[0]?.tier ?? '',
      median_ms: median(all.map((one) => one[key])),
      peer: null,
      peer_median_ms: null,
      ratio: null,
      runs: RUNS,
    });
  }
  return null;
}
