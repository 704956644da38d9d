import { describe, expect, it } from 'vitest';
import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { testNumbers } from '../../models/gradient-check.testkit.ts';
import { networkOf } from '../../models/language/next-symbol.ts';
import { clipByNorm, gradientNorm } from '../../models/optim/clip.ts';
import { objectiveGradient, torchRuns } from '../../models/optim/optimizer.testkit.ts';
import { createOptimizer } from '../../models/optim/optimizer.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { createMemory } from './arena.ts';
import { instantiate } from './module.ts';
import { clipScale, coefficients, momentCount, OPTIMIZER_CODES } from './optimizer.ts';
import { expectNear } from './parity.testkit.ts';
import { MODEL_FIELDS, type ModelRecord, writeModel } from './records.ts';
import { openTestWasm, readTestModule } from './wasm.testkit.ts';

const module = await readTestModule('simd');
const engine = await openTestWasm();

const SPECS: readonly (readonly [string, OptimizerSpec])[] = [
  ['sgd', { kind: 'sgd', learningRate: 0.002 }],
  ['momentum', { kind: 'momentum', learningRate: 0.002, momentum: 0.9 }],
  ['rmsprop', { kind: 'rmsprop', learningRate: 0.01, decay: 0.9, epsilon: 1e-8 }],
  ['adam', { kind: 'adam', learningRate: 0.05, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }],
];

/** The kernel's update alone, over `count` parameters. */
function updater(spec: OptimizerSpec, count: number) {
  const memory = createMemory(65_536, false);
  const { run } = instantiate(module, memory);
  const places = { parameters: 4096, gradients: 8192, moments: 12_288, tail: 20_480, coefficients: 20_608 };
  const record = { ...Object.fromEntries(MODEL_FIELDS.map((field) => [field, 0])), ...places } as ModelRecord;
  const optimizer = OPTIMIZER_CODES.indexOf(spec.kind);
  writeModel(memory, 1024, { ...record, threads: 1, parameterCount: count, optimizer });
  const view = (at: number, length: number) => new Float32Array(memory.buffer, at, length);
  const factors = view(places.coefficients, 8);
  return {
    parameters: view(places.parameters, count),
    gradients: view(places.gradients, count),
    moments: view(places.moments, momentCount(spec) * count),
    behind: view(places.moments + 4 * momentCount(spec) * count, 8),
    update(step: number, scale = 1) {
      coefficients(spec, { step, learningRate: spec.learningRate, clip: null }, scale, factors);
      run.update(1024, 0);
    },
  };
}

describe.each(SPECS)('%s', (name, spec) => {
  it.skipIf(!torchRuns)('follows PyTorch for 60 steps (skipped without the oracle folder)', () => {
    const kernel = updater(spec, 2);
    kernel.parameters.set([-1.2, 1]);
    const trajectory = torchRuns?.runs.find((run) => run.name === name)?.trajectory ?? [];
    expect(trajectory).toHaveLength(60);
    trajectory.forEach((expected, i) => {
      kernel.gradients.set(objectiveGradient(Float64Array.from(kernel.parameters)));
      kernel.update(i + 1);
      expectNear(kernel.parameters, expected, 3e-5, `step ${i + 1}`);
    });
  });

  it.each([1, 3, 4, 7, 64, 129])(
    '%i parameters: the reference’s steps and moments, and nothing behind them',
    (count) => {
      const kernel = updater(spec, count);
      const reference = createOptimizer(spec, count);
      const parameters = testNumbers(1, count).map(Math.fround);
      kernel.parameters.set(parameters);
      for (let step = 1; step <= 5; step++) {
        const gradients = testNumbers(step, count).map(Math.fround);
        kernel.gradients.set(gradients);
        reference.step(parameters, gradients);
        kernel.update(step);
      }
      expectNear(kernel.parameters, parameters, 1e-6, 'parameters');
      expectNear(kernel.moments, reference.state().subarray(2), 1e-6, 'moments');
      expect([...kernel.behind].every((value) => value === 0)).toBe(true);
    },
  );
});

describe('clipping by norm', () => {
  it.each([0.5, 1e6, null])('to %s', (clip) => {
    const shape = { spec: DEFAULT_RNN, vocabulary: 30, hidden: 21, layers: 1 };
    const spec = { kind: 'sgd', learningRate: 0.5 } as const;
    const kernel = engine.createNetwork(networkOf(shape), { steps: 3, batch: 4 }, spec);
    kernel.parameters.set(testNumbers(1, kernel.parameters.length));
    const before = kernel.parameters.slice();
    const ids = Int32Array.from({ length: 12 }, (_, i) => i);
    kernel.lossAndGradients({ ids, targets: ids });
    const gradients = Float64Array.from(kernel.gradients);
    const norm = gradientNorm(gradients);
    if (clip !== null) clipByNorm(gradients, clip);
    for (const { hidden } of kernel.states) hidden.fill(0);
    const step = kernel.step({ ids, targets: ids }, { step: 1, learningRate: 0.5, clip });
    expect(Math.abs(step.gradientNorm / norm - 1)).toBeLessThan(1e-12);
    expectNear(kernel.gradients, gradients, 1e-6, 'clipped');
    const expected = gradients.map((gradient, i) => (before[i] ?? Number.NaN) - 0.5 * gradient);
    expectNear(kernel.parameters, expected, 1e-6, 'parameters');
  });

  it('shortens, never lengthens', () => {
    expect([clipScale(4, 2), clipScale(1, 2), clipScale(9, null)]).toEqual([2 / (4 + 1e-6), 1, 1]);
  });
});
