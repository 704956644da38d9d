import { expect } from 'vitest';
import { oracle } from '../oracle.testkit.ts';
import { createOptimizer } from './optimizer.ts';
import type { OptimizerSpec } from './types.ts';

interface Runs {
  readonly runs: readonly { readonly name: string; readonly trajectory: readonly (readonly number[])[] }[];
}

export const torchRuns = oracle<Runs>('torch/optimizers.json');

/** Half a unit of the tenth digit of a number between 1 and 10. */
const TEN_DIGITS = 5.01e-10;

/** ∇ of the oracle's objective f(a, b) = (1 − a)² + 10·(b − a²)². */
export function objectiveGradient(at: Float64Array): Float64Array {
  const [a = 0, b = 0] = at;
  return Float64Array.of(-2 * (1 - a) - 40 * a * (b - a * a), 20 * (b - a * a));
}

/** Sixty steps from (−1.2, 1), each equal to PyTorch's in all ten digits to which the file writes them. */
export function expectTorchTrajectory(name: string, spec: OptimizerSpec): void {
  const run = torchRuns?.runs.find((candidate) => candidate.name === name);
  expect(run?.trajectory).toHaveLength(60);
  const optimizer = createOptimizer(spec, 2);
  const parameters = Float64Array.of(-1.2, 1);
  for (const [a = Number.NaN, b = Number.NaN] of run?.trajectory ?? []) {
    optimizer.step(parameters, objectiveGradient(parameters));
    expect(Math.abs(parameters[0]! - a)).toBeLessThan(TEN_DIGITS);
    expect(Math.abs(parameters[1]! - b)).toBeLessThan(TEN_DIGITS);
  }
}
