import { applyActivation, applyDerivative } from '../../dense/activations.ts';
import { lane } from '../lanes.ts';
import {
  addAffine,
  addAffineBack,
  type BackwardPass,
  type Block,
  closeGate,
  type ForwardPass,
  flowThrough,
  holdLane,
  openGate,
} from '../pass.ts';
import { gateRoles } from '../roles.ts';
import type { LstmSpec } from '../types.ts';

/** The gates that may look at the cell, in the order in which their peepholes are stored. */
export const PEEPHOLE_GATES = ['forget', 'update', 'output'] as const;
export type PeepholeGate = (typeof PEEPHOLE_GATES)[number];

/**
 * One step of an LSTM (Hochreiter & Schmidhuber 1997; forget gate: Gers, Schmidhuber & Cummins 2000):
 *
 *     Γ_f, Γ_u, Γ_o = σ(W[a_prev, x] + b)      c̃ = tanh(W_c[a_prev, x] + b_c)
 *     c = Γ_f ∗ c_prev + Γ_u ∗ c̃               a = Γ_o ∗ tanh(c)
 *
 * With peepholes (Gers & Schmidhuber 2000) Γ_f and Γ_u also see p ∗ c_prev, and Γ_o sees p ∗ c.
 */
export function lstmForward(spec: LstmSpec, pass: ForwardPass): void {
  for (const role of gateRoles(spec)) addAffine(pass, role);
  if (spec.peepholes) {
    const previous = { values: pass.previousCell, start: pass.previousStart };
    addPeephole(pass, 'forget', previous);
    addPeephole(pass, 'update', previous);
  }
  openGate(pass, 'forget');
  openGate(pass, 'update');
  openGate(pass, 'candidate');
  updateCell(pass);
  holdLane(pass, 'cell');
  if (spec.peepholes)
    addPeephole(pass, 'output', { values: lane(pass.trace.values, 'cell'), start: pass.start });
  openGate(pass, 'output');
  emitHidden(spec, pass);
  holdLane(pass, 'hidden');
}

/** From ∂L/∂a and ∂L/∂c of this step to gates, parameters, x, a_prev and c_prev. */
export function lstmBackward(spec: LstmSpec, pass: BackwardPass): void {
  emitHiddenBack(spec, pass);
  closeGate(pass, 'output');
  if (spec.peepholes) {
    const cell = { values: lane(pass.trace.values, 'cell'), start: pass.start };
    addPeepholeBack(pass, 'output', cell, { values: lane(pass.gradients.values, 'cell'), start: pass.start });
  }
  updateCellBack(pass);
  closeGate(pass, 'forget');
  closeGate(pass, 'update');
  closeGate(pass, 'candidate');
  if (spec.peepholes) {
    const previous = { values: pass.previousCell, start: pass.previousStart };
    addPeepholeBack(pass, 'forget', previous, { values: pass.cell, start: 0 });
    addPeepholeBack(pass, 'update', previous, { values: pass.cell, start: 0 });
  }
  for (const role of gateRoles(spec)) addAffineBack(pass, role);
}

/** c = Γ_f ∗ c_prev + Γ_u ∗ c̃. */
function updateCell({ trace, start, block, previousCell, previousStart }: ForwardPass): void {
  const c = lane(trace.values, 'cell');
  const forget = lane(trace.values, 'forget');
  const update = lane(trace.values, 'update');
  const candidate = lane(trace.values, 'candidate');
  for (let i = 0; i < block; i++) {
    const at = start + i;
    c[at] = forget[at]! * previousCell[previousStart + i]! + update[at]! * candidate[at]!;
  }
}

/** ∂Γ_f = ∂c ∗ c_prev, ∂Γ_u = ∂c ∗ c̃, ∂c̃ = ∂c ∗ Γ_u, ∂c_prev = ∂c ∗ Γ_f. */
function updateCellBack(pass: BackwardPass): void {
  const { trace, gradients, start, block, previousCell, previousStart } = pass;
  const dc = flowThrough(pass, 'cell');
  const forget = lane(trace.values, 'forget');
  const update = lane(trace.values, 'update');
  const candidate = lane(trace.values, 'candidate');
  const dForget = lane(gradients.values, 'forget');
  const dUpdate = lane(gradients.values, 'update');
  const dCandidate = lane(gradients.values, 'candidate');
  for (let i = 0; i < block; i++) {
    const at = start + i;
    dForget[at] = dc[i]! * previousCell[previousStart + i]!;
    dUpdate[at] = dc[i]! * candidate[at]!;
    dCandidate[at] = dc[i]! * update[at]!;
    pass.cell[i] = dc[i]! * forget[at]!;
  }
}

/** a = Γ_o ∗ g(c). */
function emitHidden(spec: LstmSpec, { trace, start, block }: ForwardPass): void {
  const hidden = lane(trace.values, 'hidden');
  const output = lane(trace.values, 'output');
  applyActivation(spec.output, lane(trace.values, 'cell'), hidden, start, block);
  for (let i = start; i < start + block; i++) hidden[i]! *= output[i]!;
}

/** ∂Γ_o = ∂a ∗ g(c), ∂c += ∂a ∗ Γ_o ∗ g′(c). g(c) is computed again instead of being stored for every step. */
function emitHiddenBack(spec: LstmSpec, pass: BackwardPass): void {
  const { trace, gradients, start, block, operand: shown, operandGradient: dShown } = pass;
  const da = flowThrough(pass, 'hidden');
  const c = lane(trace.values, 'cell').subarray(start, start + block);
  const output = lane(trace.values, 'output');
  const dOutput = lane(gradients.values, 'output');
  const dc = lane(gradients.values, 'cell');
  applyActivation(spec.output, c, shown, 0, block);
  for (let i = 0; i < block; i++) {
    dOutput[start + i] = da[i]! * shown[i]!;
    dShown[i] = da[i]! * output[start + i]!;
  }
  applyDerivative(spec.output, c, shown, dShown, dShown, 0, block);
  for (let i = 0; i < block; i++) dc[start + i]! += dShown[i]!;
}

/** z += p ∗ c, diagonal: each unit's gate sees that unit's cell only. */
function addPeephole(pass: ForwardPass, role: PeepholeGate, cell: Block): void {
  const { batch, start, shape, parameters } = pass;
  const z = lane(pass.trace.pre, role);
  const first = PEEPHOLE_GATES.indexOf(role) * shape.hidden;
  for (let b = 0; b < batch; b++) {
    const row = b * shape.hidden;
    for (let j = 0; j < shape.hidden; j++) {
      z[start + row + j]! += parameters.peepholes[first + j]! * cell.values[cell.start + row + j]!;
    }
  }
}

/** ∂p += ∂z ∗ c, ∂c += ∂z ∗ p. */
function addPeepholeBack(pass: BackwardPass, role: PeepholeGate, cell: Block, into: Block): void {
  const { batch, start, shape, parameters, gradients } = pass;
  const dz = lane(gradients.pre, role);
  const first = PEEPHOLE_GATES.indexOf(role) * shape.hidden;
  for (let b = 0; b < batch; b++) {
    const row = b * shape.hidden;
    for (let j = 0; j < shape.hidden; j++) {
      const d = dz[start + row + j]!;
      gradients.parameters.peepholes[first + j]! += d * cell.values[cell.start + row + j]!;
      into.values[into.start + row + j]! += d * parameters.peepholes[first + j]!;
    }
  }
}
