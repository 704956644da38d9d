import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { CellSpec } from '../../models/cells/types.ts';
import { NO_TARGET } from '../../models/dense/losses.ts';
import { initialiseNextSymbol } from '../../models/language/next-symbol.ts';
import { createRandom } from '../../models/random.ts';
import { ALONE, createCrew } from './crew.ts';
import { createNextSymbol } from './next-symbol.ts';
import type { NextSymbolKernel } from './types.ts';
import { createTestThread, openTestWasm, readTestModule } from './wasm.testkit.ts';

const module = await readTestModule('simd-threads');
const crews = await Promise.all([2, 3].map((threads) => createCrew(module, threads, createTestThread)));
afterAll(() => {
  for (const crew of crews) crew.dispose();
});

const ADAM = { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const SIZE = { steps: 7, batch: 13 };

/** Everything that six steps leave. */
function trained(kernel: NextSymbolKernel, vocabulary: number) {
  const draw = createRandom(3);
  const length = SIZE.steps * SIZE.batch;
  const losses = Array.from({ length: 6 }, (_, i) => {
    const ids = Int32Array.from({ length }, () => draw.integer(vocabulary));
    const targets = Int32Array.from({ length }, () =>
      draw.next() < 0.3 ? NO_TARGET : draw.integer(vocabulary),
    );
    return kernel.step({ ids, targets }, { step: i + 1, learningRate: 0.01, clip: 1 });
  });
  const states = kernel.states.map(({ hidden, cell }) => [hidden.slice(), cell.slice()]);
  return { losses, parameters: kernel.parameters.slice(), moments: kernel.moments.slice(), states };
}

const CELLS: readonly (readonly [string, CellSpec])[] = [
  ['RNN', DEFAULT_RNN],
  ['GRU', DEFAULT_GRU],
  ['GRU, reset after', { ...DEFAULT_GRU, reset: 'after' }],
  ['LSTM with peepholes', { ...DEFAULT_LSTM, peepholes: true }],
];

describe.each(CELLS)('%s: the bits do not depend on the number of threads', (_name, spec) => {
  it.each([
    [5, 20],
    [16, 67],
    [33, 9],
  ])('hidden %i, vocabulary %i', (hidden, vocabulary) => {
    const shape = { spec, vocabulary, hidden, layers: 2 };
    const [alone, ...together] = [ALONE, ...crews].map((crew) => {
      const kernel = createNextSymbol(module, true, crew, shape, SIZE, ADAM);
      kernel.parameters.set(initialiseNextSymbol(shape, createRandom(1), { forgetBias: 1 }));
      const result = trained(kernel, vocabulary);
      kernel.dispose();
      return result;
    });
    for (const result of together) expect(result).toEqual(alone);
  });
});

it('kernels take turns on the same threads', () => {
  const shape = { spec: DEFAULT_LSTM, vocabulary: 12, hidden: 9, layers: 1 };
  const [first, second, third] = Array.from({ length: 3 }, () => {
    const kernel = createNextSymbol(module, true, crews[0] ?? ALONE, shape, SIZE, ADAM);
    kernel.parameters.set(initialiseNextSymbol(shape, createRandom(1), { forgetBias: 1 }));
    return kernel;
  });
  if (!first || !second || !third) throw new Error('three kernels');
  second.dispose();
  const ids = new Int32Array(SIZE.steps * SIZE.batch).fill(3);
  for (let step = 1; step <= 5; step++) {
    const update = { step, learningRate: 0.01, clip: null };
    expect(first.step({ ids, targets: ids }, update)).toEqual(third.step({ ids, targets: ids }, update));
  }
});

it('kernels outlive their threads’ end', async () => {
  const crew = await createCrew(module, 2, createTestThread);
  const shape = { spec: DEFAULT_LSTM, vocabulary: 12, hidden: 9, layers: 1 };
  const kernels = [1, 2].map(() => createNextSymbol(module, true, crew, shape, SIZE, ADAM));
  crew.dispose();
  for (const kernel of kernels) kernel.dispose();
  expect(kernels[0]?.parameters.length).toBeGreaterThan(0);
});

it('an engine with threads says so, and without any that start it goes on alone', async () => {
  const engine = await openTestWasm({ threads: 2 });
  expect(engine.gears.threads).toBe(2);
  engine.dispose();
  const failing = () => ({ ready: Promise.reject(new Error('no thread')), post() {}, end() {} });
  const alone = await openTestWasm({ threads: 2 }, failing);
  expect(alone.gears.threads).toBe(1);
});
