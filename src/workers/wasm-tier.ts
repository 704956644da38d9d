import { isWasmSupported } from '../kernels/wasm/gears.ts';
import { threadsPay } from '../kernels/wasm/threads-pay.ts';
import type { WasmEngine, WasmGears } from '../kernels/wasm/types.ts';
import type { PassNumbers } from './agreement.ts';
import type { SelfTestResult } from './backend.ts';
import type { PreparedRun } from './prepare.ts';
import type { Trainer } from './protocol.ts';
import { type PassInput, testAgreement } from './self-test.ts';
import type { StartState } from './start.ts';
import { createWasmTrainer, readStates, writeStates } from './wasm-trainer.ts';

/** The WASM tier: what the rest of the worker sees of the module, which is loaded only where it may be chosen. */
export interface WasmTier {
  readonly gears: WasmGears;
  selfTest(): Promise<SelfTestResult>;
  /** May be called several times; all trainers share the memory and the threads. */
  createTrainer(run: PreparedRun, start: StartState): Trainer;
  dispose(): void;
}

/** Fetches the module and starts it, with helpers if the run is worth them. Throws where WebAssembly or its SIMD is missing. */
export async function openWasmTier(run: PreparedRun): Promise<WasmTier> {
  if (!isWasmSupported()) throw new Error('no SIMD');
  const { loadWasm } = await import('../kernels/wasm/load.ts');
  return createWasmTier(await loadWasm(threadsPay(run.network, run.info) ? {} : { threads: 1 }));
}

export function createWasmTier(engine: WasmEngine): WasmTier {
  return {
    gears: engine.gears,
    selfTest: () => testAgreement((input) => computeInWasm(engine, input)),
    createTrainer: (run, start) => createWasmTrainer(run, start, engine),
    dispose: engine.dispose,
  };
}

/** One pass of the module's kernel, as the self-test compares it. */
export function computeInWasm(engine: WasmEngine, { network, size, ...input }: PassInput): PassNumbers {
  const kernel = engine.createNetwork(
    network,
    size,
    { kind: 'sgd', learningRate: 0 },
    { dropout: input.batch.dropout !== undefined },
  );
  kernel.parameters.set(input.parameters);
  writeStates(kernel, input.states);
  const { loss } = kernel.lossAndGradients(input.batch);
  const numbers = { loss, gradients: Float64Array.from(kernel.gradients), states: readStates(kernel) };
  kernel.dispose();
  return numbers;
}
