import { type Layers, outputWidth, type StackSpec, stackParameterCount, viewStack } from '../cells/stack.ts';
import type { CellParameters } from '../cells/types.ts';
import type { Tensor } from './conversion.ts';
import { fromTorch } from './torch.ts';
import {
  finiteNotes,
  type NamedTensors,
  SPEC_KEY,
  type TorchStateFault,
  type TorchStateNote,
  type TorchStateOptions,
  type TorchStateResult,
} from './torch-state.ts';
import { findHead, type HeadSearch, readLinear } from './torch-state-head.ts';
import { biasFault, inferSpec, isWithoutBias, type OpenChoices } from './torch-state-infer.ts';
import { readTorchName, type TorchModule, torchModules } from './torch-state-names.ts';
import { torchObstacles } from './torch-state-obstacles.ts';
import { readPlain } from './torch-state-plain.ts';
import { readSpec } from './torch-state-spec.ts';

/**
 * The network in a state dictionary: one of nn.RNN, nn.GRU, nn.LSTM under any prefix, with the nn.Linear on top of it if
 * there is one; or a network of ours under our own names.
 */
export function readTorchState(file: NamedTensors, options: TorchStateOptions = {}): TorchStateResult {
  const description = file.metadata?.get(SPEC_KEY);
  const own = description === undefined ? null : readSpec(description);
  const modules = torchModules(file.tensors);
  if (own && modules.length === 0) return readPlain(file, own);
  const module = chooseModule(modules, options.prefix, [...file.tensors.keys()]);
  if ('code' in module) return { ok: false, fault: module };
  return readModule(file.tensors, module, options, { own, described: description !== undefined });
}

interface Description {
  readonly own: StackSpec | null;
  readonly described: boolean;
}

function chooseModule(
  modules: readonly TorchModule[],
  prefix: string | undefined,
  found: readonly string[],
): TorchModule | TorchStateFault {
  const fitting = prefix === undefined ? modules : modules.filter((each) => each.prefix === prefix);
  const [module] = fitting;
  if (!module) return { code: 'no-network', expected: `${prefix ?? ''}weight_ih_l0`, found };
  if (fitting.length === 1) return module;
  return { code: 'several-networks', prefixes: fitting.map((each) => each.prefix) };
}

function readModule(
  tensors: ReadonlyMap<string, Tensor>,
  module: TorchModule,
  options: TorchStateOptions,
  { own, described }: Description,
): TorchStateResult {
  const trusted = own && isDescribedBy(module, own) ? own : null;
  const inference = inferSpec(module, openChoices(options, trusted));
  if (!inference.ok) return refuse(inference.fault, module.prefix);
  const { spec } = inference;
  const fault = biasFault(spec, module);
  if (fault) return refuse(fault, module.prefix);
  const conversion = fromTorch(spec, module.state);
  // An inferred spec is one that PyTorch has: only `missing` and `shape` are left.
  if (!conversion.ok) return refuse(conversion.error as TorchStateFault, module.prefix);
  const search = searchHead(tensors, outputWidth(spec), options.head);
  if (!search.ok) return search;
  const notes: TorchStateNote[] = [
    ...(described && !trusted ? [{ code: 'spec-ignored' } as const] : []),
    ...openNotes(module, spec, options, trusted),
    ...search.notes,
    ...tensorNotes(tensors, module.prefix, search.used),
  ];
  const parameters = flatten(spec, conversion.value);
  return { ok: true, form: 'torch', model: { spec, parameters, head: search.head }, notes };
}

/** A file's word about itself counts only if PyTorch could have the network that it describes, and the shapes agree. */
function isDescribedBy(module: TorchModule, own: StackSpec): boolean {
  const inference = inferSpec(module, openChoices({}, own));
  if (!inference.ok || torchObstacles(own).length > 0) return false;
  const { spec } = inference;
  return (
    spec.cell.kind === own.cell.kind &&
    spec.inputs === own.inputs &&
    spec.hidden === own.hidden &&
    spec.layers === own.layers &&
    spec.directions === own.directions
  );
}

function openChoices({ nonlinearity, update }: TorchStateOptions, own: StackSpec | null): OpenChoices {
  const cell = own?.cell;
  return {
    nonlinearity: nonlinearity ?? (cell?.kind === 'rnn' && cell.activation === 'relu' ? 'relu' : 'tanh'),
    update: update ?? (cell?.kind === 'gru' ? cell.update : 'writes'),
  };
}

function searchHead(
  tensors: ReadonlyMap<string, Tensor>,
  width: number,
  prefix: string | null | undefined,
): HeadSearch {
  if (prefix === null) return { ok: true, head: null, used: [], notes: [] };
  if (prefix !== undefined) return readLinear(tensors, prefix, width);
  return findHead(new Map([...tensors].filter(([name]) => !readTorchName(name))), width);
}

function openNotes(
  { names }: TorchModule,
  { cell }: StackSpec,
  { nonlinearity }: TorchStateOptions,
  own: StackSpec | null,
): readonly TorchStateNote[] {
  const untold = cell.kind === 'rnn' && nonlinearity === undefined && !own;
  return [
    ...(isWithoutBias(names) ? [{ code: 'zero-bias' } as const] : []),
    ...(untold ? [{ code: 'nonlinearity', taken: 'tanh' } as const] : []),
  ];
}

function tensorNotes(
  tensors: ReadonlyMap<string, Tensor>,
  prefix: string,
  head: readonly string[],
): readonly TorchStateNote[] {
  return [...tensors].flatMap(([name, tensor]) => {
    const used = readTorchName(name)?.prefix === prefix || head.includes(name);
    return used ? finiteNotes(name, tensor) : [{ code: 'extra', name, shape: tensor.shape } as const];
  });
}

/** The same fault with the name that the file uses. */
function refuse(fault: TorchStateFault, prefix: string): TorchStateResult {
  return { ok: false, fault: 'name' in fault ? { ...fault, name: prefix + fault.name } : fault };
}

function flatten(spec: StackSpec, layers: Layers<CellParameters>): Float64Array {
  const flat = new Float64Array(stackParameterCount(spec));
  viewStack(spec, flat).forEach((cells, layer) => {
    cells.forEach((view, direction) => {
      const from = layers[layer]?.[direction];
      if (from) for (const slot of Object.keys(view) as (keyof CellParameters)[]) view[slot].set(from[slot]);
    });
  });
  return flat;
}
