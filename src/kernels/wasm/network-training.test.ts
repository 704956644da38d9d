import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../models/cells/roles.ts';
import type { CellSpec, SequenceSize } from '../../models/cells/types.ts';
import { initialiseNetwork, type TokenNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import type { NetworkKernel } from './types.ts';
import { openTestWasm, randomTokens } from './wasm.testkit.ts';

const engine = await openTestWasm();
const ADAM = { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const TWENTY = { inputs: 20, classes: 20 };

/** A kernel begun as a run begins. */
function begun(
  spec: CellSpec,
  size: SequenceSize,
  directions: TokenNetwork['directions'] = 'forward',
): NetworkKernel {
  const network = { ...TWENTY, spec, hidden: 16, layers: 2, directions };
  const kernel = engine.createNetwork(network, size, ADAM);
  kernel.parameters.set(initialiseNetwork(network, createRandom(5), { forget: 1 }));
  return kernel;
}

function curve(kernel: NetworkKernel, size: SequenceSize, steps: number): number[] {
  return Array.from({ length: steps }, (_, i) => {
    const update = { step: i + 1, learningRate: 0.01, clip: 1 };
    const { loss, gradientNorm } = kernel.step(randomTokens(TWENTY, size, { seed: i }), update);
    return loss + gradientNorm;
  });
}

describe('training', () => {
  const size = { steps: 6, batch: 9 };

  it.each(['forward', 'concat', 'sum'] as const)(
    '%s: the same beginning gives the same curve, bit for bit',
    (directions) => {
      const first = curve(begun(DEFAULT_LSTM, size, directions), size, 40);
      expect(curve(begun(DEFAULT_LSTM, size, directions), size, 40)).toEqual(first);
      expect(new Set(first).size).toBe(40);
    },
  );

  it('goes on bit for bit from parameters, moments and states', () => {
    const whole = begun(DEFAULT_GRU, size);
    curve(whole, size, 10);
    const resumed = begun(DEFAULT_GRU, size);
    resumed.parameters.set(whole.parameters);
    resumed.moments.set(whole.moments);
    resumed.states.forEach(({ hidden }, i) => {
      hidden.set(whole.states[i]?.hidden ?? []);
    });
    const update = { step: 11, learningRate: 0.01, clip: 1 };
    const batch = randomTokens(TWENTY, size, { seed: 99 });
    expect(resumed.step(batch, update)).toEqual(whole.step(batch, update));
    expect(resumed.parameters).toEqual(whole.parameters);
  });

  it('takes no memory as it goes on', () => {
    const kernel = begun(DEFAULT_LSTM, size);
    const { buffer } = kernel.parameters;
    const bytes = buffer.byteLength;
    curve(kernel, size, 1000);
    expect(kernel.parameters.buffer).toBe(buffer);
    expect(buffer.byteLength).toBe(bytes);
  });

  it('leaves parameters and moments alone when the loss is no number', () => {
    const kernel = begun(DEFAULT_LSTM, size);
    curve(kernel, size, 3);
    kernel.parameters[7] = Number.NaN;
    const before = kernel.parameters.slice();
    const moments = kernel.moments.slice();
    const ids = new Int32Array(size.steps * size.batch);
    const result = kernel.step({ ids, targets: ids }, { step: 4, learningRate: 0.01, clip: 1 });
    expect([result.loss, result.gradientNorm].every(Number.isFinite)).toBe(false);
    expect(kernel.parameters).toEqual(before);
    expect(kernel.moments).toEqual(moments);
  });
});
