import { describe, expect, it } from 'vitest';
import type { WasmEngine } from '../kernels/wasm/types.ts';
import { openTestWasm } from '../kernels/wasm/wasm.testkit.ts';
import { networkLayout } from '../models/network/token-network.ts';
import { createRandom } from '../models/random.ts';
import { findDisagreement } from './agreement.ts';
import { computeByReference, randomInput } from './self-test.ts';
import { VARIANTS } from './tf/variants.testkit.ts';
import { computeInWasm, createWasmTier } from './wasm-tier.ts';

const engine = await openTestWasm();

it('passes its self-test', async () => {
  expect(await createWasmTier(engine).selfTest()).toEqual({ agrees: true });
});

const agree = VARIANTS.flatMap(([name, spec]) =>
  (['forward', 'concat', 'sum'] as const).map((directions) => [name, directions, spec] as const),
);
it.each(agree)('%s, %s, agrees with the reference', (_name, directions, spec) => {
  const input = randomInput(spec, createRandom(5), { layers: 2, directions });
  const found = computeInWasm(engine, input);
  expect(findDisagreement(networkLayout(input.network), computeByReference(input), found, 1e-4)).toBeNull();
});

describe('a module that computes wrongly', () => {
  const spoilt: WasmEngine = {
    ...engine,
    createNetwork(network, size, optimizer) {
      const kernel = engine.createNetwork(network, size, optimizer);
      const lossAndGradients: typeof kernel.lossAndGradients = (batch) => {
        const loss = kernel.lossAndGradients(batch);
        kernel.gradients.fill(0);
        return loss;
      };
      return Object.create(kernel, { lossAndGradients: { value: lossAndGradients } });
    },
  };
  it('fails it', async () => {
    expect(await createWasmTier(spoilt).selfTest()).toEqual({
      agrees: false,
      detail: 'rnn layers.0.inputWeights',
    });
  });
});
