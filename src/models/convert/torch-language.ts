import { gateRoles } from '../cells/roles.ts';
import { outputWidth, stackParameterCount } from '../cells/stack.ts';
import type { NextSymbolShape } from '../language/next-symbol.ts';
import type { Tensor } from './conversion.ts';
import type {
  NamedTensors,
  StackModel,
  TorchStateFault,
  TorchStateNote,
  TorchStateOptions,
} from './torch-state.ts';
import { readLinear } from './torch-state-head.ts';
import { readTorchName, torchModules } from './torch-state-names.ts';
import { readTorchState } from './torch-state-read.ts';

/*
 * A recurrent language model as PyTorch's users write it: nn.Embedding (V, d), or one-hot vectors in its place; nn.RNN,
 * nn.GRU or nn.LSTM; nn.Linear (V, n), sometimes the embedding's own matrix (Press & Wolf 2017).
 */

/** Why tensors are no language model of V tokens. Shapes: null stands for any size. */
export type LanguageFault =
  | TorchStateFault
  /** A model that reads both ways has seen the token that it is to foretell. */
  | { readonly code: 'both-ways' }
  /** No matrix (V, n) says tokens; `found` are the matrices that there are. */
  | {
      readonly code: 'no-decoder';
      readonly expected: readonly [number, number];
      readonly found: readonly string[];
    }
  /** Inputs are not V wide, and no matrix (V, n_x) makes them of tokens. */
  | {
      readonly code: 'no-embedding';
      readonly expected: readonly [number, number];
      readonly found: readonly string[];
    }
  /** A matrix of the right width has another number of rows than there are tokens. */
  | {
      readonly code: 'vocabulary-size';
      readonly name: string;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly code: 'several-decoders'; readonly names: readonly string[] }
  | { readonly code: 'not-finite'; readonly name: string; readonly index: number };

/** A language model whose inputs are one-hot: an embedding has been multiplied into the first layer. */
export interface TorchLanguage {
  readonly shape: NextSymbolShape;
  /** Flat, in the layout of `nextSymbolLayout`. */
  readonly parameters: Float64Array;
  /** What the embedding is called; null: the inputs were one-hot. */
  readonly embedding: string | null;
  readonly decoder: string;
  readonly notes: readonly TorchStateNote[];
}

export type TorchLanguageResult =
  | { readonly ok: true; readonly language: TorchLanguage }
  | { readonly ok: false; readonly fault: LanguageFault };

const refused = (fault: LanguageFault): TorchLanguageResult => ({ ok: false, fault });
const isNamedEmbedding = (name: string): boolean => /emb|encoder|wte|lookup/i.test(name);

/** The language model of `vocabulary` tokens in a state dictionary. Nothing is thrown. */
export function readTorchLanguage(
  file: NamedTensors,
  vocabulary: number,
  options: Pick<TorchStateOptions, 'nonlinearity' | 'prefix'> = {},
): TorchLanguageResult {
  const read = readTorchState(file, { ...options, head: null });
  if (!read.ok) return refused(read.fault);
  const { spec } = read.model;
  if (spec.directions !== 'forward') return refused({ code: 'both-ways' });
  const matrices = matricesOf(file.tensors);
  const decoder = findDecoder(matrices, [vocabulary, outputWidth(spec)], file.tensors);
  if ('code' in decoder) return refused(decoder);
  const embedding = findEmbedding(matrices, [vocabulary, spec.inputs], decoder.name);
  if (embedding && 'code' in embedding) return refused(embedding);
  const head = readLinear(file.tensors, decoder.name.slice(0, -'weight'.length), outputWidth(spec));
  if (!head.ok) return refused(head.fault);
  const used = [...head.used, ...(embedding ? [embedding.name] : [])];
  const broken = notFinite(file.tensors, used, options.prefix);
  if (broken) return refused(broken);
  const { spec: network, parameters } = widened({ ...read.model, head: head.head }, embedding);
  const { cell, hidden, layers } = network;
  return {
    ok: true,
    language: {
      shape: { spec: cell, vocabulary, hidden, layers },
      parameters,
      embedding: embedding?.name ?? null,
      decoder: decoder.name,
      notes: [...read.notes, ...head.notes].filter(
        (note) => note.code !== 'extra' || !used.includes(note.name),
      ),
    },
  };
}

interface Matrix {
  readonly name: string;
  readonly tensor: Tensor;
}

/** Every `….weight` of two dimensions that is not the recurrent module's. */
function matricesOf(tensors: ReadonlyMap<string, Tensor>): readonly Matrix[] {
  return [...tensors].flatMap(([name, tensor]) => {
    const isWeight = /(^|\.)weight$/.test(name) && !readTorchName(name);
    return isWeight && tensor.shape.length === 2 ? [{ name, tensor }] : [];
  });
}

const hasShape = ({ tensor }: Matrix, [rows, columns]: readonly [number, number]): boolean =>
  tensor.shape[0] === rows && tensor.shape[1] === columns && tensor.data.length === rows * columns;

const namesOf = (matrices: readonly Matrix[]): readonly string[] =>
  matrices.map(({ name, tensor }) => `${name} (${tensor.shape.join(', ')})`);

function findDecoder(
  matrices: readonly Matrix[],
  shape: readonly [number, number],
  tensors: ReadonlyMap<string, Tensor>,
): Matrix | LanguageFault {
  const fitting = matrices.filter((matrix) => hasShape(matrix, shape));
  const withBias = fitting.filter(({ name }) => tensors.has(name.replace(/weight$/, 'bias')));
  const called = fitting.filter(({ name }) => !isNamedEmbedding(name));
  for (const some of [withBias, called, fitting]) {
    const [only, ...others] = some;
    if (only && others.length === 0) return only;
  }
  if (fitting.length > 0) return { code: 'several-decoders', names: fitting.map(({ name }) => name) };
  const other = matrices.find(({ name, tensor }) => tensor.shape[1] === shape[1] && !isNamedEmbedding(name));
  if (other) {
    return {
      code: 'vocabulary-size',
      name: other.name,
      expected: shape[0],
      found: other.tensor.shape[0] ?? 0,
    };
  }
  return { code: 'no-decoder', expected: shape, found: namesOf(matrices) };
}

/** The embedding; null where inputs are one-hot. A matrix that is alone may be embedding and decoder at once. */
function findEmbedding(
  matrices: readonly Matrix[],
  shape: readonly [number, number],
  decoder: string,
): Matrix | LanguageFault | null {
  const fitting = matrices.filter((matrix) => hasShape(matrix, shape));
  const called = fitting.find(({ name }) => isNamedEmbedding(name) && name !== decoder);
  if (called) return called;
  if (shape[0] === shape[1]) return null;
  const found = fitting.find(({ name }) => name !== decoder) ?? fitting[0];
  if (found) return found;
  const other = matrices.find(({ name, tensor }) => isNamedEmbedding(name) && tensor.shape[1] === shape[1]);
  if (other) {
    return {
      code: 'vocabulary-size',
      name: other.name,
      expected: shape[0],
      found: other.tensor.shape[0] ?? 0,
    };
  }
  return { code: 'no-embedding', expected: shape, found: namesOf(matrices) };
}

/** The first number that is none among the tensors that are computed with. */
function notFinite(
  tensors: ReadonlyMap<string, Tensor>,
  used: readonly string[],
  prefix: string | undefined,
): LanguageFault | null {
  const module = prefix ?? torchModules(tensors)[0]?.prefix;
  for (const [name, { data }] of tensors) {
    if (!used.includes(name) && readTorchName(name)?.prefix !== module) continue;
    const index = data.findIndex((value) => !Number.isFinite(value));
    if (index >= 0) return { code: 'not-finite', name, index };
  }
  return null;
}

/**
 * The same model on one-hot inputs: W_x of the lowest layer becomes E W_x (V, G·n_a), E (V, n_x) being the embedding; flat, the
 * read-out behind the layers.
 */
function widened(
  { spec, parameters, head }: StackModel,
  embedding: Matrix | null,
): Pick<StackModel, 'spec' | 'parameters'> {
  const inputs = embedding?.tensor.shape[0] ?? spec.inputs;
  const network = { ...spec, inputs };
  const columns = gateRoles(spec.cell).length * spec.hidden;
  const tail = parameters.subarray(spec.inputs * columns);
  const weights = head?.weights ?? new Float64Array(0);
  const bias = head?.bias ?? new Float64Array(0);
  const flat = new Float64Array(stackParameterCount(network) + weights.length + bias.length);
  const first = parameters.subarray(0, spec.inputs * columns);
  flat.set(embedding ? product(embedding.tensor, first, columns) : first);
  flat.set(tail, inputs * columns);
  flat.set(weights, inputs * columns + tail.length);
  flat.set(bias, inputs * columns + tail.length + weights.length);
  return { spec: network, parameters: flat };
}

/** (rows, inner) · (inner, columns). */
function product({ shape, data }: Tensor, right: Float64Array, columns: number): Float64Array {
  const [rows = 0, inner = 0] = shape;
  const result = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < inner; k++) {
      const factor = data[row * inner + k]!;
      for (let j = 0; j < columns; j++) result[row * columns + j]! += factor * right[k * columns + j]!;
    }
  }
  return result;
}
