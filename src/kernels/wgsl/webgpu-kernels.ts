import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { columnSumProgram, SUM_COLUMNS } from './column-sums.ts';
import {
  crossEntropyGradientProgram,
  crossEntropyProgram,
  meansProgram,
  rowGroups,
} from './cross-entropy.ts';
import { dispatch, emptyTensor } from './dispatch.ts';
import { elementGroups, packProgram, SLOTS_AT_ONCE, unpackProgram } from './flat.ts';
import type { OpFunctions, PackAttributes, UpdateAttributes } from './names.ts';
import {
  momentCount,
  squaredSumParts,
  squaredSumsProgram,
  updateConstants,
  updateGroups,
  updateProgram,
} from './optimizer.ts';
import {
  type MatrixView,
  type ProductSize,
  plainView,
  productProgram,
  productRun,
  transposedView,
} from './product.ts';
import { type Program, reads } from './program.ts';
import { recurrence, recurrenceGradient } from './recurrent/webgpu.ts';
import { thinParams, thinProgram } from './thin.ts';
import { lookUpGradientProgram, lookUpGroups, lookUpProgram, SCATTER_COLUMNS, tokenParts } from './tokens.ts';

/** Our ops on TF.js's WebGPU device: what each dispatches. */
export const webgpuOps: OpFunctions<WebGPUBackend> = {
  empty: (backend, _inputs, { shape }) => [emptyTensor(backend, shape)],

  unpack(backend, [flat], { slots }) {
    const tensors = slots.map(({ shape }) => emptyTensor(backend, shape));
    copySlots(backend, unpackProgram, slots, (part) => [input(flat), ...part], tensors);
    return tensors;
  },

  pack(backend, tensors, { slots, length }) {
    const flat = emptyTensor(backend, [length]);
    copySlots(backend, packProgram, slots, (part) => [...part, flat], tensors);
    return [flat];
  },

  lookUp(backend, [tokens, weights, bias], { rows }) {
    const columns = width(weights);
    const result = emptyTensor(backend, [rows, columns]);
    dispatch(backend, lookUpProgram, {
      tensors: [input(tokens), input(weights), input(bias), result],
      params: { rows, columns },
      groups: lookUpGroups(rows * columns),
    });
    return [result];
  },

  lookUpGradient(backend, [tokens, dz], { rows, inputs }) {
    const columns = width(dz);
    const result = emptyTensor(backend, [inputs, columns]);
    dispatch(backend, lookUpGradientProgram, {
      tensors: [input(tokens), input(dz), result],
      params: { rows, columns },
      groups: [Math.ceil(columns / SCATTER_COLUMNS), inputs],
    });
    return [result, columnSums(backend, input(dz), rows)];
  },

  dense(backend, [x, weights, bias]) {
    const [rows, terms, columns] = [height(x), width(x), width(weights)];
    const left = plainView(terms);
    const right = plainView(columns);
    return [
      multiply(backend, [input(x), input(weights), input(bias)], { rows, terms, columns }, { left, right }),
    ];
  },

  denseGradient(backend, [x, weights, dz]) {
    const [rows, inputs, columns] = [height(x), width(x), width(weights)];
    const d = plainView(columns);
    const dx = multiply(
      backend,
      [input(dz), input(weights)],
      { rows, terms: columns, columns: inputs },
      { left: d, right: transposedView(plainView(columns)) },
    );
    const dWeights = multiply(
      backend,
      [input(x), input(dz)],
      { rows: inputs, terms: rows, columns },
      { left: transposedView(plainView(inputs)), right: d },
    );
    return [dx, dWeights, columnSums(backend, input(dz), rows)];
  },

  recurrence,
  recurrenceGradient,

  thin(backend, [x], { layer, ...dropout }) {
    const result = emptyTensor(backend, input(x).shape);
    const count = height(x) * width(x);
    dispatch(backend, thinProgram, {
      tensors: [input(x), result],
      params: thinParams(dropout, layer, count),
      groups: elementGroups(count),
    });
    return [result];
  },

  crossEntropy(backend, [logits, tokens], { rows, classes, scale }) {
    const { targets } = tokenParts(rows);
    const each = emptyTensor(backend, [2, rows]);
    dispatch(backend, crossEntropyProgram, {
      tensors: [input(logits), input(tokens), each],
      params: { rows, classes, targets, nan: Number.NaN },
      groups: rowGroups(rows),
    });
    const means = [emptyTensor(backend, []), emptyTensor(backend, [])];
    dispatch(backend, meansProgram, {
      tensors: [each, ...means],
      params: { count: rows, scale },
      groups: [2],
    });
    backend.disposeData(each.dataId);
    return means;
  },

  crossEntropyGradient(backend, [logits, tokens, dy], { rows, classes, scale }) {
    const { targets } = tokenParts(rows);
    const result = emptyTensor(backend, [rows, classes]);
    dispatch(backend, crossEntropyGradientProgram, {
      tensors: [input(logits), input(tokens), input(dy), result],
      params: { rows, classes, targets, scale },
      groups: rowGroups(rows),
    });
    return [result];
  },

  update(backend, inputs, attributes) {
    const [parameters, gradients] = inputs;
    const count = input(parameters).shape[0] ?? 0;
    const partCount = squaredSumParts(count);
    const parts = emptyTensor(backend, [partCount]);
    dispatch(backend, squaredSumsProgram, {
      tensors: [input(parameters), input(gradients), parts],
      params: { count, parts: partCount, nan: Number.NaN },
      groups: [partCount],
    });
    runUpdate(backend, inputs, parts, count, attributes);
    backend.disposeData(parts.dataId);
    return [];
  },
};

function runUpdate(
  backend: WebGPUBackend,
  [parameters, gradients, loss, accuracy, curve, ...moments]: readonly TensorInfo[],
  parts: TensorInfo,
  count: number,
  { optimizer, learningRate, step, clip, slot }: UpdateAttributes,
): void {
  if (moments.length !== momentCount(optimizer.kind))
    throw new RangeError(`${optimizer.kind} keeps ${momentCount(optimizer.kind)} moments`);
  const groups = updateGroups(count);
  dispatch(backend, updateProgram(optimizer.kind), {
    tensors: [input(parameters), ...moments, ...[gradients, parts, loss, accuracy, curve].map(input)],
    params: {
      count,
      partCount: parts.shape[0] ?? 0,
      slot,
      groups,
      clip: clip ?? -1,
      nan: Number.NaN,
      ...updateConstants(optimizer, learningRate, step),
    },
    groups: [groups],
  });
}

/** C = A·B into a tensor of its own; a third operand is a bias. */
function multiply(
  backend: WebGPUBackend,
  operands: readonly TensorInfo[],
  size: ProductSize,
  views: { readonly left: MatrixView; readonly right: MatrixView },
): TensorInfo {
  const result = emptyTensor(backend, [size.rows, size.columns]);
  const { tile, params, groups } = productRun(size, { ...views, result: plainView(size.columns) });
  const program = productProgram(tile, operands.length > 2);
  dispatch(backend, program, { tensors: [...operands, result], params, groups });
  return result;
}

const plainColumnSums = columnSumProgram({
  key: 'plain',
  buffers: [reads('values')],
  term: 'values[row * params.columns + column]',
});

function columnSums(backend: WebGPUBackend, values: TensorInfo, rows: number): TensorInfo {
  const columns = width(values);
  const result = emptyTensor(backend, [columns]);
  dispatch(backend, plainColumnSums, {
    tensors: [values, result],
    params: { rows, columns },
    groups: [Math.ceil(columns / SUM_COLUMNS)],
  });
  return result;
}

/** Copies as many neighbouring slots at once as a shader may have buffers. */
function copySlots(
  backend: WebGPUBackend,
  program: (count: number) => Program,
  slots: PackAttributes['slots'],
  buffers: (part: readonly TensorInfo[]) => readonly TensorInfo[],
  tensors: readonly TensorInfo[],
): void {
  for (let first = 0; first < slots.length; first += SLOTS_AT_ONCE) {
    const part = slots.slice(first, first + SLOTS_AT_ONCE);
    const begins = part.map(({ offset }, i) => [`begin${i}`, offset] as const);
    const begin = part[0]?.offset ?? 0;
    const end = (part.at(-1)?.offset ?? 0) + (part.at(-1)?.length ?? 0);
    dispatch(backend, program(part.length), {
      tensors: buffers(tensors.slice(first, first + SLOTS_AT_ONCE)),
      params: { ...Object.fromEntries(begins), end },
      groups: elementGroups(end - begin),
    });
  }
}

/** An input that the op must have: its callers are in `ops.ts`. */
function input(tensor: TensorInfo | undefined): TensorInfo {
  if (!tensor) throw new RangeError('an op lacks a tensor');
  return tensor;
}

const height = (tensor: TensorInfo | undefined) => input(tensor).shape[0] ?? 0;
const width = (tensor: TensorInfo | undefined) => input(tensor).shape[1] ?? 0;
