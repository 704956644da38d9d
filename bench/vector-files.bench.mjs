// @ts-check
/**
 * Bytes a second of a GloVe text: our reader against splitting and parseFloat, each in a worker of its own in a headless browser, by
 * turns.
 */
import { cpus } from 'node:os';
import { busyNote } from './busy.mjs';
import { drivePage } from './drive-page.mjs';

/** @typedef {import('./vector-files/page.ts').News} News */

export const name = 'vector-files';
export const about = 'a GloVe .txt of 100,000 words, d = 100: our reader against split and parseFloat';

/** @param {(line: string) => void} say @param {(row: import('./run.mjs').Row) => void} emit */
export async function run(say, emit) {
  const busy = await busyNote();
  /** @type {News} */
  const { machine, words, bytes, rows, table } = await drivePage('vector-files', say);
  const [peer] = rows;
  for (const one of rows) {
    const isSame = peer && one.words === peer.words;
    emit({
      bench: name,
      setting: `${Math.round(bytes / 1e6)} MB`,
      tier: one.name,
      median_ms: one.ms,
      peer: one === peer ? null : 'plain',
      peer_median_ms: peer?.ms ?? null,
      ratio: isSame ? peer.ms / one.ms : null,
      runs: one.runs,
      spread: one.spread,
      problem: isSame ? null : `read ${one.words} words`,
    });
  }
  const processor = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`;
  const size = `${words.toLocaleString('en')} words, ${Math.round(bytes / 1e6)} MB`;
  return `${processor}; ${machine.browser}, headless; ${machine.date}; ${size}.${busy}\n\n${table}`;
}
