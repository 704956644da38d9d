import type { Activation } from '../dense/activations.ts';

/**
 * The recurrent cells, as data. One spec says which equations hold; shapes live in `CellShape`.
 *
 * Letters follow Ng's course: Γ_u update/input gate, Γ_f forget gate, Γ_o output gate, Γ_r reset/relevance
 * gate, c̃ candidate, c cell, a hidden. Γ_u always *writes*: c = Γ_u·c̃ + (1 − Γ_u)·c_prev.
 */
export type CellSpec = RnnSpec | GruSpec | LstmSpec;
export type CellKind = CellSpec['kind'];

/** a = g(W_aa a_prev + W_ax x + b_a). Elman 1990. */
export interface RnnSpec {
  readonly kind: 'rnn';
  readonly activation: Activation;
}

/** Cho et al. 2014 (reset before the product), Chung et al. 2014; `after` is the cuDNN/PyTorch form. */
export interface GruSpec {
  readonly kind: 'gru';
  /** `simplified` has no reset gate (Γ_r = 1). */
  readonly variant: 'full' | 'simplified';
  /** c̃ = g(W_c(Γ_r ∗ c_prev) + …) or c̃ = g(Γ_r ∗ (W_c c_prev + b_hc) + …). */
  readonly reset: 'before' | 'after';
  /** `writes`: Γ_u = 1 takes the candidate (Ng). `keeps`: z = 1 takes the old state (PyTorch, Keras). */
  readonly update: 'writes' | 'keeps';
  readonly gate: Activation;
  readonly candidate: Activation;
}

/** Hochreiter & Schmidhuber 1997 with Gers et al. 2000's forget gate; peepholes: Gers & Schmidhuber 2000, diagonal. */
export interface LstmSpec {
  readonly kind: 'lstm';
  /** Γ_u and Γ_f see c_prev, Γ_o sees c. */
  readonly peepholes: boolean;
  readonly gate: Activation;
  readonly candidate: Activation;
  /** a = Γ_o ∗ output(c): tanh almost everywhere; `linear` is what some notes write. */
  readonly output: Activation;
}

/** Gates and candidate: everything with a pre-activation of its own. The RNN has only `candidate` (its new a). */
export type GateRole = 'forget' | 'update' | 'output' | 'reset' | 'candidate';
/** Every lane of values that a cell computes at a step. A GRU's `cell` equals its `hidden`; only the LSTM has a `cell` lane. */
export type LaneRole = GateRole | 'cell' | 'hidden';

export interface CellShape {
  /** n_x: length of an input vector; with one-hot inputs, the vocabulary size. */
  readonly inputs: number;
  /** n_a: number of hidden units. */
  readonly hidden: number;
}

/**
 * Parameters of one layer in one direction. Gates stand side by side in the order of `gateRoles(spec)`:
 * LSTM forget, update, candidate, output · GRU update, reset, candidate (simplified: update, candidate) · RNN candidate.
 * G is their number.
 */
export interface CellParameters {
  /** W_x, shape (n_x, G·n_a), row-major: one row an input, so a one-hot input is a row look-up. */
  readonly inputWeights: Float64Array;
  /** W_a, shape (n_a, G·n_a), row-major: row = the previous unit, column = gate·n_a + unit. */
  readonly recurrentWeights: Float64Array;
  /** b, shape (G·n_a). */
  readonly bias: Float64Array;
  /** b_hc, shape (n_a): a GRU with `reset: 'after'` has a bias inside the reset product; empty otherwise. */
  readonly recurrentBias: Float64Array;
  /** Diagonal peepholes, shape (3·n_a) in the order forget, update, output; empty without peepholes. */
  readonly peepholes: Float64Array;
}
export type CellGradients = CellParameters;

/** A sequence's input: dense vectors (T, B, n_x), or token ids (T, B) standing for one-hot vectors. */
export type SequenceInput =
  | { readonly form: 'dense'; readonly values: Float64Array }
  | { readonly form: 'one-hot'; readonly ids: Int32Array };

export interface SequenceSize {
  /** T: steps. */
  readonly steps: number;
  /** B: examples side by side. */
  readonly batch: number;
}

/** State carried between steps: a, and c for an LSTM (empty array otherwise). Shape (B, n_a) each. */
export interface CellState {
  readonly hidden: Float64Array;
  readonly cell: Float64Array;
}

/** A value held by hand: at this step and unit the lane takes `value` whatever the equations say. B = all examples. */
export interface Hold {
  readonly role: LaneRole;
  readonly step: number;
  readonly unit: number;
  readonly value: number;
}

/** Every intermediate value of a forward pass; arrays are (T, B, n_a), index (t·B + b)·n_a + unit, t in input order. */
export interface SequenceTrace {
  readonly spec: CellSpec;
  readonly shape: CellShape;
  readonly size: SequenceSize;
  readonly input: SequenceInput;
  /** Backwards in time: step T−1 is computed first; indices still follow the input. */
  readonly reverse: boolean;
  /** (T, B): 0 where an example's step was left out; absent when every step is computed. */
  readonly mask?: Uint8Array;
  readonly initial: CellState;
  readonly final: CellState;
  /** Pre-activation z of each gate. */
  readonly pre: Partial<Record<GateRole, Float64Array>>;
  /** Value of each lane: gates, candidate, cell (LSTM), hidden. */
  readonly values: Partial<Record<LaneRole, Float64Array>>;
  /** Full GRU with `reset: 'after'` only: W_c c_prev + b_hc, what Γ_r multiplies. */
  readonly recurrentCandidate?: Float64Array;
  readonly holds: readonly Hold[];
}

/** Gradients of a scalar loss with respect to everything. */
export interface SequenceGradients {
  readonly parameters: CellGradients;
  /** ∂L/∂x (T, B, n_x) for dense input; absent for one-hot (it is never needed and would be T·B·V). */
  readonly input?: Float64Array;
  readonly initial: CellState;
  /** Total ∂L/∂lane at every step (T, B, n_a): hidden and cell include what came back through time; gates and candidate too. */
  readonly values: Partial<Record<LaneRole, Float64Array>>;
  /** ∂L/∂z of each gate (T, B, n_a). */
  readonly pre: Partial<Record<GateRole, Float64Array>>;
}
