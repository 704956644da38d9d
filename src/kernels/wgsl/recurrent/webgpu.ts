import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { hasPeepholes, hasRecurrentBias } from '../../../models/cells/parameters.ts';
import { gateRoles, hasCell } from '../../../models/cells/roles.ts';
import { columnSumProgram, SUM_COLUMNS } from '../column-sums.ts';
import { dispatch, emptyTensor } from '../dispatch.ts';
import type { RecurrenceAttributes } from '../names.ts';
import { plainView, productProgram, productRun, transposedView } from '../product.ts';
import { reads } from '../program.ts';
import { TRANSPOSE_TILE, transposeProgram } from '../transpose.ts';
import { backwardProgram } from './backward.ts';
import { extraWidth } from './cell.ts';
import { forwardProgram } from './forward.ts';
import { peepholeSums, weightGradientParts } from './parameter-gradients.ts';

/** [z, weights, initial, trace, extra?, mask?] → [hidden, final state]: one dispatch, whatever T is. */
export function recurrence(
  backend: WebGPUBackend,
  inputs: readonly TensorInfo[],
  attributes: RecurrenceAttributes,
): TensorInfo[] {
  const { steps, batch, hidden } = attributes;
  const [z, weights, initial, trace, ...rest] = inputs as [TensorInfo, TensorInfo, TensorInfo, TensorInfo];
  const outputs = [
    emptyTensor(backend, [steps * batch, hidden]),
    emptyTensor(backend, [stateCount(attributes), batch, hidden]),
  ];
  const { program, plan } = forwardProgram(attributes, backend.device.limits);
  dispatch(backend, program, {
    tensors: [z, weights, initial, ...rest, ...outputs, trace],
    params: timeParams(attributes),
    groups: [Math.ceil(batch / plan.rows)],
  });
  return outputs;
}

/** [above, weights, trace, dFinal?, extra?, mask?] → [dz, dWeights, dInitial, dExtra?]: a few dispatches, whatever T is. */
export function recurrenceGradient(
  backend: WebGPUBackend,
  inputs: readonly TensorInfo[],
  attributes: RecurrenceAttributes,
): TensorInfo[] {
  const { spec, batch, fromFinal } = attributes;
  const [above, weights, trace, ...rest] = inputs as [TensorInfo, TensorInfo, TensorInfo];
  const final = rest.splice(0, fromFinal ? 1 : 0);
  // b_hc is added, so that the way back does not need it.
  rest.splice(0, hasRecurrentBias(spec) ? 1 : 0);
  const weightsT = transposed(backend, weights);
  const results = emptyGradients(backend, attributes);
  const { dz, dq, dState } = results;
  const { program, plan } = backwardProgram(attributes, backend.device.limits);
  dispatch(backend, program, {
    tensors: [above, ...final, trace, weightsT, ...rest, dz, ...(dq ? [dq] : []), dState],
    params: timeParams(attributes),
    groups: [Math.ceil(batch / plan.rows)],
  });
  backend.disposeData(weightsT.dataId);
  const dWeights = weightGradient(backend, attributes, trace, results, weights.shape);
  const dExtra = extraWidth(spec) > 0 ? [extraGradient(backend, attributes, trace, results)] : [];
  if (dq) backend.disposeData(dq.dataId);
  return [dz, dWeights, dState, ...dExtra];
}

interface SequenceResults {
  readonly dz: TensorInfo;
  readonly dq: TensorInfo | null;
  readonly dState: TensorInfo;
}

function emptyGradients(backend: WebGPUBackend, attributes: RecurrenceAttributes): SequenceResults {
  const { spec, steps, batch, hidden } = attributes;
  const rows = steps * batch;
  return {
    dz: emptyTensor(backend, [rows, gateRoles(spec).length * hidden]),
    dq: hasRecurrentBias(spec) ? emptyTensor(backend, [rows, hidden]) : null,
    dState: emptyTensor(backend, [stateCount(attributes), batch, hidden]),
  };
}

/** ∂L/∂W_a: one matrix product over all steps, or two where a GRU's candidate stands apart. */
function weightGradient(
  backend: WebGPUBackend,
  { spec, steps, batch, hidden }: RecurrenceAttributes,
  trace: TensorInfo,
  { dz, dq }: SequenceResults,
  shape: readonly number[],
): TensorInfo {
  const result = emptyTensor(backend, shape);
  const terms = steps * batch;
  for (const { lane, source, width, shift, offset, columns } of weightGradientParts(spec, hidden)) {
    const size = { rows: hidden, terms, columns };
    const { tile, params, groups } = productRun(size, {
      left: transposedView(plainView(hidden, lane * terms * hidden)),
      right: plainView(width, shift),
      result: plainView(gateRoles(spec).length * hidden, offset),
    });
    const tensors = [trace, source === 'dq' && dq ? dq : dz, result];
    dispatch(backend, productProgram(tile, false), { tensors, params, groups });
  }
  return result;
}

const recurrentBiasSums = columnSumProgram({
  key: 'recurrent bias',
  buffers: [reads('dq')],
  term: 'dq[row * params.columns + column]',
});

/** ∂L/∂b_hc or ∂L/∂ of the peepholes. */
function extraGradient(
  backend: WebGPUBackend,
  { spec, steps, batch, hidden }: RecurrenceAttributes,
  trace: TensorInfo,
  { dz, dq }: SequenceResults,
): TensorInfo {
  const columns = extraWidth(spec) * hidden;
  const result = emptyTensor(backend, [columns]);
  const groups = [Math.ceil(columns / SUM_COLUMNS)] as const;
  const rows = steps * batch;
  if (hasPeepholes(spec)) {
    const program = columnSumProgram(peepholeSums(spec));
    dispatch(backend, program, { tensors: [dz, trace, result], params: { rows, columns, hidden }, groups });
  } else if (dq) {
    dispatch(backend, recurrentBiasSums, { tensors: [dq, result], params: { rows, columns }, groups });
  }
  return result;
}

function transposed(backend: WebGPUBackend, matrix: TensorInfo): TensorInfo {
  const [rows = 0, columns = 0] = matrix.shape;
  const result = emptyTensor(backend, [columns, rows]);
  dispatch(backend, transposeProgram, {
    tensors: [matrix, result],
    params: { rows, columns },
    groups: [Math.ceil(columns / TRANSPOSE_TILE), Math.ceil(rows / TRANSPOSE_TILE)],
  });
  return result;
}

function timeParams({ steps, batch, reverse }: RecurrenceAttributes) {
  return { steps, batch, reverse: reverse ? 1 : 0 };
}

function stateCount({ spec }: RecurrenceAttributes): number {
  return hasCell(spec) ? 2 : 1;
}
