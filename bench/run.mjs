// @ts-check
/**
 * `npm run bench [-- --only NAME] [-- --json]`: every benchmark, or one. A benchmark is a file beside this one that exports
 * `name`, `about` and `run(say): Promise<Row[]>`; ratios are against a peer measured in the same run, because machines are noisy.
 */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildKernels } from '../scripts/build-kernels.mjs';

/**
 * @typedef {{ bench: string, setting: string, tier: string, median_ms: number, peer: string | null,
 *   peer_median_ms: number | null, ratio: number | null, runs: number }} Row
 * @typedef {{ name: string, about: string, run: (say: (line: string) => void) => Promise<Row[]> }} Bench
 */

const asJson = process.argv.includes('--json');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt >= 0 ? process.argv[onlyAt + 1] : null;

/** @returns {Promise<Bench[]>} */
async function benches() {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.bench.mjs'));
  return Promise.all(files.sort().map((file) => import(`./${file}`)));
}

/** @param {Row} row */
const line = (row) =>
  [
    row.bench.padEnd(12),
    row.setting.padEnd(46),
    row.tier.padEnd(7),
    `${row.median_ms.toFixed(2)} ms`.padStart(12),
    row.peer ? `  ${row.peer} ${row.peer_median_ms?.toFixed(2)} ms, ratio ${row.ratio?.toFixed(2)}` : '',
  ].join(' ');

await buildKernels();
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
for (const bench of chosen) {
  if (!asJson) console.log(`${bench.name}: ${bench.about}`);
  for (const row of await bench.run((text) => console.error(text)))
    console.log(asJson ? JSON.stringify(row) : line(row));
  if (!asJson) console.log('');
}
process.exit(0);
