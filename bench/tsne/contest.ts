import { readFileSync } from 'node:fs';
import { kernelAffinities } from '../../src/kernels/wasm/affinities.ts';
import { exactNeighbours, kernelNeighbours } from '../../src/kernels/wasm/neighbours.ts';
import { createTsneKernel } from '../../src/kernels/wasm/tsne.ts';
import { neighbourCount } from '../../src/models/projection/affinities.ts';
import { tsneDefaults } from '../../src/models/projection/tsne.ts';
import { tsneGradient } from '../../src/models/projection/tsne-gradient.ts';
import { randomStart } from '../../src/models/projection/tsne-start.ts';
import type { SparseP } from '../../src/models/projection/tsne-types.ts';
import { createRandom } from '../../src/models/random.ts';
import { readBundle } from '../../src/models/vectors/bundle.ts';
import { openBarnesHut, openDruid, type Peer } from './peers.ts';

export const ITERATIONS = 1000;
const PERPLEXITY = 30;
/** Iterations of one turn. */
const TURN = 50;

export interface Measured {
  readonly of: string;
  readonly tier: string;
  /** Of all iterations. */
  readonly ms: number;
  readonly iterations: number;
  /** Before the first iteration: neighbours, affinities. */
  readonly before: number;
  /** KL(P‖Q) at the end, and against which P. */
  readonly divergence: number | null;
}

/** The first words of the built-in set, as they are, repeated with a little noise where more are asked for. */
export function builtIn(n: number): { vectors: Float32Array; d: number } {
  const read = readBundle(new Uint8Array(readFileSync('public/vectors/glove.vectors')));
  if (!read.ok) throw new Error('the built-in vectors cannot be read');
  const { words, dimensions: d, rows } = read.bundle.table;
  if (rows.precision !== 'int8') throw new Error('the built-in vectors have 8 bits');
  const random = createRandom(1);
  const vectors = Float32Array.from({ length: n * d }, (_, i) => {
    const row = Math.floor(i / d) % words.length;
    const noise = i < words.length * d ? 0 : 0.3 * random.normal();
    return (rows.scales[row] ?? 0) * (rows.codes[row * d + (i % d)] ?? 0) + noise;
  });
  return { vectors, d };
}

function last<T>(work: Generator<number, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Milliseconds of the processor's time: everything here runs on one thread, and others may be busy. */
export function timed<T>(work: () => T): { value: T; ms: number } {
  const started = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(started);
  return { value, ms: (user + system) / 1000 };
}

function ours(module: WebAssembly.Module, P: SparseP, seed: number): Peer {
  const n = P.starts.length - 1;
  const engine = createTsneKernel(module, P, tsneDefaults, randomStart(n, 2, createRandom(seed)));
  return { step: (count) => void engine.step(count), positions: () => engine.positions() };
}

/** Everyone by turns on the same P and start (Barnes–Hut takes neither), so that a slow spell falls on all; KL against exact P. */
export async function contest(
  module: WebAssembly.Module,
  n: number,
  say: (line: string) => void,
): Promise<Measured[]> {
  const { vectors, d } = builtIn(n);
  const near = timed(() => last(exactNeighbours(module, vectors, d, neighbourCount(n, PERPLEXITY))));
  const P = timed(() => kernelAffinities(module, near.value, PERPLEXITY));
  const exact = P.value;
  const start = randomStart(n, 2, createRandom(1));
  const druid = timed(() => openDruid(exact, start));
  const barnesHut = await openBarnesHut(vectors, d, PERPLEXITY);
  const all = [
    { of: 'Unrolled', tier: 'wasm', peer: ours(module, exact, 1), before: near.ms + P.ms },
    { of: 'druidjs 0.9.0, exact', tier: 'wasm', peer: druid.value, before: 0 },
    {
      of: 'wasm-bhtsne 1.2.5, θ = 0.5, one thread',
      tier: 'wasm',
      peer: barnesHut,
      before: 0,
    },
  ].map((one) => ({ ...one, ms: 0 }));
  for (let done = 0; done < ITERATIONS; done += TURN) {
    for (const one of all) one.ms += timed(() => one.peer.step(TURN)).ms;
    say(`${n} words, iteration ${done + TURN} of ${ITERATIONS}`);
  }
  return all.map(({ of, tier, peer, before, ms }) => ({
    of,
    tier,
    ms,
    before,
    iterations: ITERATIONS,
    divergence: tsneGradient(exact, peer.positions(), 2).divergence,
  }));
}

/** Ours alone, where no peer is done in time: KL over all pairs, against the P that it had. */
export function alone(module: WebAssembly.Module, n: number, iterations: number, seed: number): Measured {
  const { vectors, d } = builtIn(n);
  const near = timed(() => last(kernelNeighbours(module, vectors, d, neighbourCount(n, PERPLEXITY))));
  const P = timed(() => kernelAffinities(module, near.value, PERPLEXITY));
  const engine = createTsneKernel(module, P.value, tsneDefaults, randomStart(n, 2, createRandom(seed)));
  const { ms } = timed(() => engine.step(iterations));
  const divergence =
    n > 20_000 ? Number(engine.divergence()) : tsneGradient(P.value, engine.positions(), 2).divergence;
  return { of: 'Unrolled', tier: 'wasm', ms, iterations, before: near.ms + P.ms, divergence };
}
