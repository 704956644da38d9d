import type { Tensor } from './conversion.ts';

/** The four arrays of a cell in PyTorch's order; `weight_hr` is the projection of an LSTM with `proj_size`. */
export const TORCH_ARRAYS = ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'] as const;
export type TorchArray = (typeof TORCH_ARRAYS)[number] | 'weight_hr';

/** What the name of a recurrent module's parameter says. */
export interface TorchName {
  /** The module's place in the model, with its dot; empty for the module alone. */
  readonly prefix: string;
  readonly array: TorchArray;
  readonly layer: number;
  /** 0 forward, 1 `_reverse`. */
  readonly direction: number;
}

const NAME = /^(.*\.)?(weight_ih|weight_hh|weight_hr|bias_ih|bias_hh)_l(0|[1-9]\d*)(_reverse)?$/s;

/** Null when it is no such name. */
export function readTorchName(name: string): TorchName | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, prefix = '', array, layer, reverse] = match;
  return { prefix, array: array as TorchArray, layer: Number(layer), direction: reverse ? 1 : 0 };
}

/** The parameters of one recurrent module. */
export interface TorchModule {
  readonly prefix: string;
  readonly names: readonly TorchName[];
  /** By name without the prefix. */
  readonly state: Readonly<Record<string, Tensor>>;
}

/** All recurrent modules of a state dictionary, in the order in which they appear. */
export function torchModules(tensors: ReadonlyMap<string, Tensor>): readonly TorchModule[] {
  const modules = new Map<string, { names: TorchName[]; state: Record<string, Tensor> }>();
  for (const [full, tensor] of tensors) {
    const name = readTorchName(full);
    if (!name) continue;
    const known = modules.get(name.prefix) ?? { names: [], state: {} };
    known.names.push(name);
    known.state[full.slice(name.prefix.length)] = tensor;
    modules.set(name.prefix, known);
  }
  return [...modules].map(([prefix, module]) => ({ prefix, ...module }));
}
