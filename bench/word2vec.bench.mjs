// @ts-check
/**
 * Words a second of word2vec: our kernels against plain JavaScript, each in a worker of its own in a headless browser, by turns.
 */
import { cpus } from 'node:os';
import { buildKernels } from '../scripts/build-kernels.mjs';
import { prepareCorpora } from '../scripts/prepare-corpora.mjs';
import { busyNote } from './busy.mjs';
import { drivePage } from './drive-page.mjs';

/** @typedef {import('./word2vec/page.ts').News} News */

export const name = 'word2vec';
export const about =
  'words a second, d = 100, window 5, min-count 5, both English corpora: ours against plain JavaScript';

/** @param {News['rows'][number]} one @param {News['rows']} all @returns {import('./run.mjs').Row} */
function rowOf(one, all) {
  const peer = all.find(({ of }) => of === one.of) ?? one;
  const differs = `learns something else: loss ${one.loss.toFixed(3)} against ${peer.loss.toFixed(3)}`;
  return {
    bench: name,
    setting: `${one.of}, 1,000 words`,
    tier: one.name,
    median_ms: 1e6 / one.speed,
    peer: one === peer ? null : peer.name,
    peer_median_ms: 1e6 / peer.speed,
    ratio: one.ratio,
    runs: one.runs,
    spread: one.spread,
    problem: one.ratio === null ? differs : null,
  };
}

/** @param {(line: string) => void} say @param {(row: import('./run.mjs').Row) => void} emit */
export async function run(say, emit) {
  const busy = await busyNote();
  prepareCorpora();
  await buildKernels();
  /** @type {News} */
  const { machine, words, vocabulary, rows, table } = await drivePage('word2vec', say);
  for (const one of rows) emit(rowOf(one, rows));
  const processor = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`;
  const text = `${words.toLocaleString('en')} words, ${vocabulary.toLocaleString('en')} different ones`;
  return `${processor}; ${machine.browser}, headless; ${machine.date}; ${text}.${busy}\n\n${table}`;
}
