import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { dropoutFactors } from '../../models/cells/dropout.ts';
import { viewCell } from '../../models/cells/parameters.ts';
import { gateRoles, hasCell } from '../../models/cells/roles.ts';
import { backwardSequence, forwardSequence } from '../../models/cells/sequence.ts';
import type { CellParameters } from '../../models/cells/types.ts';
import { crossEntropyGradient } from '../../models/dense/losses.ts';
import { clipByNorm, gradientNorm } from '../../models/optim/clip.ts';
import { createOptimizer } from '../../models/optim/optimizer.ts';
import type { CrossEntropyAttributes, OpFunctions, RecurrenceAttributes } from './names.ts';
import { extraWidth } from './recurrent/cell.ts';
import { tokenParts } from './tokens.ts';

type Values = Float32Array;

/** Our ops on TF.js's CPU backend, by the reference models: the graph's mathematics without a device. */
export const cpuOps: OpFunctions<MathBackendCPU> = {
  empty: (cpu, _inputs, { shape }) => [make(cpu, new Float32Array(shape.reduce((a, b) => a * b, 1)), shape)],

  unpack: (cpu, [flat], { slots }) =>
    slots.map(({ offset, length, shape }) => make(cpu, of(cpu, flat).slice(offset, offset + length), shape)),

  pack(cpu, tensors, { slots, length }) {
    const flat = new Float32Array(length);
    slots.forEach(({ offset }, i) => {
      flat.set(of(cpu, tensors[i]), offset);
    });
    return [make(cpu, flat, [length])];
  },

  lookUp(cpu, [tokens, weights, bias], { rows }) {
    const columns = bias?.shape[0] ?? 0;
    const [ids, w, b] = [of(cpu, tokens), of(cpu, weights), of(cpu, bias)];
    const z = Float32Array.from({ length: rows * columns }, (_, at) => {
      const column = at % columns;
      return w[ids[Math.floor(at / columns)]! * columns + column]! + b[column]!;
    });
    return [make(cpu, z, [rows, columns])];
  },

  lookUpGradient(cpu, [tokens, dz], { rows, inputs }) {
    const columns = dz?.shape[1] ?? 0;
    const [ids, d] = [of(cpu, tokens), of(cpu, dz)];
    const weights = new Float32Array(inputs * columns);
    for (let at = 0; at < rows * columns; at++) {
      weights[ids[Math.floor(at / columns)]! * columns + (at % columns)]! += d[at]!;
    }
    return [make(cpu, weights, [inputs, columns]), columnSums(cpu, d, columns)];
  },

  dense(cpu, [x, weights, bias]) {
    const [rows = 0, terms = 0] = x?.shape ?? [];
    const columns = bias?.shape[0] ?? 0;
    const z = multiply(of(cpu, x), of(cpu, weights), { rows, terms, columns });
    const b = of(cpu, bias);
    return [
      make(
        cpu,
        z.map((value, at) => value + b[at % columns]!),
        [rows, columns],
      ),
    ];
  },

  denseGradient(cpu, [x, weights, dz]) {
    const [rows = 0, inputs = 0] = x?.shape ?? [];
    const columns = dz?.shape[1] ?? 0;
    const d = of(cpu, dz);
    const w = transpose(of(cpu, weights), inputs, columns);
    const xT = transpose(of(cpu, x), rows, inputs);
    return [
      make(cpu, multiply(d, w, { rows, terms: columns, columns: inputs }), [rows, inputs]),
      make(cpu, multiply(xT, d, { rows: inputs, terms: rows, columns }), [inputs, columns]),
      columnSums(cpu, d, columns),
    ];
  },

  recurrence(cpu, inputs, attributes) {
    const { hidden, batch, steps } = attributes;
    const [z, weights, initial, trace, ...rest] = inputs;
    const saved = [z, initial].map((each) => of(cpu, each));
    const pass = forward(cpu, attributes, { z: saved[0]!, initial: saved[1]! }, weights, rest);
    // The trace need only hold what this backend wants again: z, then the initial state.
    of(cpu, trace).set(joined(saved).subarray(0, of(cpu, trace).length));
    const final = joined([pass.trace.final.hidden, pass.trace.final.cell]);
    return [
      make(cpu, Float32Array.from(pass.trace.values.hidden ?? []), [steps * batch, hidden]),
      make(cpu, final, [states(attributes), batch, hidden]),
    ];
  },

  recurrenceGradient(cpu, [above, weights, trace, ...inputs], attributes) {
    const { spec, steps, batch, hidden, fromFinal } = attributes;
    const gates = gateRoles(spec).length * hidden;
    const kept = of(cpu, trace);
    const z = kept.slice(0, steps * batch * gates);
    const initial = kept.slice(z.length, z.length + states(attributes) * batch * hidden);
    const rest = [...inputs];
    const final = fromFinal ? of(cpu, rest.shift()) : new Float32Array(states(attributes) * batch * hidden);
    const pass = forward(cpu, attributes, { z, initial }, weights, rest);
    const block = batch * hidden;
    const d = backwardSequence(pass.trace, pass.parameters, {
      hidden: Float64Array.from(of(cpu, above)),
      finalHidden: Float64Array.from(final.subarray(0, block)),
      finalCell: Float64Array.from(final.subarray(block)),
    });
    const extra = joined([d.parameters.recurrentBias, d.parameters.peepholes]);
    return [
      make(cpu, Float32Array.from(d.input ?? []), [steps * batch, gates]),
      make(cpu, Float32Array.from(d.parameters.recurrentWeights), [hidden, gates]),
      make(cpu, joined([d.initial.hidden, d.initial.cell]), [states(attributes), batch, hidden]),
      ...(extra.length > 0 ? [make(cpu, extra, [extra.length])] : []),
    ];
  },

  crossEntropy(cpu, [logits, tokens], attributes) {
    const { loss, accuracy } = readRows(cpu, logits, tokens, attributes);
    return [loss, accuracy].map((value) => make(cpu, Float32Array.of(value), []));
  },

  thin(cpu, [x], { layer, ...dropout }) {
    const values = of(cpu, x);
    const factors = dropoutFactors(dropout, layer, values.length);
    return [
      make(
        cpu,
        values.map((value, i) => value * factors[i]!),
        x?.shape ?? [],
      ),
    ];
  },

  crossEntropyGradient(cpu, [logits, tokens, dy], attributes) {
    const { gradient } = readRows(cpu, logits, tokens, attributes);
    const factor = of(cpu, dy)[0] ?? 0;
    return [
      make(
        cpu,
        Float32Array.from(gradient, (value) => factor * value),
        logits?.shape ?? [],
      ),
    ];
  },

  update(cpu, [parameters, gradients, loss, accuracy, curve, ...moments], at) {
    const theta = of(cpu, parameters);
    const g = Float64Array.from(of(cpu, gradients));
    const norm = at.clip === null ? gradientNorm(g) : clipByNorm(g, at.clip);
    const optimizer = createOptimizer(at.optimizer, theta.length);
    const before = moments.map((moment) => of(cpu, moment));
    optimizer.restore(
      Float64Array.from([at.step - 1, at.learningRate, ...before.flatMap((each) => [...each])]),
    );
    const next = Float64Array.from(theta);
    optimizer.step(next, g);
    theta.set(next);
    const after = optimizer.state().subarray(2);
    before.forEach((each, i) => {
      each.set(after.subarray(i * theta.length, (i + 1) * theta.length));
    });
    of(cpu, curve).set([of(cpu, loss)[0]!, norm, of(cpu, accuracy)[0]!], 3 * at.slot);
    return [];
  },
};

/** The reference, fed with ready-made pre-activations: inputs z, W_x = 1, b = 0. */
function forward(
  cpu: MathBackendCPU,
  { spec, steps, batch, hidden, reverse, masked }: RecurrenceAttributes,
  { z, initial }: { readonly z: Values; readonly initial: Values },
  weights: TensorInfo | undefined,
  rest: readonly TensorInfo[],
) {
  const inputs = gateRoles(spec).length * hidden;
  const identity = Float64Array.from({ length: inputs * inputs }, (_, at) =>
    at % (inputs + 1) === 0 ? 1 : 0,
  );
  const extra = extraWidth(spec) > 0 ? of(cpu, rest[0]) : new Float32Array(0);
  const flat = Float64Array.from([...identity, ...of(cpu, weights), ...new Float32Array(inputs), ...extra]);
  const parameters: CellParameters = viewCell(spec, { inputs, hidden }, flat);
  const mask = masked ? Uint8Array.from(of(cpu, rest.at(-1))) : null;
  const input = { form: 'dense', values: Float64Array.from(z) } as const;
  const options = {
    initial: {
      hidden: Float64Array.from(initial.subarray(0, batch * hidden)),
      cell: Float64Array.from(initial.subarray(batch * hidden)),
    },
    reverse,
    ...(mask ? { mask } : {}),
  };
  const trace = forwardSequence(spec, { inputs, hidden }, parameters, input, { steps, batch }, options);
  return { trace, parameters };
}

function readRows(
  cpu: MathBackendCPU,
  logits: TensorInfo | undefined,
  tokens: TensorInfo | undefined,
  { rows, classes, scale }: CrossEntropyAttributes,
) {
  const start = tokenParts(rows).targets;
  const targets = Int32Array.from(of(cpu, tokens).subarray(start, start + rows));
  const gradient = Float64Array.from(of(cpu, logits));
  let right = 0;
  targets.forEach((target, row) => {
    const z = gradient.subarray(row * classes, (row + 1) * classes);
    if (target >= 0 && z.indexOf(Math.max(...z)) === target) right += 1;
  });
  const sum = crossEntropyGradient(gradient, targets, classes, scale);
  return { loss: scale * sum, accuracy: scale * right, gradient };
}

function multiply(
  a: Values,
  b: Values,
  { rows, terms, columns }: { readonly rows: number; readonly terms: number; readonly columns: number },
): Values {
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let k = 0; k < terms; k++) sum += a[row * terms + k]! * b[k * columns + column]!;
    return sum;
  });
}

function transpose(values: Values, rows: number, columns: number): Values {
  return values.map((_, at) => values[(at % rows) * columns + Math.floor(at / rows)]!);
}

function columnSums(cpu: MathBackendCPU, values: Values, columns: number): TensorInfo {
  const sums = new Float64Array(columns);
  values.forEach((value, at) => {
    sums[at % columns]! += value;
  });
  return make(cpu, Float32Array.from(sums), [columns]);
}

function joined(parts: readonly ArrayLike<number>[]): Values {
  return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}

const states = ({ spec }: RecurrenceAttributes) => (hasCell(spec) ? 2 : 1);

function of(cpu: MathBackendCPU, tensor: TensorInfo | undefined): Values {
  if (!tensor) throw new RangeError('an op lacks a tensor');
  return cpu.data.get(tensor.dataId).values as Values;
}

function make(cpu: MathBackendCPU, values: Values, shape: readonly number[]): TensorInfo {
  return cpu.makeTensorInfo([...shape], 'float32', values);
}
