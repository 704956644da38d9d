// @ts-check
/**
 * Seconds of t-SNE on the built-in vectors and the divergence that it ends at: ours against the JavaScript packages that are alive, by
 * turns on one thread, and ours alone where they would take hours.
 */
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildKernels } from '../scripts/build-kernels.mjs';
import { busyNote } from './busy.mjs';

/** @typedef {import('./tsne/contest.ts').Measured} Measured */

export const name = 'tsne';
export const about = 't-SNE of the built-in vectors, perplexity 30, 1,000 iterations, one thread';

const FOLDER = 'test-results/bench-tsne';
const SEEDS = [1, 2, 3, 4, 5];

/** @returns {Promise<typeof import('./tsne/contest.ts')>} */
async function openContest() {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'bench/tsne/contest.ts', outDir: FOLDER, emptyOutDir: true, target: 'node20' },
  });
  return import(pathToFileURL(`${FOLDER}/contest.js`).href);
}

const thousands = (/** @type {number} */ n) => n.toLocaleString('en');

/** @param {Measured} one @param {number} n @param {Measured | null} peer @returns {import('./run.mjs').Row} */
function rowOf(one, n, peer) {
  const divergence = one.divergence === null ? '' : `, KL ${one.divergence.toFixed(3)}`;
  return {
    bench: name,
    setting: `${one.of}: ${thousands(n)} words, an iteration${divergence}`,
    tier: one.tier,
    median_ms: one.ms / one.iterations,
    peer: peer ? peer.of : null,
    peer_median_ms: peer ? peer.ms / peer.iterations : null,
    ratio: peer ? peer.ms / one.ms : null,
    runs: one.iterations,
  };
}

/** @param {Measured} one @param {number} n @param {number | null} ratio */
function tableRow(one, n, ratio) {
  const seconds = (/** @type {number} */ ms) => (ms / 1000).toFixed(1);
  const cells = [
    thousands(n),
    one.of,
    one.before > 0 ? seconds(one.before) : '–',
    seconds((one.ms * 1000) / one.iterations),
    one.iterations === 1000 ? (one.divergence?.toFixed(3) ?? '–') : '–',
    ratio === null ? '' : `${ratio.toFixed(1)} ×`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {(line: string) => void} say @param {(row: import('./run.mjs').Row) => void} emit */
export async function run(say, emit) {
  say('building …');
  await buildKernels();
  const { alone, contest } = await openContest();
  const module = await WebAssembly.compile(
    await readFile(new URL('../src/kernels/wasm/build/tsne-simd.wasm', import.meta.url)),
  );
  const busy = await busyNote();
  const lines = [
    '| words | | neighbours and P, s | 1,000 iterations, s | KL against its P | ours is faster by |',
    '|---|---|---|---|---|---|',
  ];
  const together = await contest(module, 2000, say);
  const [own, ...peers] = together;
  if (!own) throw new Error('nobody took part');
  emit(
    rowOf(
      own,
      2000,
      peers.reduce((best, one) => (one.ms < best.ms ? one : best)),
    ),
  );
  for (const one of peers) emit(rowOf(one, 2000, null));
  for (const one of together) lines.push(tableRow(one, 2000, one === own ? null : one.ms / own.ms));
  const runs = SEEDS.map((seed) => alone(module, 10_000, 1000, seed));
  const [first] = runs;
  if (first) {
    const average = {
      ...first,
      ms: mean(runs.map(({ ms }) => ms)),
      divergence: mean(runs.map((one) => one.divergence ?? 0)),
    };
    emit(rowOf(average, 10_000, null));
    lines.push(tableRow({ ...average, of: 'Unrolled, mean of five seeds' }, 10_000, null));
  }
  for (const [n, iterations] of [
    [20_000, 1000],
    [50_000, 400],
  ]) {
    const one = alone(module, n ?? 0, iterations ?? 0, 1);
    emit(rowOf(one, n ?? 0, null));
    lines.push(tableRow(one, n ?? 0, null));
  }
  const processor = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`;
  const text = `${processor}; Node ${process.version}.${busy} Seconds are the processor's, of one thread. Beyond 20,143 words they repeat with noise.`;
  return `${text}\n\n${lines.join('\n')}`;
}
