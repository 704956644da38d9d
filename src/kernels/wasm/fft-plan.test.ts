import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { fftPlanNumbers, fftStages, writeFftPlan } from './fft-plan.ts';
import type { TsneExports } from './tsne-exports.ts';
import { readTsneModule } from './tsne-module.testkit.ts';

const module = await readTsneModule();

/** Four transforms of numbers from a seed, and what went in: [element][re × 4, im × 4]. */
function transformed(size: number) {
  const memory = new WebAssembly.Memory({ initial: 8 });
  const { transform } = new WebAssembly.Instance(module, { env: { memory } })
    .exports as unknown as TsneExports;
  const plan = 1024;
  writeFftPlan(memory, plan, size);
  const x = plan + Math.ceil((4 * fftPlanNumbers(size)) / 16) * 16;
  const random = createRandom(size);
  const input = Float32Array.from({ length: 8 * size }, () => random.normal());
  new Float32Array(memory.buffer, x, 8 * size).set(input);
  const at = transform(plan, x, x + 32 * size);
  return { input, output: new Float32Array(memory.buffer, at, 8 * size) };
}

/** X_k = Σ x_j e^(−2πi jk/N), term by term. */
function dft(input: Float32Array, size: number, lane: number, k: number): readonly [number, number] {
  let [re, im] = [0, 0];
  for (let j = 0; j < size; j++) {
    const [c, s] = [Math.cos((2 * Math.PI * j * k) / size), -Math.sin((2 * Math.PI * j * k) / size)];
    const [a, b] = [input[8 * j + lane] ?? Number.NaN, input[8 * j + 4 + lane] ?? Number.NaN];
    re += a * c - b * s;
    im += a * s + b * c;
  }
  return [re, im];
}

describe.each([2, 3, 4, 5, 8, 15, 16, 36, 50, 120, 144, 160, 240])('a transform of %i', (size) => {
  it('is the sum that defines it, in each lane', () => {
    const { input, output } = transformed(size);
    const tolerance = 3e-6 * Math.sqrt(size);
    for (let k = 0; k < size; k += size > 60 ? 7 : 1) {
      for (let lane = 0; lane < 4; lane++) {
        const [re, im] = dft(input, size, lane, k);
        expect(Math.abs((output[8 * k + lane] ?? Number.NaN) - re)).toBeLessThan(tolerance);
        expect(Math.abs((output[8 * k + 4 + lane] ?? Number.NaN) - im)).toBeLessThan(tolerance);
      }
    }
  });
});

it.each([960, 1024, 1728])('a transform of %i keeps the sum of squares, times N (Parseval)', (size) => {
  const { input, output } = transformed(size);
  const squares = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0);
  expect(squares(output) / squares(input) / size).toBeCloseTo(1, 5);
});

it('refuses what 2, 3 and 5 do not make up', () => {
  expect(() => fftStages(2 * 7)).toThrow(RangeError);
});
