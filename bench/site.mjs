// @ts-check
/** The built notebook, served to a browser that a benchmark drives: built once, however many benchmarks ask. */
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findBrowser } from '../scripts/browser.mjs';
import { buildKernels } from '../scripts/build-kernels.mjs';
import { prepareCorpora } from '../scripts/prepare-corpora.mjs';

const FOLDER = 'test-results/bench-dist';

/** @typedef {{ address: string, launch: (args?: readonly string[]) => Promise<import('playwright').Browser> }} Site */

/** @type {Promise<Site> | null} */
let site = null;

/** Its address ends with a slash. The server lives as long as the process. @param {(line: string) => void} say */
export function openSite(say) {
  site ??= createSite(say);
  return site;
}

/** @param {(line: string) => void} say @returns {Promise<Site>} */
async function createSite(say) {
  say('building …');
  prepareCorpora();
  await buildKernels();
  await build({ logLevel: 'error', build: { outDir: FOLDER, emptyOutDir: true } });
  const server = await preview({ build: { outDir: FOLDER }, preview: { port: 0 }, logLevel: 'error' });
  const { path } = await findBrowser(process.env, say);
  const launch = (/** @type {readonly string[]} */ args = []) =>
    chromium.launch({
      executablePath: path,
      args: ['--no-sandbox', '--disable-background-networking', ...args],
    });
  return { address: server.resolvedUrls?.local[0] ?? '', launch };
}
