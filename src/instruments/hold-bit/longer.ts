import { evaluateNetwork, networkZeroStates, type TokenNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { createHoldBit } from '../../models/tasks/hold-bit.ts';

/** Sequences that are asked for one share. */
export const TESTED = 128;

/** Share of right answers on sequences of `steps` that training has not seen. */
export function rightAt(
  network: TokenNetwork,
  parameters: Float64Array,
  options: { readonly steps: number; readonly writes: number },
  seed: number,
): number {
  const batch = createHoldBit(options).sample(createRandom(seed), TESTED);
  const { right } = evaluateNetwork(network, parameters, batch, networkZeroStates(network, TESTED));
  return right / TESTED;
}
