// @ts-check
/** A page of a benchmark, built by itself and run in a headless browser. */
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser } from '../scripts/browser.mjs';

/** Cross-origin isolation, for threads and precise clocks. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Builds `bench/NAME/index.html`, opens it, and calls the function `run` of its global scope with one argument, a function that says
 * how far it is. Resolves with what that returns.
 * @param {string} name
 * @param {(line: string) => void} say
 * @returns {Promise<any>}
 */
export async function drivePage(name, say) {
  say('building …');
  const page = `bench/${name}/index.html`;
  const folder = `test-results/bench-${name}`;
  await build({
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: page } },
  });
  const server = await preview({
    configFile: false,
    build: { outDir: folder },
    preview: { port: 0, headers },
    logLevel: 'error',
  });
  const { path } = await findBrowser(process.env, say);
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  const opened = await browser.newPage();
  await opened.exposeFunction('tell', (/** @type {string} */ of) => say(`${of} …`));
  await opened.goto(`${server.resolvedUrls?.local[0] ?? ''}${page}`);
  await opened.waitForFunction(() => 'runBench' in globalThis);
  const news = await opened.evaluate(() => {
    const { runBench, tell } = /** @type {any} */ (globalThis);
    return runBench(tell);
  });
  await browser.close();
  await server.close();
  return news;
}
