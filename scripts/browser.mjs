// @ts-check
/**
 * Finds a Chromium for the browser tests, in this order: CHROMIUM_PATH, Playwright's own, a system browser, else installs
 * one. Says what it did.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @typedef {{ path: string, source: 'CHROMIUM_PATH' | 'playwright' | 'system' }} Found */

/** @param {string} name @returns {string | null} */
function which(name) {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  const path = found.status === 0 ? found.stdout.split(/\r?\n/)[0]?.trim() : '';
  return path ? path : null;
}

/** @returns {Promise<string | null>} */
async function playwrightBrowser() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

const systemBrowser = () =>
  SYSTEM_NAMES.map(which).find((path) => path !== null) ??
  SYSTEM_PATHS.find((path) => existsSync(path)) ??
  null;

/** @param {NodeJS.ProcessEnv} env @returns {Promise<Found | null>} */
async function lookForBrowser(env) {
  const asked = env.CHROMIUM_PATH;
  if (asked) {
    if (!existsSync(asked))
      throw new Error(`CHROMIUM_PATH names ${asked}, where there is no file. Correct or unset it.`);
    return { path: asked, source: 'CHROMIUM_PATH' };
  }
  const own = await playwrightBrowser();
  if (own) return { path: own, source: 'playwright' };
  const system = systemBrowser();
  return system ? { path: system, source: 'system' } : null;
}

/** @param {(line: string) => void} say */
function installBrowser(say) {
  say('no Chromium found: asking Playwright to install its own');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  const own = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  if (own.status === 0) return;
  if (process.getuid?.() !== 0 || !which('apt-get')) {
    throw new Error(
      "Playwright's browser could not be installed. Install Chromium or Chrome, or set CHROMIUM_PATH.",
    );
  }
  say("that failed: installing Debian's chromium and a Chinese font");
  execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit', env });
}

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @param {(line: string) => void} [say]
 * @returns {Promise<Found>}
 */
export async function findBrowser(env = process.env, say = (line) => console.error(`browser: ${line}`)) {
  let found = await lookForBrowser(env);
  if (!found) {
    installBrowser(say);
    found = await lookForBrowser(env);
  }
  if (!found) throw new Error('A browser was installed, but none can be found. Set CHROMIUM_PATH.');
  say(`${found.path} (${found.source})`);
  return found;
}

/** Where the browser's files really are: Debian's /usr/bin/chromium is a shell script that starts another file. @param {string} path */
function browserFolders(path) {
  const real = realpathSync(path);
  const folders = [dirname(real)];
  const script = readFileSync(real).subarray(0, 2).toString() === '#!';
  if (script) folders.push('/usr/lib/chromium', '/usr/lib/chromium-browser', '/opt/google/chrome');
  return folders;
}

/**
 * Environment that lets Dawn for Node use the software Vulkan driver that ships with Chromium; empty if it ships none.
 * @param {string} path the browser
 * @returns {Record<string, string>}
 */
export function softwareVulkanEnvironment(path) {
  for (const folder of browserFolders(path)) {
    const icd = join(folder, 'vk_swiftshader_icd.json');
    if (existsSync(icd)) {
      const library = [folder, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
      return { VK_ICD_FILENAMES: icd, LD_LIBRARY_PATH: library };
    }
  }
  return {};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findBrowser();
  console.log(found.path);
}
