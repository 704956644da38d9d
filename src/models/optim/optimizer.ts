import { adam } from './adam.ts';
import { momentum } from './momentum.ts';
import { rmsprop } from './rmsprop.ts';
import type { OptimizerStep } from './rule.ts';
import { sgd } from './sgd.ts';
import type { OptimizerSpec } from './types.ts';

/** An optimiser over one flat array of parameters. */
export interface Optimizer {
  readonly learningRate: number;
  /** Moves `parameters` one step downhill, in place. Both arrays have the optimiser's length. */
  step(parameters: Float64Array, gradients: Float64Array): void;
  /** Everything that the next steps depend on, as a copy: step count, learning rate, then the moments end to end. */
  state(): Float64Array;
  /** Goes on where `state()` was taken. Throws a RangeError when the length is another spec's or model's. */
  restore(state: Float64Array): void;
  setLearningRate(learningRate: number): void;
}

/** Numbers before the moments in `state()`: step count and learning rate. */
const HEADER = 2;

/** `length` is the number of parameters. */
export function createOptimizer(spec: OptimizerSpec, length: number): Optimizer {
  const { moments: count, apply } = bindRule(spec);
  const saved = new Float64Array(HEADER + count * length);
  saved[1] = spec.learningRate;
  const moments = Array.from({ length: count }, (_, i) =>
    saved.subarray(HEADER + i * length, HEADER + (i + 1) * length),
  );
  return {
    get learningRate() {
      return saved[1]!;
    },
    step(parameters, gradients) {
      checkLength('parameters', parameters.length, length);
      checkLength('gradients', gradients.length, length);
      saved[0]! += 1;
      apply({ parameters, gradients, moments, step: saved[0]!, learningRate: saved[1]! });
    },
    state: () => saved.slice(),
    restore(state) {
      checkLength('optimiser state', state.length, saved.length);
      saved.set(state);
    },
    setLearningRate(learningRate) {
      saved[1] = learningRate;
    },
  };
}

/** The spec's rule with the spec filled in. */
function bindRule(spec: OptimizerSpec): { moments: number; apply: (at: OptimizerStep) => void } {
  switch (spec.kind) {
    case 'sgd':
      return { moments: sgd.moments, apply: (at) => sgd.apply(spec, at) };
    case 'momentum':
      return { moments: momentum.moments, apply: (at) => momentum.apply(spec, at) };
    case 'rmsprop':
      return { moments: rmsprop.moments, apply: (at) => rmsprop.apply(spec, at) };
    case 'adam':
      return { moments: adam.moments, apply: (at) => adam.apply(spec, at) };
  }
}

function checkLength(what: string, found: number, expected: number): void {
  if (found !== expected) throw new RangeError(`${what}: expected ${expected} numbers, found ${found}`);
}
