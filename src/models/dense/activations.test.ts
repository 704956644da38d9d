import { describe, expect, it } from 'vitest';
import { type OracleTensor, oracle } from '../oracle.testkit.ts';
import {
  ACTIVATIONS,
  type Activation,
  applyActivation,
  applyDerivative,
  isMirrored,
  sigmoid,
} from './activations.ts';

const NAMES = Object.keys(ACTIVATIONS) as Activation[];

interface OpCase {
  readonly op: string;
  readonly x: OracleTensor;
  readonly y: OracleTensor;
  readonly dy: OracleTensor;
}
const data = oracle<{ readonly cases: readonly OpCase[] }>('torch/ops.json');

const PYTORCH_NAMES: Readonly<Record<string, Activation>> = {
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  softplus: 'softplus',
  elu: 'elu',
  gelu: 'gelu',
  silu: 'silu',
  hardsigmoid: 'hard-sigmoid-torch',
  hardtanh: 'hard-tanh',
  leaky_relu: 'leaky-relu',
  softsign: 'softsign',
};

describe.skipIf(!data)('activations against PyTorch (skipped without the oracle folder)', () => {
  it.each(Object.entries(PYTORCH_NAMES))('%s', (op, name) => {
    const found = data?.cases.find((entry) => entry.op === op);
    expect(found).toBeDefined();
    found?.x.data.forEach((z, i) => {
      const y = ACTIVATIONS[name].value(z);
      // The file prints nine digits, of z too.
      expect(Math.abs(y - (found.y.data[i] ?? Number.NaN))).toBeLessThan(1e-8);
      expect(Math.abs(ACTIVATIONS[name].derivative(z, y) - (found.dy.data[i] ?? Number.NaN))).toBeLessThan(
        2e-8,
      );
    });
  });
});

describe('activations', () => {
  it.each(NAMES)('%s: the derivative agrees with central differences away from kinks', (name) => {
    const { value, derivative } = ACTIVATIONS[name];
    for (const z of [-7.3, -2.6, -2.1, -0.9, -0.31, 0.17, 0.83, 1.9, 2.7, 6.4]) {
      const numeric = (value(z + 1e-6) - value(z - 1e-6)) / 2e-6;
      expect(Math.abs(derivative(z, value(z)) - numeric)).toBeLessThan(1e-8);
    }
  });

  it.each(NAMES)('%s: finite at ±100, NaN stays NaN', (name) => {
    const { value, derivative } = ACTIVATIONS[name];
    for (const z of [-100, 100]) {
      expect(Number.isFinite(value(z))).toBe(true);
      expect(Number.isFinite(derivative(z, value(z)))).toBe(true);
    }
    expect(value(Number.NaN)).toBeNaN();
  });

  it('sigmoid keeps its tail and saturates without NaN', () => {
    expect(sigmoid(-100)).toBeCloseTo(3.720075976020836e-44, 56);
    expect(sigmoid(-100)).toBeGreaterThan(0);
    expect(sigmoid(100)).toBe(1);
    expect([sigmoid(-1e4), sigmoid(1e4)]).toEqual([0, 1]);
  });

  it('the two hard sigmoids end where their definitions say', () => {
    const ends = (name: Activation) => [-3, -2.5, 2.5, 3].map(ACTIVATIONS[name].value);
    expect(ends('hard-sigmoid')).toEqual([0, 0, 1, 1]);
    const torch = ends('hard-sigmoid-torch');
    expect([torch[0], torch[3]]).toEqual([0, 1]);
    expect(torch[1]).toBeGreaterThan(0.08);
    expect(torch[2]).toBeLessThan(0.92);
  });

  it.each(NAMES)('%s: isMirrored says whether g(−z) = 1 − g(z)', (name) => {
    const { value } = ACTIVATIONS[name];
    const mirrored = [-4, -1.3, 0.2, 2.9].every((z) => Math.abs(value(-z) - (1 - value(z))) < 1e-12);
    expect(isMirrored(name)).toBe(mirrored);
  });

  it.each(NAMES)('%s: the vector loops give the table’s numbers and touch only their range', (name) => {
    const z = Float64Array.from([9, -1.7, 0.4, 2.2, 9]);
    const y = new Float64Array(5).fill(7);
    const dz = new Float64Array(5).fill(7);
    const dy = Float64Array.from([1, 2, -3, 4, 1]);
    applyActivation(name, z, y, 1, 3);
    applyDerivative(name, z, y, dy, dz, 1, 3);
    expect([y[0], y[4], dz[0], dz[4]]).toEqual([7, 7, 7, 7]);
    for (let i = 1; i < 4; i++) {
      const value = ACTIVATIONS[name].value(z[i]!);
      expect(y[i]).toBe(value);
      expect(dz[i]).toBeCloseTo(dy[i]! * ACTIVATIONS[name].derivative(z[i]!, value), 14);
    }
  });
});
