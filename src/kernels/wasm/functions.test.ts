import { expect, it } from 'vitest';
import { ACTIVATIONS, type Activation } from '../../models/dense/activations.ts';
import { createMemory } from './arena.ts';
import { floats, instantiate } from './module.ts';
import { ACTIVATION_CODES } from './plan.ts';
import { readTestModule } from './wasm.testkit.ts';

const AT = 1024;
const COUNT = 1 << 16;
const instance = instantiate(await readTestModule('simd'), createMemory(AT + 16 * COUNT, false));
const z = floats(instance, AT, COUNT);
const y = floats(instance, AT + 4 * COUNT, COUNT);
const slope = floats(instance, AT + 8 * COUNT, COUNT);

/** y and g′ of all z. */
function compute(activation: Activation): void {
  const code = ACTIVATION_CODES.indexOf(activation);
  instance.run.activateAll(code, z.byteOffset, y.byteOffset, COUNT);
  instance.run.derivativeAll(code, z.byteOffset, y.byteOffset, slope.byteOffset, COUNT);
}

/** A dense grid over ±range, and numbers down to the smallest around 0. */
function fillGrid(range: number): void {
  for (let i = 0; i < COUNT; i++) {
    const part = (2 * i) / (COUNT - 1) - 1;
    z[i] = i % 4 === 0 ? Math.sign(part) * range * 2 ** (-140 * Math.abs(part)) : range * part;
  }
}

/** Largest |found − expected| / max(|expected|, least). */
function worst(found: Float32Array, expected: (i: number) => number, least: number): number {
  let most = 0;
  for (let i = 0; i < COUNT; i++) {
    const right = expected(i);
    const error = Math.abs(found[i]! - right) / Math.max(Math.abs(right), least);
    if (!(error <= most)) most = error;
  }
  return most;
}

// Below 2^−126 numbers are subnormal, where relative errors mean nothing.
const TINY = 2 ** -126;

it.each([
  // Beyond −87.3 the result is subnormal; the kernel gives 0 from −88.4 on.
  ['sigmoid', 87, 3e-7],
  ['tanh', 20, 4e-7],
] as const)(
  '%s is right to a few units in the last place, tails and the neighbourhood of 0 included',
  (name, range, bound) => {
    fillGrid(range);
    compute(name);
    expect(worst(y, (i) => ACTIVATIONS[name].value(z[i]!), TINY)).toBeLessThan(bound);
  },
);

it.each(Object.keys(ACTIVATIONS) as Activation[])('%s and its slope, between −30 and 30', (name) => {
  fillGrid(30);
  compute(name);
  const { value, derivative } = ACTIVATIONS[name];
  expect(worst(y, (i) => value(z[i]!), 1)).toBeLessThan(5e-7);
  // Next to a kink the two sides may round z to different sides of it.
  const apart = (i: number) => {
    const right = derivative(z[i]!, value(z[i]!));
    const near = derivative(z[i]!, y[i]!);
    return Math.abs(slope[i]! - right) < Math.abs(slope[i]! - near) ? right : near;
  };
  expect(worst(slope, apart, 1)).toBeLessThan(2e-6);
});

it.each(Object.keys(ACTIVATIONS) as Activation[])('%s at ±100, ±∞ and NaN as the reference', (name) => {
  const { value } = ACTIVATIONS[name];
  const inputs = [100, -100, Infinity, -Infinity, NaN, 1e30, -1e30, 0];
  z.fill(0).set(inputs);
  compute(name);
  inputs.forEach((input, i) => {
    const expected = value(input);
    // z·σ(z) and z·Φ(z) have no limit that follows from the formula at −∞; softsign none at ±∞.
    if (Number.isNaN(expected)) expect(y[i], `${name}(${input})`).toBeNaN();
    else if (Number.isFinite(expected)) {
      const error = Math.abs((y[i] ?? Number.NaN) - expected) / Math.max(1, Math.abs(expected));
      expect(error, `${name}(${input}) = ${y[i]}`).toBeLessThan(1e-6);
    } else expect(y[i]).toBe(expected);
  });
});
