// @ts-check
/**
 * `npm test`: everything, in the order in which failures are cheapest: types, lint, import rules, unit tests, build, end-to-end
 * tests in a real browser. Prints the counts of both runners as its last line.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { findBrowser, softwareVulkanEnvironment } from './browser.mjs';
import { buildKernels } from './build-kernels.mjs';
import { costsOf } from './e2e-costs.mjs';
import { prepareCorpora } from './prepare-corpora.mjs';

const deep = process.argv.includes('--deep');

/** @param {string} name @param {string[]} command @param {NodeJS.ProcessEnv} [env] */
function run(name, command, env = {}) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const [program, ...args] = command;
  const done = spawnSync('npx', ['--no-install', String(program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(
    `== ${name}: ${done.status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
  return done.status === 0;
}

/** A port that is free now. @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} file @param {(json: any) => Counts} read @returns {Counts} */
function counts(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const unitCounts = () =>
  counts('test-results/unit.json', (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + (json.numTodoTests ?? 0),
  }));
const browserCounts = () =>
  counts('test-results/e2e.json', ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));

/** Where the time of the end-to-end tests went; empty when they left no report. */
function costs() {
  try {
    return costsOf(JSON.parse(readFileSync('test-results/e2e.json', 'utf8')));
  } catch {
    return '';
  }
}

/** @param {Counts[]} all */
function closingLine(all) {
  const sum = (/** @type {keyof Counts} */ key) => all.reduce((total, one) => total + one[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
prepareCorpora();
await buildKernels();
const browser = await findBrowser();
const vulkan = softwareVulkanEnvironment(browser.path);
const env = { CHROMIUM_PATH: browser.path, ...(deep ? { DEEP: '1' } : {}) };

const checks = [
  run('types', ['tsc', '-p', '.']),
  run('lint', ['biome', 'ci', '--error-on-warnings']),
  run('import rules', ['node', 'scripts/import-rules/check.mjs']),
];
const unit = [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-results/unit.json',
];
const unitOk = run('unit tests', unit, { ...env, ...vulkan });
const built = run('build', ['vite', 'build', '--logLevel', 'warn']);
const browserOk =
  built && run('end-to-end tests', ['playwright', 'test'], { ...env, E2E_PORT: String(await freePort()) });

const ok = checks.every(Boolean) && unitOk && built && browserOk;
console.log(ok ? '\nEverything passed.' : '\nSomething failed: see the lines marked FAILED above.');
if (built) console.log(costs());
const results = [unitCounts(), browserCounts()];
if (!checks.every(Boolean))
  results.push({ passed: 0, failed: checks.filter((one) => !one).length, skipped: 0 });
console.log(closingLine(results));
process.exit(ok ? 0 : 1);
