// @ts-check
/** The ten nearest of 400,000 rows: ours against a loop over all of them, each in a worker of its own in a headless browser, by turns. */
import { cpus } from 'node:os';
import { buildKernels } from '../scripts/build-kernels.mjs';
import { busyNote } from './busy.mjs';
import { drivePage } from './drive-page.mjs';

/** @typedef {import('./vector-search/page.ts').News} News */

export const name = 'vector-search';
export const about =
  'the ten nearest of 400,000 rows of 100 numbers by cosine: ours against a loop over all rows';

/** @param {(line: string) => void} say @param {(row: import('./run.mjs').Row) => void} emit */
export async function run(say, emit) {
  await buildKernels();
  const busy = await busyNote();
  /** @type {News} */
  const { machine, words, dimensions, rows, table } = await drivePage('vector-search', say);
  for (const one of rows) {
    const peer = rows.find(({ name, precision }) => name === 'plain' && precision === one.precision);
    const isSame = peer?.found === one.found;
    emit({
      bench: name,
      setting: `${words.toLocaleString('en')} × ${dimensions}, ${one.precision}`,
      tier: one.name,
      median_ms: one.ms,
      peer: one === peer ? null : 'a loop',
      peer_median_ms: peer?.ms ?? null,
      ratio: isSame && peer ? peer.ms / one.ms : null,
      runs: one.runs,
      spread: one.spread,
      problem: isSame ? null : 'finds something else',
    });
  }
  const processor = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`;
  const size = `${words.toLocaleString('en')} rows of ${dimensions} numbers`;
  return `${processor}; ${machine.browser}, headless; ${machine.date}; ${size}.${busy}\n\n${table}`;
}
