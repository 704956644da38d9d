import type { ThroughEdgeKind } from '../../layout/throughTime.ts';
import type { Kept } from '../../models/language/through-time.ts';
import type { NodePlace } from './through-walk.ts';

export type Lit = 'direct' | 'path' | 'no';
type LitOf = (kind: ThroughEdgeKind, step: number) => Lit;

/** Forward, the state of a step depends on the arrows to the left of it. */
const litState =
  (at: number): LitOf =>
  (kind, step) => {
    if ((kind !== 'forward' && kind !== 'input') || step > at) return 'no';
    return step === at ? 'direct' : 'path';
  };

/** A loss adds the read-out to them. */
const litLoss =
  (at: number): LitOf =>
  (kind, step) => {
    if (kind === 'read-out') return step === at ? 'direct' : 'no';
    return litState(at)(kind, step) === 'no' ? 'no' : 'path';
  };

/** Backward, a gradient depends on the losses that are sent and on the arrows to the right of it. */
const litGradient =
  (at: number, kept: Kept, steps: number): LitOf =>
  (kind, step) => {
    const later = Array.from({ length: steps }, (_, t) => t > step && kept(t, t)).some(Boolean);
    const carries = (kind === 'own' && kept(step, step)) || (kind === 'back' && later);
    if (step < at || !carries) return 'no';
    return step === at ? 'direct' : 'path';
  };

/** Which arrows belong to a value: its operands, and the way that they came. */
export function litBy({ node, step }: NodePlace, kept: Kept, steps: number): LitOf {
  if (node === 'gradient') return litGradient(step, kept, steps);
  return node === 'loss' ? litLoss(step) : litState(step);
}
