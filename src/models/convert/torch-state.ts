import type { StackSpec } from '../cells/stack.ts';
import type { SoftmaxHead } from '../softmax/full.ts';
import type { ConversionError, Tensor } from './conversion.ts';

/*
 * A whole network as named tensors. PyTorch's modules call theirs `weight_ih_l0`, `weight_hh_l0`, `bias_ih_l0`,
 * `bias_hh_l0`, then the same with `_reverse`, then `l1` …, each behind the module's own name (`rnn.weight_ih_l0`); an
 * nn.Linear has `weight` (V, n) and `bias` (V).
 */

/** A stack of recurrent layers and, maybe, the read-out on top of it. */
export interface StackModel {
  readonly spec: StackSpec;
  /** Flat, in the order of `viewStack`. */
  readonly parameters: Float64Array;
  /** Weights (`outputWidth(spec)`, V) and bias (V). */
  readonly head: SoftmaxHead | null;
}

/** What a file of tensors says; `SafetensorsFile` is one. */
export interface NamedTensors {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata?: ReadonlyMap<string, string>;
}

/** Choices that shapes and names leave open. What is given here goes before what a file of ours says of itself. */
export interface TorchStateOptions {
  /** nn.RNN does not store which of the two it uses; tanh unless told otherwise. */
  readonly nonlinearity?: 'tanh' | 'relu';
  /** The side of Γ_u in our equations. The numbers follow (negated when it writes), the function stays. */
  readonly update?: 'writes' | 'keeps';
  /** Which network, when a file has several: what stands in front of `weight_ih_l0`, with its dot. */
  readonly prefix?: string;
  /** Which nn.Linear is the read-out, by what stands in front of `weight`, with its dot; null: none. */
  readonly head?: string | null;
}

/** Why a state dictionary is no network that can be opened. Shapes: null stands for any size. */
export type TorchStateFault =
  | { readonly code: 'no-network'; readonly expected: string; readonly found: readonly string[] }
  | { readonly code: 'several-networks'; readonly prefixes: readonly string[] }
  /** An LSTM with `proj_size`: its a is W_hr times what ours is. */
  | { readonly code: 'projection'; readonly name: string }
  /** `weight_hh` has G·n_a rows and n_a columns: G = 1 nn.RNN, 3 nn.GRU, 4 nn.LSTM. */
  | {
      readonly code: 'gates';
      readonly name: string;
      readonly expected: readonly [1, 3, 4];
      readonly found: readonly number[];
    }
  | { readonly code: 'missing'; readonly name: string }
  | {
      readonly code: 'shape';
      readonly name: string;
      readonly expected: readonly (number | null)[];
      readonly found: readonly number[];
    };

/** What a reader of the file should know, though it opens. */
export type TorchStateNote =
  /** `bias=False`: ours are zero. */
  | { readonly code: 'zero-bias' }
  | { readonly code: 'head-zero-bias'; readonly name: string }
  /** Nothing in the file tells tanh from relu. */
  | { readonly code: 'nonlinearity'; readonly taken: 'tanh' | 'relu' }
  /** Several tensors could be the read-out; none was taken. */
  | { readonly code: 'head-unclear'; readonly names: readonly string[] }
  /** An nn.Linear that does not fit on the network's output. */
  | {
      readonly code: 'head-shape';
      readonly name: string;
      readonly expected: readonly (number | null)[];
      readonly found: readonly number[];
    }
  /** A tensor that was not used. */
  | { readonly code: 'extra'; readonly name: string; readonly shape: readonly number[] }
  | { readonly code: 'not-finite'; readonly name: string; readonly index: number }
  /** The file describes itself as another network than its tensors are; the tensors count. */
  | { readonly code: 'spec-ignored' };

export type TorchStateResult =
  | {
      readonly ok: true;
      readonly model: StackModel;
      /** `torch`: PyTorch's names; `plain`: ours, for what PyTorch has no module for. */
      readonly form: 'torch' | 'plain';
      readonly notes: readonly TorchStateNote[];
    }
  | { readonly ok: false; readonly fault: TorchStateFault };

/** A network ready for a file. */
export interface TorchStateExport {
  readonly form: 'torch' | 'plain';
  /** In PyTorch's order. */
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: Readonly<Record<string, string>>;
  /** Every reason for which nn.RNN, nn.GRU or nn.LSTM cannot load it; empty when it can. */
  readonly obstacles: readonly ConversionError[];
}

/** Key of the metadata under which a file of ours describes its network. */
export const SPEC_KEY = 'unrolled.spec';

/** The first number that is none, of a tensor that is used. */
export function finiteNotes(name: string, { data }: Tensor): readonly TorchStateNote[] {
  const index = data.findIndex((value) => !Number.isFinite(value));
  return index < 0 ? [] : [{ code: 'not-finite', name, index }];
}
