import { lane } from '../lanes.ts';
import {
  addAffine,
  addAffineBack,
  type BackwardPass,
  closeGate,
  type ForwardPass,
  flowThrough,
  holdLane,
  openGate,
} from '../pass.ts';

/** a = g(W_aa a_prev + W_ax x + b_a): one step of an Elman network (Elman 1990). */
export function rnnForward(pass: ForwardPass): void {
  addAffine(pass, 'candidate');
  openGate(pass, 'candidate');
  copyHidden(pass);
  holdLane(pass, 'hidden');
}

/** The hidden lane is the candidate, unless a hand holds it. */
function copyHidden({ trace, start, block }: ForwardPass): void {
  const hidden = lane(trace.values, 'hidden');
  const candidate = lane(trace.values, 'candidate');
  for (let i = start; i < start + block; i++) hidden[i] = candidate[i]!;
}

/** From ∂L/∂a of this step to z, parameters, x and a_prev. */
export function rnnBackward(pass: BackwardPass): void {
  lane(pass.gradients.values, 'candidate').set(flowThrough(pass, 'hidden'), pass.start);
  closeGate(pass, 'candidate');
  addAffineBack(pass, 'candidate');
}
