import {
  add,
  fill,
  grad,
  memory,
  mul,
  scalar,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor,
  tensor1d,
  tidy,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { crossEntropyGradient, NO_TARGET } from '../../models/dense/losses.ts';
import { testNumbers } from '../../models/gradient-check.testkit.ts';
import { openDawnBackend } from './dawn.testkit.ts';
import { crossEntropy, dense, lookUp, unpack, update } from './ops.ts';
import { packTokens } from './tokens.ts';

const { open, reason } = await openDawnBackend();

const matrix = (values: Float64Array, rows: number) =>
  tensor(Float32Array.from(values), [rows, values.length / rows]) as Tensor2D;
const vector = (values: Float64Array) => tensor1d(Float32Array.from(values));

async function readAll(tensors: readonly Tensor[]): Promise<Float64Array[]> {
  const values = await Promise.all(tensors.map((each) => each.data()));
  for (const each of tensors) each.dispose();
  return values.map((each) => Float64Array.from(each));
}

/** C = A·B (+ bias) the long way. */
function product(a: Float64Array, b: Float64Array, rows: number, bias?: Float64Array): Float64Array {
  const terms = a.length / rows;
  const columns = b.length / terms;
  return Float64Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    let total = bias?.[column] ?? 0;
    for (let k = 0; k < terms; k++) total += a[row * terms + k]! * b[k * columns + column]!;
    return total;
  });
}
function transposed(a: Float64Array, rows: number): Float64Array {
  const columns = a.length / rows;
  return a.map((_, at) => a[(at % rows) * columns + Math.floor(at / rows)]!);
}
function columnSums(a: Float64Array, columns: number): Float64Array {
  return product(new Float64Array(a.length / columns).fill(1), a, 1);
}

function expectClose(found: Float64Array | undefined, expected: Float64Array, tolerance = 1e-5): void {
  expect(found?.length).toBe(expected.length);
  const norm = (values: Float64Array) => Math.sqrt(values.reduce((total, value) => total + value * value, 0));
  const distance = norm(expected.map((value, i) => value - (found?.[i] ?? Number.NaN)));
  expect(distance).toBeLessThanOrEqual(tolerance * norm(expected) + 1e-7);
}

describe.skipIf(!open)(`on WebGPU${reason}`, { timeout: 60_000 }, () => {
  afterAll(() => open?.dispose());

  it.each([
    [1, 1, 1],
    [3, 5, 2],
    [32, 16, 32],
    [33, 17, 65],
    [400, 3, 330],
  ])('x·W + b and its gradients, %i × %i × %i', async (rows, terms, columns) => {
    const x = testNumbers(1, rows * terms);
    const w = testNumbers(2, terms * columns);
    const b = testNumbers(3, columns);
    const dz = testNumbers(4, rows * columns);
    const { value, grads } = tidy(() =>
      valueAndGrads((...inputs) => dense(...(inputs as [Tensor2D, Tensor2D, Tensor1D])))(
        [matrix(x, rows), matrix(w, terms), vector(b)],
        matrix(dz, rows),
      ),
    );
    const [z, dx, dw, db] = await readAll([value, ...grads]);
    expectClose(z, product(x, w, rows, b));
    expectClose(dx, product(dz, transposed(w, terms), rows));
    expectClose(dw, product(transposed(x, rows), dz, terms));
    expectClose(db, columnSums(dz, columns));
  });

  it.each([
    [1, 1, 1],
    [50, 7, 70],
    [9, 600, 33],
  ])('looks %i tokens up among %i, %i columns, and back', async (rows, classes, columns) => {
    const ids = Int32Array.from(testNumbers(1, rows), (value) => Math.floor(Math.abs(value) * 1e6) % classes);
    const onehot = Float64Array.from({ length: rows * classes }, (_, at) =>
      ids[Math.floor(at / classes)] === at % classes ? 1 : 0,
    );
    const w = testNumbers(2, classes * columns);
    const b = testNumbers(3, columns);
    const dz = testNumbers(4, rows * columns);
    const { value, grads } = tidy(() => {
      const tokens = tensor1d(packTokens(ids, ids, classes), 'int32');
      const look = (...inputs: Tensor[]) =>
        lookUp(tokens, { rows, inputs: classes }, ...(inputs as [Tensor2D, Tensor1D]));
      return valueAndGrads(look)([matrix(w, classes), vector(b)], matrix(dz, rows));
    });
    const [z, dw, db] = await readAll([value, ...grads]);
    expectClose(z, product(onehot, w, rows, b));
    expectClose(dw, product(transposed(onehot, rows), dz, classes));
    expectClose(db, columnSums(dz, columns));
  });

  it.each([
    ['one class', 2, 1, 1],
    ['fewer classes than invocations', 7, 5, 1],
    ['more', 5, 200, 1],
    ['logits of ±100', 9, 20, 100],
  ])('softmax cross-entropy and its gradient: %s', async (_name, rows, classes, size) => {
    const logits = testNumbers(5, rows * classes).map((value) => size * value);
    const targets = Int32Array.from({ length: rows }, (_, row) =>
      row % 3 === 1 ? NO_TARGET : (7 * row) % classes,
    );
    const count = targets.filter((target) => target !== NO_TARGET).length;
    const right = [...targets].filter((target, row) => {
      const z = logits.subarray(row * classes, (row + 1) * classes);
      return target !== NO_TARGET && z[target] === Math.max(...z);
    }).length;
    const outputs: Tensor[] = [];
    const { value, grads } = tidy(() => {
      const tokens = tensor1d(packTokens(new Int32Array(rows), targets, 3), 'int32');
      const at = { rows, classes, scale: 1 / count };
      const { accuracy } = crossEntropy(matrix(logits, rows), tokens, at);
      const found = valueAndGrads((z: Tensor) => crossEntropy(z as Tensor2D, tokens, at).loss)(
        [matrix(logits, rows)],
        scalar(3),
      );
      outputs.push(accuracy);
      return { value: found.value, grads: [...found.grads, accuracy] };
    });
    const [loss, gradient, accuracy] = await readAll([value, ...grads]);
    const expected = logits.slice();
    const total = crossEntropyGradient(expected, targets, classes, 3 / count);
    expect(Math.abs((loss?.[0] ?? 0) - total / count)).toBeLessThanOrEqual(1e-5 * Math.max(1, total / count));
    expectClose(gradient, expected);
    expect(accuracy?.[0]).toBeCloseTo(right / count, 6);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'shows a logit of %d, which a driver’s exp may hide',
    async (strange) => {
      const logits = testNumbers(5, 12);
      logits[7] = strange;
      const loss = tidy(() => {
        const tokens = tensor1d(packTokens(new Int32Array(3), Int32Array.of(0, 1, 2), 4), 'int32');
        return crossEntropy(matrix(logits, 3), tokens, { rows: 3, classes: 4, scale: 1 / 3 }).loss;
      });
      expect(await readAll([loss])).toEqual([Float64Array.of(Number.NaN)]);
    },
  );

  it.each([
    ['parameter', [1, Number.NaN], [1, 1]],
    ['gradient', [1, 1], [Number.POSITIVE_INFINITY, 1]],
  ])('shows a strange %s in the curve', async (_name, theta, g) => {
    const curve = tidy(() => {
      const into = fill([1, 3], 0) as Tensor2D;
      const parameters = tensor1d(theta);
      update(
        {
          parameters,
          gradients: tensor1d(g),
          moments: [],
          loss: scalar(1.5),
          accuracy: scalar(0),
          curve: into,
        },
        { optimizer: { kind: 'sgd', learningRate: 1 }, learningRate: 1, step: 1, clip: 1, slot: 0 },
      );
      return into;
    });
    expect(await readAll([curve])).toEqual([Float64Array.of(1.5, Number.NaN, 0)]);
  });

  it('unpacks more slots than a shader has buffers, and packs their gradients', async () => {
    const lengths = [4, 1, 7, 300, 2, 2, 3, 5, 1, 6];
    const slots = lengths.map((length, i) => ({
      length,
      shape: [length],
      offset: lengths.slice(0, i).reduce((a, b) => a + b, 0),
    }));
    const total = lengths.reduce((a, b) => a + b, 0);
    const flat = testNumbers(6, total);
    const factors = testNumbers(7, total);
    const parts = tidy(() => unpack(vector(flat), slots));
    const values = await readAll(parts);
    values.forEach((value, i) => {
      const { offset, length } = slots[i] ?? { offset: 0, length: 0 };
      expectClose(value, flat.slice(offset, offset + length), 1e-7);
    });
    const gradient = tidy(() =>
      grad((x: Tensor) =>
        unpack(x as Tensor1D, slots)
          .map((part, i) =>
            sum(mul(part, vector(factors.slice(slots[i]?.offset, (slots[i]?.offset ?? 0) + part.size)))),
          )
          .reduce((a, b) => add(a, b)),
      )(vector(flat)),
    );
    const [found] = await readAll([gradient]);
    expectClose(found, factors, 1e-7);
  });

  it('leaves no tensor behind', () => {
    const before = memory().numTensors;
    tidy(() => {
      dense(fill([2, 3], 1), fill([3, 2], 1), fill([2], 1));
    });
    expect(memory().numTensors).toBe(before);
  });
});
