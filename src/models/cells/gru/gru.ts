import { lane } from '../lanes.ts';
import {
  addAffine,
  addAffineBack,
  addInputBack,
  addRecurrent,
  addRecurrentBack,
  type BackwardPass,
  closeGate,
  type ForwardPass,
  fillRecurrentCandidate,
  flowThrough,
  holdLane,
  openGate,
  startGate,
} from '../pass.ts';
import { addRowSums } from '../products.ts';
import type { GruSpec } from '../types.ts';

/**
 * One step of a GRU (Cho et al. 2014). Its memory is its hidden state: a = c.
 *
 *     Γ_u, Γ_r = σ(W[a_prev, x] + b)
 *     c̃ = tanh(W_c(Γ_r ∗ a_prev) + W_cx x + b_c)            reset before the product
 *     c̃ = tanh(Γ_r ∗ (W_c a_prev + b_hc) + W_cx x + b_c)    reset after it (cuDNN, PyTorch)
 *     a = Γ_u ∗ c̃ + (1 − Γ_u) ∗ a_prev                      Γ_u writes (Ng); where it keeps, the two sides change places
 *
 * The simplified GRU has no Γ_r.
 */
export function gruForward(spec: GruSpec, pass: ForwardPass): void {
  addAffine(pass, 'update');
  openGate(pass, 'update');
  if (spec.variant === 'full') {
    addAffine(pass, 'reset');
    openGate(pass, 'reset');
    addResetCandidate(spec, pass);
  } else {
    addAffine(pass, 'candidate');
  }
  openGate(pass, 'candidate');
  mix(spec, pass);
  holdLane(pass, 'hidden');
}

/** From ∂L/∂a of this step to gates, parameters, x and a_prev. */
export function gruBackward(spec: GruSpec, pass: BackwardPass): void {
  mixBack(spec, pass);
  closeGate(pass, 'candidate');
  if (spec.variant === 'full') {
    if (spec.reset === 'before') resetBeforeBack(pass);
    else resetAfterBack(pass);
    closeGate(pass, 'reset');
    addAffineBack(pass, 'reset');
  } else {
    addAffineBack(pass, 'candidate');
  }
  closeGate(pass, 'update');
  addAffineBack(pass, 'update');
}

/** z of the candidate, with Γ_r on the side of the product that the spec says. */
function addResetCandidate(spec: GruSpec, pass: ForwardPass): void {
  startGate(pass, 'candidate');
  if (spec.reset === 'before') {
    resetOperand(pass);
    addRecurrent(pass, 'candidate', pass.operand, 0);
    return;
  }
  const { trace, start, block } = pass;
  const q = recurrentCandidate(trace);
  fillRecurrentCandidate(pass, q);
  const z = lane(trace.pre, 'candidate');
  const reset = lane(trace.values, 'reset');
  for (let i = start; i < start + block; i++) z[i]! += reset[i]! * q[i]!;
}

/** operand := Γ_r ∗ a_prev. */
function resetOperand(pass: ForwardPass | BackwardPass): void {
  const { trace, start, block, operand, previousHidden, previousStart } = pass;
  const reset = lane(trace.values, 'reset');
  for (let i = 0; i < block; i++) operand[i] = reset[start + i]! * previousHidden[previousStart + i]!;
}

function recurrentCandidate({ recurrentCandidate: q }: ForwardPass['trace']): Float64Array {
  if (!q) throw new RangeError('a trace of a GRU that resets after the product keeps that product');
  return q;
}

/** s = Γ_r ∗ a_prev entered W_c: ∂s = W_cᵀ ∂z, ∂Γ_r = ∂s ∗ a_prev, ∂a_prev += ∂s ∗ Γ_r. */
function resetBeforeBack(pass: BackwardPass): void {
  const {
    trace,
    gradients,
    start,
    block,
    operand,
    operandGradient: ds,
    previousHidden,
    previousStart,
  } = pass;
  addInputBack(pass, 'candidate');
  resetOperand(pass);
  ds.fill(0);
  const dz = { values: lane(gradients.pre, 'candidate'), start };
  addRecurrentBack(pass, 'candidate', { values: operand, start: 0 }, dz, ds);
  const reset = lane(trace.values, 'reset');
  const dReset = lane(gradients.values, 'reset');
  for (let i = 0; i < block; i++) {
    dReset[start + i] = ds[i]! * previousHidden[previousStart + i]!;
    pass.hidden[i]! += ds[i]! * reset[start + i]!;
  }
}

/** q = W_c a_prev + b_hc was multiplied by Γ_r: ∂Γ_r = ∂z ∗ q, ∂q = ∂z ∗ Γ_r. */
function resetAfterBack(pass: BackwardPass): void {
  const { trace, gradients, start, block, batch, operandGradient: dq } = pass;
  addInputBack(pass, 'candidate');
  const q = recurrentCandidate(trace);
  const dz = lane(gradients.pre, 'candidate');
  const reset = lane(trace.values, 'reset');
  const dReset = lane(gradients.values, 'reset');
  for (let i = 0; i < block; i++) {
    dReset[start + i] = dz[start + i]! * q[start + i]!;
    dq[i] = dz[start + i]! * reset[start + i]!;
  }
  const left = { values: pass.previousHidden, start: pass.previousStart };
  addRecurrentBack(pass, 'candidate', left, { values: dq, start: 0 }, pass.hidden);
  addRowSums(gradients.parameters.recurrentBias, 0, dq, 0, pass.shape.hidden, batch);
}

/** a = w ∗ c̃ + k ∗ a_prev: w writes, k keeps, and one of the two is Γ_u. */
function mix(spec: GruSpec, pass: ForwardPass): void {
  const { trace, start, block, previousHidden, previousStart } = pass;
  const update = lane(trace.values, 'update');
  const candidate = lane(trace.values, 'candidate');
  const hidden = lane(trace.values, 'hidden');
  const keeps = spec.update === 'keeps';
  for (let i = 0; i < block; i++) {
    const gate = update[start + i]!;
    const write = keeps ? 1 - gate : gate;
    const keep = keeps ? gate : 1 - gate;
    hidden[start + i] = write * candidate[start + i]! + keep * previousHidden[previousStart + i]!;
  }
}

/** ∂c̃ = ∂a ∗ w, ∂a_prev += ∂a ∗ k, ∂Γ_u = ±∂a ∗ (c̃ − a_prev), + where Γ_u writes. */
function mixBack(spec: GruSpec, pass: BackwardPass): void {
  const { trace, gradients, start, block, previousHidden, previousStart } = pass;
  const da = flowThrough(pass, 'hidden');
  const update = lane(trace.values, 'update');
  const candidate = lane(trace.values, 'candidate');
  const dUpdate = lane(gradients.values, 'update');
  const dCandidate = lane(gradients.values, 'candidate');
  const keeps = spec.update === 'keeps';
  for (let i = 0; i < block; i++) {
    const at = start + i;
    const write = keeps ? 1 - update[at]! : update[at]!;
    const difference = candidate[at]! - previousHidden[previousStart + i]!;
    dUpdate[at] = da[i]! * (keeps ? -difference : difference);
    dCandidate[at] = da[i]! * write;
    pass.hidden[i]! += da[i]! * (1 - write);
  }
}
