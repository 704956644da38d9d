import { createArena, createMemory } from './arena.ts';
import { scratchBytes } from './plan.ts';

/** What assembly/softmax.ts exports. */
interface SoftmaxExports {
  learnBatch(
    hidden: number,
    n: number,
    output: number,
    classes: number,
    width: number,
    targets: number,
    rate: number,
    packed: number,
    logits: number,
    back: number,
    scratch: number,
  ): number;
}

export interface BatchedSoftmaxShape {
  /** V. */
  readonly classes: number;
  /** d. */
  readonly dimensions: number;
  /** Examples learnt together. */
  readonly batch: number;
}

/** A full softmax that learns many examples at a time, in matrix products. The views are live. */
export interface BatchedSoftmax {
  /** Numbers from one row to the next: d rounded up to whole panels; what is beyond d is 0. */
  readonly stride: number;
  /** (batch, stride): the vectors to foretell from. */
  readonly hidden: Float32Array;
  /** (V, stride). */
  readonly output: Float32Array;
  /** (batch): the classes to be foretold. */
  readonly targets: Int32Array;
  /** (batch, stride): after `learn`, the step that each example's own vector should take. */
  readonly back: Float32Array;
  /** One step of gradient descent with rate η, every example from the values before it. Returns Σ of the losses, nats. */
  learn(rate: number): number;
}

/** Columns in a panel of a product. */
const PANEL = 8;
/** Rows of the output layer that `transposedProduct` is given at a time. */
const CHUNK = 256;

const toPanels = (count: number) => Math.ceil(count / PANEL) * PANEL;

/** A kernel over memory of its own. Throws a RangeError that says how much was asked for when that cannot be had. */
export function createBatchedSoftmax(
  module: WebAssembly.Module,
  { classes, dimensions, batch }: BatchedSoftmaxShape,
): BatchedSoftmax {
  const [stride, columns] = [toPanels(dimensions), toPanels(classes)];
  const arena = createArena();
  const at = {
    hidden: arena.take(batch * stride),
    output: arena.take(columns * stride),
    targets: arena.take(batch),
    packed: arena.take(columns * stride),
    logits: arena.take(batch * columns),
    back: arena.take(batch * stride),
    scratch: arena.take(Math.ceil(scratchBytes(CHUNK) / 4)),
  };
  const memory = createMemory(arena.size(), false);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { learnBatch } = exports as unknown as SoftmaxExports;
  const numbers = (from: number, length: number) => new Float32Array(memory.buffer, from, length);
  return {
    stride,
    hidden: numbers(at.hidden, batch * stride),
    output: numbers(at.output, classes * stride),
    targets: new Int32Array(memory.buffer, at.targets, batch),
    back: numbers(at.back, batch * stride),
    learn: (rate) =>
      learnBatch(
        at.hidden,
        batch,
        at.output,
        classes,
        stride,
        at.targets,
        rate,
        at.packed,
        at.logits,
        at.back,
        at.scratch,
      ),
  };
}
