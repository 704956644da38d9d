// @ts-check
/**
 * `npm run bench [-- --only NAME] [-- --json] [-- --write]`: every benchmark, or one. A benchmark is a file beside this one that
 * exports `name`, `about` and `run(say, emit)`; ratios are against a peer measured in the same run, because machines are noisy.
 * `--json` prints one object a line. `--write` puts the tables into the README.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { replaceBetweenMarkers } from './markers.mjs';

/**
 * @typedef {{ bench: string, setting: string, tier: string, median_ms: number | null, peer: string | null,
 *   peer_median_ms: number | null, ratio: number | null, runs: number, gflops?: number | null, spread?: number | null,
 *   problem?: string | null }} Row
 * @typedef {(say: (line: string) => void, emit: (row: Row) => void) => Promise<string | null>} Run resolves with what the README
 *   is to say, if it is to say anything
 * @typedef {{ name: string, about: string, run: Run }} Bench
 */

const README = new URL('../README.md', import.meta.url);
const asJson = process.argv.includes('--json');
const writes = process.argv.includes('--write');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt >= 0 ? process.argv[onlyAt + 1] : null;

/** @returns {Promise<Bench[]>} */
async function benches() {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.bench.mjs'));
  return Promise.all(files.sort().map((file) => import(`./${file}`)));
}

const ms = (/** @type {number | null} */ value) => (value === null ? '–' : `${value.toFixed(2)} ms`);

/** @param {Row} row */
const line = (row) =>
  [
    row.bench.padEnd(5),
    row.setting.padEnd(62),
    row.tier.padEnd(7),
    ms(row.median_ms).padStart(12),
    row.gflops ? `${row.gflops.toFixed(1)} GFLOP/s`.padStart(13) : ''.padStart(13),
    row.peer ? `  ${row.peer} ${ms(row.peer_median_ms)}, ratio ${row.ratio?.toFixed(2) ?? '–'}` : '',
    row.problem ? `  (${row.problem})` : '',
  ].join(' ');

const all = await benches();
const chosen = all.filter(({ name }) => only === null || name === only);
if (chosen.length === 0) {
  console.error(`No benchmark is named ${only}. There are: ${all.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
if (!asJson)
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}\n`,
  );
for (const { name, about, run } of chosen) {
  if (!asJson) console.log(`${name}: ${about}`);
  const print = (/** @type {Row} */ row) => console.log(asJson ? JSON.stringify(row) : line(row));
  const table = await run((text) => console.error(text), print);
  if (writes && table !== null)
    writeFileSync(README, replaceBetweenMarkers(readFileSync(README, 'utf8'), name, table));
  if (!asJson) console.log('');
}
process.exit(0);
