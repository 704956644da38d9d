import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import { directionCount, type Layers, mapStack, type StackSpec } from '../cells/stack.ts';
import type { CellSpec, CellState } from '../cells/types.ts';
import { type OracleTensor, oracle, tensorValues } from '../oracle.testkit.ts';
import type { Conversion } from './conversion.ts';
import type { TorchState } from './torch.ts';

/** One network of PyTorch's with everything that it computed: see SOURCES.md beside the data. */
export interface TorchCase {
  readonly kind: 'RNN' | 'GRU' | 'LSTM';
  readonly T: number;
  readonly B: number;
  readonly I: number;
  readonly H: number;
  readonly layers: number;
  readonly bidirectional: boolean;
  readonly bias: boolean;
  readonly nonlinearity: 'tanh' | 'relu' | null;
  readonly x: OracleTensor;
  readonly h0: OracleTensor;
  readonly c0?: OracleTensor;
  readonly params: Readonly<Record<string, OracleTensor>>;
  readonly dout: OracleTensor;
  readonly dhn: OracleTensor;
  readonly dcn?: OracleTensor;
  readonly expect: {
    readonly out: OracleTensor;
    readonly hn: OracleTensor;
    readonly cn?: OracleTensor;
    readonly dx: OracleTensor;
    readonly dh0: OracleTensor;
    readonly dc0?: OracleTensor;
    readonly grads: Readonly<Record<string, OracleTensor>>;
  };
}

/** The ten cases; null without the oracle folder. */
export function torchCases(): readonly TorchCase[] | null {
  return oracle<{ readonly cases: readonly TorchCase[] }>('torch/recurrent.json')?.cases ?? null;
}

/** The network in our words; a GRU's update gate on PyTorch's side unless told otherwise. */
export function stackOfCase(subject: TorchCase, update: 'writes' | 'keeps' = 'keeps'): StackSpec {
  const cells: Readonly<Record<TorchCase['kind'], CellSpec>> = {
    RNN: { ...DEFAULT_RNN, activation: subject.nonlinearity ?? 'tanh' },
    GRU: { ...DEFAULT_GRU, reset: 'after', update },
    LSTM: DEFAULT_LSTM,
  };
  return {
    cell: cells[subject.kind],
    inputs: subject.I,
    hidden: subject.H,
    layers: subject.layers,
    directions: subject.bidirectional ? 'concat' : 'forward',
  };
}

/** Its parameters, or their gradients, as a state dictionary. */
export function torchStateOf(named: Readonly<Record<string, OracleTensor>>): TorchState {
  const entries = Object.entries(named);
  return Object.fromEntries(entries.map(([name, t]) => [name, { shape: t.shape, data: tensorValues(t) }]));
}

/** PyTorch keeps states as (layers · directions, B, n_a), forward before backward. */
export function torchStates(
  spec: StackSpec,
  hidden: OracleTensor,
  cell: OracleTensor | undefined,
): Layers<CellState> {
  const length = (hidden.shape[1] ?? 0) * (hidden.shape[2] ?? 0);
  return mapStack(spec, (layer, direction) => {
    const start = (layer * directionCount(spec) + direction) * length;
    const part = (from: OracleTensor | undefined) =>
      from ? tensorValues(from).slice(start, start + length) : new Float64Array(0);
    return { hidden: part(hidden), cell: part(cell) };
  });
}

/** The two biases of a gate have the same gradient, ours has one of them; b_hn of a GRU is apart. */
export function gradientNamed(theirs: TorchState, name: string, { kind, H }: TorchCase): Float64Array {
  const found = theirs[name]?.data ?? new Float64Array(0);
  if (!name.startsWith('bias_hh')) return found;
  const shared = theirs[name.replace('bias_hh', 'bias_ih')]?.data ?? new Float64Array(0);
  if (kind !== 'GRU') return shared;
  return Float64Array.from([...shared.subarray(0, 2 * H), ...found.subarray(2 * H)]);
}

/** What a conversion gives; one that is refused fails the test. */
export function convertedValue<T>(conversion: Conversion<T>): T {
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.error));
  return conversion.value;
}
