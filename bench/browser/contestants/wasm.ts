import { detectGears } from '../../../src/kernels/wasm/gears.ts';
import { loadWasm } from '../../../src/kernels/wasm/load.ts';
import type { NetworkKernel, WasmGears } from '../../../src/kernels/wasm/types.ts';
import { type BenchCase, OPTIMIZER } from '../case.ts';
import { ContestantError } from '../problem.ts';
import { type CharacterShape, networkOf } from '../shape.ts';
import type { Contestant, OpenContestant } from './contestant.ts';

/** Ours in WASM, in the gear that every browser with SIMD has. */
export const openWasmPlain: OpenContestant = (shape, start) =>
  openInGear(shape, start, { relaxed: false, threads: 1 });

export const openWasmRelaxed: OpenContestant = async (shape, start) => {
  if (!detectGears().relaxed) throw new ContestantError('no-relaxed-simd');
  return openInGear(shape, start, { relaxed: true, threads: 1 });
};

/** All that there is: as many threads as are of use here, and relaxed SIMD if there is any. */
export const openWasmThreads: OpenContestant = async (shape, start) => {
  const gears = detectGears();
  if (gears.threads < 2) throw new ContestantError('no-threads');
  return openInGear(shape, start, gears);
};

async function openInGear(shape: CharacterShape, start: BenchCase, wanted: WasmGears): Promise<Contestant> {
  const { gears, createNetwork } = await loadWasm(wanted);
  // A gear that is not given would be timed under another's name.
  if (gears.relaxed !== wanted.relaxed) throw new ContestantError('no-relaxed-simd');
  if (gears.threads !== wanted.threads) throw new ContestantError('no-threads');
  const kernel = createNetwork(networkOf(shape), shape, OPTIMIZER);
  kernel.parameters.set(start.parameters);
  return { note: `${gears.threads}`, step: createStep(kernel, start) };
}

function createStep(kernel: NetworkKernel, { batch }: BenchCase): () => number {
  let done = 0;
  return () => {
    for (const { hidden, cell } of kernel.states) {
      hidden.fill(0);
      cell.fill(0);
    }
    done += 1;
    return kernel.step(batch, { step: done, learningRate: OPTIMIZER.learningRate, clip: null }).loss;
  };
}
