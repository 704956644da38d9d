import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildKernels } from '../../../scripts/build-kernels.mjs';
import { createRandom } from '../../models/random.ts';
import type { AnalogyKernel } from '../../models/vectors/analogy-kernel.ts';
import {
  type AskedSet,
  createAnswerer,
  createPlainKernels,
  type VectorKernels,
} from '../../models/vectors/answer.ts';
import { dot, norm } from '../../models/vectors/row-kernel.ts';
import { relatedRows, setOf, storedNumbers } from '../../models/vectors/vector-search.testkit.ts';
import type { Precision } from '../../models/vectors/vector-table.ts';
import { detectGears } from './gears.ts';
import { createVectorKernels } from './vectors.ts';

await buildKernels();
const read = (gear: string) => readFile(new URL(`./build/vectors-${gear}.wasm`, import.meta.url));
const simd = await WebAssembly.compile(await read('simd'));
/** This machine's gears. */
const modules = detectGears().relaxed ? [simd, await WebAssembly.compile(await read('relaxed'))] : [simd];

const SIZES = [...Array.from({ length: 17 }, (_, i) => i + 1), 50, 64, 100, 300];
const PRECISIONS = ['int8', 'float32'] as const;

describe('rows against a query', () => {
  /** How far dot products are off, as a share of what they may be: 1 at most. */
  function worst(module: WebAssembly.Module, precision: Precision, count: number, d: number): number {
    const { rows: kernel } = createVectorKernels(module);
    const set = setOf(relatedRows(count, d, d), precision, kernel.memory);
    const out = new Float32Array(count);
    const shares = relatedRows(3, d, 9).flatMap((row) => {
      const query = Float64Array.from(row);
      const error = kernel.load(1, query, precision);
      // The bound is worth something: an answer has four digits.
      expect(error).toBeLessThanOrEqual(1e-4 * norm(query));
      kernel.dots(1, set.store.finish(), 0, count, out);
      return storedNumbers(set).map((v, i) => {
        const off = Math.abs((out[i] ?? Number.NaN) - dot(v, query));
        return off === 0 ? 0 : off / (error * norm(v));
      });
    });
    return Math.max(...shares);
  }

  it.each(SIZES)('are within the bound that the kernel gives, d = %i', (d) => {
    for (const module of modules)
      for (const precision of PRECISIONS)
        for (const count of [1, 2, 3, 7, 33])
          expect(worst(module, precision, count, d)).toBeLessThanOrEqual(1);
  });

  it('holds for the largest codes and for queries that would overflow', () => {
    const d = 3000;
    const { rows: kernel } = createVectorKernels(simd);
    const set = setOf([new Float32Array(d).fill(1), new Float32Array(d).fill(-1)], 'int8', kernel.memory);
    const query = new Float64Array(d).fill(-1);
    const error = kernel.load(0, query, 'int8');
    const out = new Float32Array(2);
    kernel.dots(0, set.store.finish(), 0, 2, out);
    for (const [i, wanted] of [-d, d].entries())
      expect(Math.abs((out[i] ?? 0) - wanted)).toBeLessThanOrEqual(error * Math.sqrt(d));
    expect(error).toBeLessThan(0.01);
  });

  it('are read where they stand: rows elsewhere are refused', () => {
    const { rows: kernel } = createVectorKernels(simd);
    const { store } = setOf(relatedRows(3, 4), 'int8');
    kernel.load(0, new Float64Array(4), 'int8');
    expect(() => kernel.dots(0, store.finish(), 0, 3, new Float32Array(3))).toThrow(/memory/);
  });
});

describe('answers', () => {
  const ranked = { count: 15, exclude: true } as const;

  function same(kernels: VectorKernels, rows: readonly Float32Array[], precision: Precision) {
    const wasm: AskedSet = setOf(rows, precision, kernels.rows.memory);
    const fast = createAnswerer(wasm, kernels, () => 0);
    const plain = createAnswerer(setOf(rows, precision), createPlainKernels(), () => 0);
    const terms = ['w1', 'w5', 'w9'].map((word, i) => ({ word, weight: i - 0.7 }));
    for (const centred of [false, true]) {
      for (const metric of ['cosine', 'dot', 'euclid'] as const)
        for (const some of [terms, terms.slice(0, 1)]) {
          const question = { kind: 'nearest', terms: some, metric, centred, ...ranked } as const;
          expect(fast.answer(question)).toEqual(plain.answer(question));
        }
      for (const method of ['add', 'multiply'] as const) {
        const question = { kind: 'analogy', a: 'w1', b: 'w2', c: 'w3', method, centred, ...ranked } as const;
        expect(fast.answer(question)).toEqual(plain.answer(question));
      }
    }
  }

  it.each(SIZES)('are the plain tier’s to the last bit, d = %i', (d) => {
    for (const precision of PRECISIONS)
      for (const count of [11, 130]) same(createVectorKernels(simd), relatedRows(count, d, count), precision);
  });

  it('are so over several blocks', () => {
    for (const module of modules)
      for (const precision of PRECISIONS)
        same(createVectorKernels(module), relatedRows(5001, 5, 3), precision);
  });

  it('are so for numbers of any size', () => {
    for (const size of [1e-30, 1e-12, 1e12, 1e25]) {
      const rows = relatedRows(60, 6, 4).map((row) => row.map((x) => x * size));
      for (const precision of PRECISIONS) same(createVectorKernels(simd), rows, precision);
    }
  });
});

describe('many analogies over the same rows', () => {
  const RANGES = [
    [0, 191],
    [3, 9],
    [4, 5],
    [17, 17],
  ] as const;

  /** The best of two questions in each range, by both methods. */
  function answers(kernel: AnalogyKernel) {
    const best = (at: number, from: number, to: number, method: 'add' | 'multiply') => {
      const found = kernel.best(Int32Array.of(8, 0, 3, 5, 2, 7), at, from, to, method);
      return { found, key: found < 0 ? 0 : kernel.key };
    };
    return RANGES.flatMap(([from, to]) =>
      [0, 3].flatMap((at) => [best(at, from, to, 'add'), best(at, from, to, 'multiply')]),
    );
  }

  it.each([2, 5, 8, 100])('have the same answers, d = %i', (d) => {
    const draw = createRandom(d);
    const units = Array.from({ length: 200 }, () => {
      const row = Float32Array.from({ length: d }, () => draw.normal());
      return row.map((x) => x / Math.hypot(...row));
    });
    const all = [createPlainKernels(), ...modules.map(createVectorKernels)].map((kernels) => {
      const kernel = kernels.analogies();
      kernel.load(joined(units.slice(0, 9)), 9, d);
      kernel.rows.set(joined(units.slice(9)));
      kernel.compare(191);
      return answers(kernel);
    });
    const [plain, ...fast] = all;
    const wanted = plain?.map(({ found, key }) => ({ found, key: expect.closeTo(key, key > 9 ? 2 : 5) }));
    for (const one of fast) expect(one).toEqual(wanted);
  });
});

function joined(rows: readonly Float32Array[]): Float32Array {
  return Float32Array.from(rows.flatMap((row) => [...row]));
}
