import type { CellParameters, LaneRole } from '../../models/cells/types.ts';
import {
  forwardStep,
  type GivenName,
  moveGiven,
  moveParameter,
  type StepCase,
  stepLoss,
} from './step-case.ts';

/** Central differences: the curve costs about step², rounding about 1e-16 / step; near 1e-5 both are smallest. */
const STEP = 1e-5;

/** Something whose value can be moved a little to see what the loss does. */
export type Place =
  /** A lane's value, held by hand a little off what the cell computed. */
  | { readonly kind: 'lane'; readonly role: LaneRole; readonly unit: number }
  | { readonly kind: 'parameter'; readonly name: keyof CellParameters; readonly index: number }
  | { readonly kind: 'given'; readonly name: GivenName; readonly index: number };

/** The loss with one place moved: a new forward pass by the reference model. */
export function movedLoss(step: StepCase, place: Place, by: number): number {
  if (place.kind === 'parameter') return lossOf(moveParameter(step, place.name, place.index, by));
  if (place.kind === 'given') return lossOf(moveGiven(step, place.name, place.index, by));
  const { role, unit } = place;
  const value = (forwardStep(step).values[role]?.[unit] ?? 0) + by;
  return stepLoss(forwardStep(step, [{ role, step: 0, unit, value }]), step.given);
}

const lossOf = (step: StepCase): number => stepLoss(forwardStep(step), step.given);

/** (L(v + h) − L(v − h)) / 2h: what the derivative must be, found without any of the backward equations. */
export function numericDerivative(step: StepCase, place: Place): number {
  return (movedLoss(step, place, STEP) - movedLoss(step, place, -STEP)) / (2 * STEP);
}
