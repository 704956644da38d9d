// @ts-check
/**
 * A training step of the character model, ours against TF.js layers: drives the notebook's own page `/en/bench` in a headless
 * browser and passes on what it measures. `--webgpu` checks instead that the WebGPU contestants work on a software adapter, with
 * a tiny network, whose times say nothing.
 */
import { cpus } from 'node:os';
import { busyNote } from './busy.mjs';
import { openSite } from './site.mjs';

/**
 * @typedef {import('./run.mjs').Row} Row
 * @typedef {{ browser: string, date: string, adapter: string | null, softwareAdapter: boolean }} Machine
 * @typedef {{ done: number, total: number, shape: { cell: string, hidden: number } }} Progress
 * @typedef {{ phase: string, reason: string | null, progress: Progress | null, machine: Machine | null, rows: Row[],
 *   tables: Record<string, string> }} News
 */

/** Hardware adapters are found only if headless Chromium is told to look for them. */
const HARDWARE = ['--enable-unsafe-webgpu', '--enable-features=Vulkan'];
const SOFTWARE = [...HARDWARE, '--use-webgpu-adapter=swiftshader'];

/**
 * Runs the page's bench to its end, and hands on all its news.
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {(news: News) => void} onNews
 * @returns {Promise<News>} the last news
 */
async function drivePage(browser, address, onNews) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  /** @type {Promise<News>} */
  const end = new Promise((resolve, reject) => {
    page.on('crash', () => reject(new Error('the page crashed')));
    page.exposeFunction('benchNews', (/** @type {News} */ news) => {
      onNews(news);
      if (news.phase === 'done') resolve(news);
      if (news.phase === 'failed') reject(new Error(news.reason ?? 'the bench failed'));
    });
  });
  await page.addInitScript(() =>
    document.addEventListener('unrolled:bench', (event) =>
      /** @type {any} */ (globalThis).benchNews(/** @type {CustomEvent} */ (event).detail),
    ),
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const last = await end;
  await page.close();
  return last;
}

/** @param {Machine} machine @param {string} busy */
function machineLine({ browser, adapter, softwareAdapter, date }, busy) {
  const processor = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`;
  const gpu = adapter && !softwareAdapter ? adapter : 'no graphics processor';
  return `${processor}, ${gpu}; ${browser}, headless; ${date}.${busy}`;
}

/** @param {'lstm' | 'gru' | 'rnn'} name */
export function recurrentBench(name) {
  const about = `a training step of the character model, ${name.toUpperCase()}: ours against TF.js layers`;
  /** @param {(line: string) => void} say @param {(row: Row) => void} emit */
  const run = async (say, emit) => {
    const software = process.argv.includes('--webgpu');
    const busy = await busyNote();
    const site = await openSite(say);
    const browser = await site.launch(software ? SOFTWARE : HARDWARE);
    const plan = software ? '&quick=1&software=1&with=webgpu,wasm,js,tfjs-layers-webgpu' : '';
    let emitted = 0;
    let match = '';
    const last = await drivePage(browser, `${site.address}en/bench#cells=${name}${plan}`, (news) => {
      for (const row of news.rows.slice(emitted)) emit(row);
      emitted = news.rows.length;
      const { shape, done, total } = news.progress ?? {};
      const now = shape ? `${shape.cell}, hidden ${shape.hidden} (${Number(done) + 1} of ${total}) …` : '';
      if (now !== match) say(now);
      match = now;
    });
    await browser.close();
    if (software || !last.machine) return null;
    return `${machineLine(last.machine, busy)}\n\n${last.tables[name]}`;
  };
  return { name, about, run };
}
