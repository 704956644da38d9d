import type { StackHold, StackTrace } from '../cells/stack.ts';
import { headLogits, softmax } from '../softmax/full.ts';
import { forwardNetwork, networkZeroStates, type TokenNetwork, viewNetwork } from './token-network.ts';

/** Everything that a network computes while it reads one sequence. */
export interface Reading {
  /** Every value of every layer and direction, batch of 1. */
  readonly trace: StackTrace;
  /** ŷ (T, classes), each row a softmax. */
  readonly probabilities: Float64Array;
}

/** Reads one sequence of T token ids from a zero state. `holds` keep values where a hand has put them. */
export function readSequence(
  network: TokenNetwork,
  flat: Float64Array,
  ids: Int32Array,
  { holds = [] }: { readonly holds?: readonly StackHold[] } = {},
): Reading {
  const trace = forwardNetwork(network, flat, ids, networkZeroStates(network, 1), { holds });
  const { head } = viewNetwork(network, flat);
  return { trace, probabilities: softmax(headLogits(head, trace.output, ids.length), network.classes) };
}
