import type { KernelState, NetworkKernel, WasmEngine } from '../kernels/wasm/types.ts';
import type { CellState } from '../models/cells/types.ts';
import type { HeldOutBatch } from '../models/language/held-out.ts';
import { gradientNorm } from '../models/optim/clip.ts';
import { createCpuTrainer } from './cpu-trainer.ts';
import type { PreparedRun } from './prepare.ts';
import type { Trainer } from './protocol.ts';
import { RunError } from './run-error.ts';
import { accuracyOf, type StartState } from './start.ts';

/** Numbers before the moments in `Optimizer.state()`: step count and learning rate. */
const HEADER = 2;

/**
 * The tier of machines without a usable GPU: SIMD in WebAssembly, in 32 bits. Throws `RunError` when the memory that the
 * run needs cannot be had.
 */
export function createWasmTrainer(run: PreparedRun, start: StartState, engine: WasmEngine): Trainer {
  const kernel = openKernel(run, start, engine);
  kernel.parameters.set(start.parameters);
  kernel.moments.set(start.optimizer.subarray(HEADER));
  writeStates(kernel, start.carried);
  let [optimizerSteps = 0] = start.optimizer;
  return createCpuTrainer(run, start, 'wasm', {
    parameters: kernel.parameters,
    step(batch, learningRate) {
      if (batch.restart) clearStates(kernel);
      const update = { step: optimizerSteps + 1, learningRate, clip: run.config.clip };
      const { loss, gradientNorm, right } = kernel.step(batch, update);
      if (Number.isFinite(loss) && Number.isFinite(gradientNorm)) optimizerSteps++;
      return { loss, gradientNorm, accuracy: accuracyOf(run, batch, right) };
    },
    evaluate: createEvaluation(kernel),
    measure(batch) {
      clearStates(kernel);
      const { loss, right } = kernel.lossAndGradients(batch);
      const norm = gradientNorm(new Float64Array(kernel.gradients));
      clearStates(kernel);
      return { loss, gradientNorm: norm, accuracy: accuracyOf(run, batch, right) };
    },
    optimizer: () => ({ steps: optimizerSteps, moments: [kernel.moments] }),
    carried: () => kernel.states,
    dispose: kernel.dispose,
  });
}

/** The kernel has one set of states: those that training carries are set aside while held-out text is read. */
function createEvaluation(kernel: NetworkKernel): (batch: HeldOutBatch) => number {
  const copy = () =>
    kernel.states.map(({ hidden, cell }) => ({ hidden: hidden.slice(), cell: cell.slice() }));
  const carried = copy();
  const held = copy();
  return (batch) => {
    moveStates(kernel.states, carried);
    if (batch.restart) clearStates(kernel);
    else moveStates(held, kernel.states);
    const { loss } = kernel.evaluate(batch);
    moveStates(kernel.states, held);
    moveStates(carried, kernel.states);
    return loss;
  };
}

function moveStates(from: readonly KernelState[], to: readonly KernelState[]): void {
  for (const [i, { hidden, cell }] of from.entries()) {
    to[i]?.hidden.set(hidden);
    to[i]?.cell.set(cell);
  }
}

function openKernel({ network, info, config }: PreparedRun, { step }: StartState, engine: WasmEngine) {
  try {
    const size = { steps: info.steps, batch: info.batch };
    return engine.createNetwork(network, size, config.optimizer, { dropout: (config.dropout ?? 0) > 0 });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RunError({ code: 'out-of-memory', step, detail: error.message });
  }
}

export function writeStates({ states }: NetworkKernel, from: readonly CellState[]): void {
  for (const [i, { hidden, cell }] of from.entries()) {
    states[i]?.hidden.set(hidden);
    states[i]?.cell.set(cell);
  }
}

export function readStates({ states }: NetworkKernel): readonly CellState[] {
  return states.map(({ hidden, cell }) => ({
    hidden: Float64Array.from(hidden),
    cell: Float64Array.from(cell),
  }));
}

function clearStates({ states }: NetworkKernel): void {
  for (const { hidden, cell } of states) {
    hidden.fill(0);
    cell.fill(0);
  }
}
