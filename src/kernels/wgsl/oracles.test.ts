import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { forwardSequence, zeroState } from '../../models/cells/sequence.ts';
import type { StackSpec } from '../../models/cells/stack.ts';
import type { CellParameters, CellSpec, CellState } from '../../models/cells/types.ts';
import { fromKeras } from '../../models/convert/keras.ts';
import { fromTorch, toTorch } from '../../models/convert/torch.ts';
import {
  convertedValue,
  stackOfCase,
  type TorchCase,
  torchCases,
  torchStateOf,
} from '../../models/convert/torch-cases.testkit.ts';
import { type OracleTensor, oracle, tensorValues } from '../../models/oracle.testkit.ts';
import { openDawnBackend } from './dawn.testkit.ts';
import { type PassName, type PassNumbers, type SequencePass, sequenceOnDevice } from './sequence-pass.ts';

interface KerasCase {
  readonly input: OracleTensor;
  readonly weights: readonly OracleTensor[];
  readonly expected: OracleTensor;
}

const torch = torchCases();
const { open, reason } = await openDawnBackend();
const NONE = new Float64Array(0);

/** A stack of our op, layer by layer; a layer's way back waits for those above it. */
class DeviceStack {
  readonly subject: TorchCase;
  readonly spec: StackSpec;
  readonly passes: SequencePass[][] = [];
  readonly results: PassNumbers[][] = [];

  constructor(subject: TorchCase) {
    this.subject = subject;
    this.spec = stackOfCase(subject);
  }

  state(hidden: OracleTensor, cell: OracleTensor | undefined, layer: number, direction: number): CellState {
    const { B, H, bidirectional } = this.subject;
    const start = (layer * (bidirectional ? 2 : 1) + direction) * B * H;
    const part = (of: OracleTensor | undefined) => (of ? tensorValues(of).slice(start, start + B * H) : NONE);
    return { hidden: part(hidden), cell: part(cell) };
  }

  async forward(): Promise<Float64Array> {
    const { x, h0, c0, T, B, H, I, params } = this.subject;
    let input: Float64Array = tensorValues(x);
    let inputs = I;
    for (const [layer, cells] of convertedValue(fromTorch(this.spec, torchStateOf(params))).entries()) {
      const passes = cells.map((parameters, direction): SequencePass => {
        const initial = this.state(h0, c0, layer, direction);
        const output = {
          hidden: new Float64Array(T * B * H),
          finalHidden: new Float64Array(B * H),
          finalCell: new Float64Array(initial.cell.length),
        };
        const shape = { inputs, hidden: H };
        return {
          spec: this.spec.cell,
          shape,
          size: { steps: T, batch: B },
          parameters,
          input,
          initial,
          output,
          reverse: direction === 1,
          mask: null,
        };
      });
      const found: PassNumbers[] = [];
      for (const pass of passes) found.push(await sequenceOnDevice(pass));
      this.passes.push(passes);
      this.results.push(found);
      input = interleave(
        found.map((each) => each.hidden),
        H,
      );
      inputs = H * passes.length;
    }
    return input;
  }

  async backward(): Promise<Float64Array> {
    const { dout, dhn, dcn, H } = this.subject;
    let above: Float64Array = tensorValues(dout);
    for (let layer = this.passes.length - 1; layer >= 0; layer--) {
      const passes = this.passes[layer] ?? [];
      const found: PassNumbers[] = [];
      for (const [direction, pass] of passes.entries()) {
        const final = this.state(dhn, dcn, layer, direction);
        const hidden = part(above, H, direction, passes.length);
        const output = { hidden, finalHidden: final.hidden, finalCell: final.cell };
        found.push(await sequenceOnDevice({ ...pass, output }));
      }
      this.results[layer] = found;
      above = (found[0]?.dInput ?? NONE).map((value, i) => value + (found[1]?.dInput?.[i] ?? 0));
    }
    return above;
  }

  all(name: PassName): Float64Array {
    return Float64Array.from(this.results.flat().flatMap((each) => [...each[name]]));
  }
}

function interleave(parts: readonly Float64Array[], width: number): Float64Array {
  const length = parts.length * (parts[0]?.length ?? 0);
  return Float64Array.from({ length }, (_, at) => {
    const [row, column] = [Math.floor(at / (width * parts.length)), at % (width * parts.length)];
    return parts[Math.floor(column / width)]![row * width + (column % width)]!;
  });
}
function part(whole: Float64Array, width: number, index: number, count: number): Float64Array {
  return whole.filter((_, at) => Math.floor((at % (width * count)) / width) === index);
}

function expectNear(found: Float64Array, expected: OracleTensor | undefined, tolerance: number): void {
  const values = tensorValues(expected ?? { shape: [], data: [] });
  expect(found.length).toBe(values.length);
  const norm = (each: Float64Array) => Math.sqrt(each.reduce((total, value) => total + value * value, 0));
  expect(norm(values.map((value, i) => value - found[i]!))).toBeLessThanOrEqual(
    tolerance * Math.max(norm(values), 1e-3),
  );
}

const torchRuns = (torch ?? []).map((subject, index) => ({
  name: `case ${index}, ${subject.kind}`,
  subject,
}));

/** Gradients under PyTorch's names. */
function torchGradients({ spec, results, subject }: DeviceStack): Readonly<Record<string, Float64Array>> {
  const gradients = results.map((cells) =>
    cells.map(
      (d): CellParameters => ({
        inputWeights: d.dInputWeights,
        recurrentWeights: d.dRecurrentWeights,
        bias: d.dBias,
        recurrentBias: subject.kind === 'GRU' ? d.dExtra : NONE,
        peepholes: NONE,
      }),
    ),
  );
  const theirs = convertedValue(toTorch(spec, gradients));
  return Object.fromEntries(Object.entries(theirs).map(([name, { data }]) => [name, data]));
}

/**
 * PyTorch has two biases a gate, with one gradient, and we have the first of them; only the end of a GRU's second, inside
 * the reset product, is a parameter of its own.
 */
function comparable(name: string, { kind, H }: TorchCase): number | null {
  if (!name.startsWith('bias_hh')) return 0;
  return kind === 'GRU' ? 2 * H : null;
}

describe.skipIf(!open || !torch).each(torchRuns)(
  `PyTorch $name through the fused op${reason}`,
  { timeout: 60_000 },
  ({ subject }) => {
    it('has its outputs, final states and every gradient', async () => {
      const stack = new DeviceStack(subject);
      expectNear(await stack.forward(), subject.expect.out, 1e-5);
      expectNear(stack.all('finalHidden'), subject.expect.hn, 1e-5);
      if (subject.kind === 'LSTM') expectNear(stack.all('finalCell'), subject.expect.cn, 1e-5);
      expectNear(await stack.backward(), subject.expect.dx, 1e-4);
      expectNear(stack.all('dInitialHidden'), subject.expect.dh0, 1e-4);
      if (subject.kind === 'LSTM') expectNear(stack.all('dInitialCell'), subject.expect.dc0, 1e-4);
      const found = torchGradients(stack);
      for (const [name, { shape, data }] of Object.entries(subject.expect.grads)) {
        const first = comparable(name, subject);
        if (first === null) continue;
        expectNear((found[name] ?? NONE).slice(first), { shape, data: data.slice(first) }, 1e-4);
      }
    });
  },
);

/** Keras's ways of its nine cases, by number: logistic gates and candidate or its defaults; backwards; from a kept state. */
const KERAS = [
  [false, false, false],
  [true, false, false],
  [false, false, false],
  [false, true, false],
  [false, true, false],
  [false, false, true],
  [false, false, true],
  [false, true, true],
  [false, true, true],
] as const;

const kerasCases = (['LSTM', 'GRU', 'SimpleRNN'] as const).flatMap((layer) => {
  const file = oracle<Record<string, KerasCase>>(`keras-recurrent/${layer}.json`);
  return KERAS.flatMap(([sigmoid, reverse, stateful], index) => {
    const subject = file?.[`recurrent.${layer}.${index}`];
    return subject ? [{ layer, index, subject, sigmoid, reverse, stateful }] : [];
  });
});

function kerasCell(layer: string, sigmoid: boolean): CellSpec {
  const gate = sigmoid ? 'sigmoid' : 'hard-sigmoid';
  const activation = sigmoid ? 'sigmoid' : 'tanh';
  if (layer === 'SimpleRNN') return { ...DEFAULT_RNN, activation };
  if (layer === 'GRU') return { ...DEFAULT_GRU, update: 'keeps', gate, candidate: activation };
  return { ...DEFAULT_LSTM, gate, candidate: activation, output: activation };
}

/** The case as a pass; a stateful layer starts from the state that the same input left. */
function kerasPass({
  layer,
  subject,
  sigmoid,
  reverse,
  stateful,
}: (typeof kerasCases)[number]): SequencePass {
  const spec = kerasCell(layer, sigmoid);
  const [kernel, recurrentKernel, bias] = subject.weights.map(({ shape, data }) => ({
    shape,
    data: Float64Array.from(data),
  }));
  if (!kernel || !recurrentKernel) throw new Error('two matrices at least');
  const shape = { inputs: kernel.shape[0] ?? 0, hidden: recurrentKernel.shape[0] ?? 0 };
  const converted = fromKeras(spec, shape, { kernel, recurrentKernel, ...(bias ? { bias } : {}) });
  if (!converted.ok) throw new Error(JSON.stringify(converted.error));
  const parameters = converted.value;
  const size = { steps: subject.input.shape[0] ?? 0, batch: 1 };
  const input = tensorValues(subject.input);
  const zero = zeroState(spec, shape, 1);
  const dense = { form: 'dense', values: input } as const;
  const initial = stateful ? forwardSequence(spec, shape, parameters, dense, size, { reverse }).final : zero;
  const hidden = new Float64Array(size.steps * shape.hidden);
  const output = { hidden, finalHidden: zero.hidden, finalCell: zero.cell };
  return { spec, shape, size, parameters, input, initial, output, reverse, mask: null };
}

describe.skipIf(!open || kerasCases.length === 0)(
  `Keras through the fused op${reason}`,
  { timeout: 60_000 },
  () => {
    afterAll(() => open?.dispose());

    it.each(kerasCases)('$layer, case $index', async (each) => {
      const pass = kerasPass(each);
      const { hidden, finalHidden } = await sequenceOnDevice(pass);
      const width = pass.shape.hidden;
      const rows = Array.from({ length: pass.size.steps }, (_, t) => [
        ...hidden.subarray(t * width, (t + 1) * width),
      ]);
      const computed = Float64Array.from((pass.reverse ? rows.reverse() : rows).flat());
      const { expected } = each.subject;
      expectNear(expected.shape.length === 1 ? finalHidden : computed, expected, 1e-5);
    });
  },
);
