/** How the learning rate goes on from where it was set. `steps` counts optimiser steps. */
export type ScheduleSpec = Decay & {
  /** Steps over which the rate first rises in a straight line to where it should be; absent: none. */
  readonly warmup?: number;
};

export type Decay =
  | { readonly kind: 'constant' }
  /** η · factor^⌊step / every⌋. */
  | { readonly kind: 'steps'; readonly every: number; readonly factor: number }
  /** η / (1 + decay · step). */
  | { readonly kind: 'inverse'; readonly decay: number }
  /** From η down half a cosine wave to `floor` · η at step `over`, and level from there (Loshchilov & Hutter 2017). */
  | { readonly kind: 'cosine'; readonly over: number; readonly floor: number };

/** Factor on the learning rate for a step, 1 being the first. */
export function scheduleFactor(spec: ScheduleSpec, step: number): number {
  const { warmup = 0 } = spec;
  return Math.min(1, step / Math.max(1, warmup)) * decay(spec, Math.max(0, step - 1));
}

function decay(spec: Decay, done: number): number {
  switch (spec.kind) {
    case 'constant':
      return 1;
    case 'steps':
      return spec.factor ** Math.floor(done / spec.every);
    case 'inverse':
      return 1 / (1 + spec.decay * done);
    case 'cosine': {
      const share = Math.min(1, done / spec.over);
      return spec.floor + ((1 - spec.floor) * (1 + Math.cos(Math.PI * share))) / 2;
    }
  }
}
