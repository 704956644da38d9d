import { describe, expect, it } from 'vitest';
import { objectiveGradient } from './optimizer.testkit.ts';
import { createOptimizer } from './optimizer.ts';
import type { OptimizerSpec } from './types.ts';

const specs: readonly OptimizerSpec[] = [
  { kind: 'sgd', learningRate: 0.002 },
  { kind: 'momentum', learningRate: 0.002, momentum: 0.9 },
  { kind: 'rmsprop', learningRate: 0.01, decay: 0.9, epsilon: 1e-8 },
  { kind: 'adam', learningRate: 0.05, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
];

function walk(optimizer: ReturnType<typeof createOptimizer>, parameters: Float64Array, steps: number): void {
  for (let i = 0; i < steps; i++) optimizer.step(parameters, objectiveGradient(parameters));
}

describe.each(specs)('$kind', (spec) => {
  it('goes on bit for bit from its state, a changed learning rate included', () => {
    const whole = createOptimizer(spec, 2);
    const parameters = Float64Array.of(-1.2, 1);
    walk(whole, parameters, 5);
    whole.setLearningRate(spec.learningRate / 3);
    const resumed = createOptimizer(spec, 2);
    resumed.restore(whole.state());
    const copy = parameters.slice();
    walk(whole, parameters, 20);
    walk(resumed, copy, 20);
    expect([...copy]).toEqual([...parameters]);
    expect(resumed.learningRate).toBe(spec.learningRate / 3);
  });

  it('goes downhill', () => {
    const parameters = Float64Array.of(-1.2, 1);
    walk(createOptimizer(spec, 2), parameters, 3);
    const [a = 0, b = 0] = parameters;
    expect((1 - a) ** 2 + 10 * (b - a * a) ** 2).toBeLessThan(2.2 ** 2 + 10 * 0.44 ** 2);
  });

  it('refuses arrays of another length', () => {
    const optimizer = createOptimizer(spec, 2);
    expect(() => optimizer.step(new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
    expect(() => optimizer.step(new Float64Array(2), new Float64Array(3))).toThrow(RangeError);
    expect(() => optimizer.restore(new Float64Array(1))).toThrow(RangeError);
  });

  it('hands out a copy of its state', () => {
    const optimizer = createOptimizer(spec, 2);
    walk(optimizer, Float64Array.of(-1.2, 1), 2);
    optimizer.state().fill(0);
    expect(optimizer.state()[0]).toBe(2);
  });
});
