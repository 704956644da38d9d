import type { CellShape, CellSpec, SequenceSize } from '../../models/cells/types.ts';
import type { TokenBatch, TokenNetwork } from '../../models/network/token-network.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';

/** Optional gears: detected, used where they are, never required. */
export interface WasmGears {
  /** Relaxed SIMD's fused multiply-add: faster; the last bits depend on the machine, not on the moment. */
  readonly relaxed: boolean;
  /** Threads that share a step's work, the calling one included; 1 where the page is not cross-origin isolated. */
  readonly threads: number;
}

/** State carried between steps, (B, n_a) each; `cell` is empty unless the cell has one. Live views. */
export interface KernelState {
  readonly hidden: Float32Array;
  readonly cell: Float32Array;
}

/** What a pass says. */
export interface KernelLoss {
  /** Mean cross-entropy per target, nats; 0 when nothing was asked. */
  readonly loss: number;
  /** Rows with a target whose most probable class is the target. */
  readonly right: number;
}

export interface KernelUpdate {
  /** Optimiser steps done with this one: 1 for the first. */
  readonly step: number;
  readonly learningRate: number;
  /** Largest global gradient norm, or null for no clipping. */
  readonly clip: number | null;
}

export interface NetworkOptions {
  /** Whether batches may ask for dropout: it takes memory, and a copy of what every layer hands on. */
  readonly dropout?: boolean;
}

/**
 * The twin of `models/network/token-network.ts` in 32 bits. All arrays are live views into the kernel's memory, in the
 * order of `networkLayout`: what is written into them is what the next call computes with. No call allocates.
 */
export interface NetworkKernel {
  readonly parameters: Float32Array;
  /** Overwritten by each pass; after `step`, clipped. */
  readonly gradients: Float32Array;
  /** The optimiser's running averages end to end, as `Optimizer.state()` has them after its header. */
  readonly moments: Float32Array;
  /** One per cell, as `networkZeroStates` has them. A pass begins from them and leaves its final states there. */
  readonly states: readonly KernelState[];
  /** `evaluateNetwork` of the reference: the loss alone. Gradients and moments stay as they are; throws as below. */
  evaluate(batch: TokenBatch): KernelLoss;
  /** `networkLossAndGradients` of the reference. Throws a RangeError for ids, targets and sizes that are none of the network's. */
  lossAndGradients(batch: TokenBatch): KernelLoss;
  /**
   * One training step: the pass, the global norm, clipping, the optimiser's update. When loss or norm is not finite the
   * parameters and moments stay as they were, and the caller reads it in what is returned.
   */
  step(batch: TokenBatch, update: KernelUpdate): KernelLoss & { readonly gradientNorm: number };
  dispose(): void;
}

export interface SequenceKernelOptions {
  readonly form: 'dense' | 'one-hot';
  /** Computes step T − 1 first. */
  readonly reverse?: boolean;
}

/** One layer in one direction over a whole sequence: the twin of `forwardSequence` and `backwardSequence`. Live views. */
export interface SequenceKernel {
  /** In the order of `cellSlots`. */
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
  /** (T, B, n_x); empty for one-hot input. */
  readonly input: Float32Array;
  /** (T, B); empty for dense input. */
  readonly ids: Int32Array;
  /** (T, B): 0 where a step is skipped, the state going through unchanged. All 1 at first. */
  readonly mask: Uint8Array;
  readonly initial: KernelState;
  forward(): void;
  /** a (T, B, n_a) of the last forward pass. */
  readonly hidden: Float32Array;
  readonly final: KernelState;
  /** What `backward` starts from: ∂L/∂a (T, B, n_a), and ∂L/∂ of the final state. */
  readonly outputGradients: Float32Array;
  readonly finalGradients: KernelState;
  /** Overwrites `gradients`, `inputGradients` (dense only) and `initialGradients`. */
  backward(): void;
  readonly inputGradients: Float32Array;
  readonly initialGradients: KernelState;
  dispose(): void;
}

/** An instance of the module with its memory and its threads. */
export interface WasmEngine {
  readonly gears: WasmGears;
  /** Throws a RangeError that says how much was asked for when the memory cannot grow so far. */
  createNetwork(
    network: TokenNetwork,
    size: SequenceSize,
    optimizer: OptimizerSpec,
    options?: NetworkOptions,
  ): NetworkKernel;
  createSequence(
    spec: CellSpec,
    shape: CellShape,
    size: SequenceSize,
    options: SequenceKernelOptions,
  ): SequenceKernel;
  /** Ends its threads. */
  dispose(): void;
}
