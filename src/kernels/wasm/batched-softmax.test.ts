import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/random.ts';
import { updateSoftmax } from '../../models/word2vec/update.ts';
import { createBatchedSoftmax } from './batched-softmax.ts';

const module = await WebAssembly.compile(
  await readFile(new URL('./build/softmax-simd.wasm', import.meta.url)),
);

/** What the reference makes of each example by itself, from the same values. */
function byReference(classes: number, d: number, batch: number, rate: number) {
  const random = createRandom(7);
  const draw = (length: number) => Float64Array.from({ length }, () => Math.fround(random.next() * 2 - 1));
  const [output, hidden] = [draw(classes * d), draw(batch * d)];
  const targets = Int32Array.from({ length: batch }, () => random.integer(classes));
  const rows = Array.from({ length: classes }, (_, row) => row);
  const changed = output.slice();
  const back: number[] = [];
  let loss = 0;
  targets.forEach((target, i) => {
    const own = output.slice();
    const labels = rows.map((row) => Number(row === target));
    const example = hidden.subarray(i * d, i * d + d);
    const step = updateSoftmax({ output: own, hidden: example, dimensions: d, rows, labels, rate });
    own.forEach((value, j) => {
      changed[j]! += value - output[j]!;
    });
    back.push(...step.back);
    loss += step.loss;
  });
  return { output, hidden, targets, changed, back, loss };
}

describe('createBatchedSoftmax', () => {
  it.each([
    [300, 20, 5],
    [7, 8, 4],
    [521, 33, 9],
    [1, 4, 2],
  ])('%i classes of %i numbers, %i examples: what the reference learns', (classes, d, batch) => {
    const rate = 0.3;
    const wanted = byReference(classes, d, batch, rate);
    const kernel = createBatchedSoftmax(module, { classes, dimensions: d, batch });
    const fill = (to: Float32Array, from: Float64Array) => {
      for (let row = 0; row * d < from.length; row++) {
        to.set(from.subarray(row * d, row * d + d), row * kernel.stride);
      }
    };
    // Twice: what the first step leaves in the scratch must not reach the second.
    for (let time = 0; time < 2; time++) {
      fill(kernel.output, wanted.output);
      fill(kernel.hidden, wanted.hidden);
      kernel.targets.set(wanted.targets);
      expect(kernel.learn(rate)).toBeCloseTo(wanted.loss, 4);
    }
    const rowsOf = (from: Float32Array, rows: number) =>
      Array.from({ length: rows }, (_, row) => [
        ...from.subarray(row * kernel.stride, row * kernel.stride + d),
      ]).flat();
    rowsOf(kernel.output, classes).forEach((value, i) => {
      expect(Math.abs(value - wanted.changed[i]!)).toBeLessThan(2e-6);
    });
    rowsOf(kernel.back, batch).forEach((value, i) => {
      expect(Math.abs(value - wanted.back[i]!)).toBeLessThan(2e-6);
    });
  });
});
