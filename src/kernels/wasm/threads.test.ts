import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { CellSpec } from '../../models/cells/types.ts';
import { networkOf } from '../../models/language/next-symbol.ts';
import { initialiseNetwork, type TokenNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { ALONE, createCrew } from './crew.ts';
import { createNetwork } from './network.ts';
import type { NetworkKernel } from './types.ts';
import { createTestThread, openTestWasm, randomTokens, readTestModule } from './wasm.testkit.ts';

const module = await readTestModule('simd-threads');
const crews = await Promise.all([2, 3].map((threads) => createCrew(module, threads, createTestThread)));
afterAll(() => {
  for (const crew of crews) crew.dispose();
});

const ADAM = { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const SIZE = { steps: 7, batch: 13 };

/** Everything that six steps leave; in the last three the sequences have lengths of their own. */
function trained(kernel: NetworkKernel, network: TokenNetwork) {
  const lengths = Array.from({ length: SIZE.batch }, (_, b) => 1 + (b % SIZE.steps));
  const losses = Array.from({ length: 6 }, (_, i) => {
    const batch = randomTokens(network, SIZE, { seed: i, lengths: i < 3 ? null : lengths });
    return kernel.step(batch, { step: i + 1, learningRate: 0.01, clip: 1 });
  });
  const measured = kernel.evaluate(randomTokens(network, SIZE, { seed: 9 }));
  const states = kernel.states.map(({ hidden, cell }) => [hidden.slice(), cell.slice()]);
  return { losses, measured, parameters: kernel.parameters.slice(), moments: kernel.moments.slice(), states };
}

const CELLS: readonly (readonly [string, CellSpec])[] = [
  ['RNN', DEFAULT_RNN],
  ['GRU', DEFAULT_GRU],
  ['GRU, reset after', { ...DEFAULT_GRU, reset: 'after' }],
  ['LSTM with peepholes', { ...DEFAULT_LSTM, peepholes: true }],
];

describe.each(CELLS)('%s: the bits do not depend on the number of threads', (_name, spec) => {
  it.each([
    ['forward', 5, 20],
    ['forward', 16, 67],
    ['forward', 33, 9],
    ['concat', 5, 20],
    ['concat', 16, 9],
    ['sum', 9, 20],
  ] as const)('%s, hidden %i, %i classes', (directions, hidden, classes) => {
    const network = { spec, inputs: 17, classes, hidden, layers: 2, directions };
    const [alone, ...together] = [ALONE, ...crews].map((crew) => {
      const kernel = createNetwork(module, true, crew, network, SIZE, ADAM);
      kernel.parameters.set(initialiseNetwork(network, createRandom(1), { forget: 1 }));
      const result = trained(kernel, network);
      kernel.dispose();
      return result;
    });
    for (const result of together) expect(result).toEqual(alone);
  });
});

const NETWORK = networkOf({ spec: DEFAULT_LSTM, vocabulary: 12, hidden: 9, layers: 1 });

it('kernels take turns on the same threads', () => {
  const [first, second, third] = Array.from({ length: 3 }, () => {
    const kernel = createNetwork(module, true, crews[0] ?? ALONE, NETWORK, SIZE, ADAM);
    kernel.parameters.set(initialiseNetwork(NETWORK, createRandom(1), { forget: 1 }));
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
  const kernels = [1, 2].map(() => createNetwork(module, true, crew, NETWORK, SIZE, ADAM));
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
