import { expect, it } from 'vitest';
import { createOptimizer } from './optimizer.ts';
import { type OptimizerSpec, stateLength } from './types.ts';

const learningRate = 0.1;
const SPECS: readonly OptimizerSpec[] = [
  { kind: 'sgd', learningRate },
  { kind: 'momentum', learningRate, momentum: 0.9 },
  { kind: 'rmsprop', learningRate, decay: 0.9, epsilon: 1e-8 },
  { kind: 'adam', learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
];

it.each(SPECS)('knows how long the state of $kind is', (spec) => {
  expect(stateLength(spec.kind, 7)).toBe(createOptimizer(spec, 7).state().length);
});
