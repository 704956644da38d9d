import type { StackHold } from '../../models/cells/stack.ts';
import type { SequenceTrace } from '../../models/cells/types.ts';
import { type Reading, readSequence } from '../../models/network/reading.ts';
import { networkLayout, type TokenNetwork } from '../../models/network/token-network.ts';
import { answerOf, type Bit } from './sequence.ts';

/** What the network makes of the sequence on show. */
export interface Told {
  readonly trace: SequenceTrace;
  /** Probability of a 1 after each step; asked only at the last. */
  readonly one: readonly number[];
  /** The more probable bit at the question, and its probability. */
  readonly said: Bit;
  readonly sure: number;
}

/** The same sequence without and with the reader's hand on the gate. */
export interface BothReadings {
  readonly ids: Int32Array;
  /** What the question asks for; null: nothing was written. */
  readonly wanted: Bit | null;
  readonly free: Told;
  /** The same object as `free` when nothing is held. */
  readonly held: Told;
}

/** Rows of the settings as the model's holds; what has no place in this sequence or network is dropped. */
export const readHolds = (
  rows: readonly (readonly number[])[],
  network: TokenNetwork,
  steps: number,
): readonly StackHold[] =>
  rows.flatMap(([step = -1, unit = -1, value = Number.NaN]) => {
    const isPlace = step >= 0 && step < steps && unit >= 0 && unit < network.hidden;
    if (!isPlace || !Number.isFinite(value) || network.spec.kind !== 'gru') return [];
    return [{ layer: 0, direction: 0, role: 'update', step, unit, value: Math.max(0, Math.min(1, value)) }];
  });

function told({ trace, probabilities }: Reading): Told {
  const own = trace.layers[0]?.[0];
  if (!own) throw new RangeError('a network without layers tells nothing');
  const one = Array.from({ length: own.size.steps }, (_, step) => probabilities[2 * step + 1] ?? Number.NaN);
  const last = one.at(-1) ?? Number.NaN;
  const said: Bit = last > 0.5 ? 1 : 0;
  return { trace: own, one, said, sure: said === 1 ? last : 1 - last };
}

/** Reads the sequence twice, or once where nothing is held. */
export function readBoth(
  network: TokenNetwork,
  parameters: Float64Array,
  ids: Int32Array,
  holds: readonly StackHold[],
): BothReadings {
  const free = told(readSequence(network, parameters, ids));
  const held = holds.length === 0 ? free : told(readSequence(network, parameters, ids, { holds }));
  return { ids, wanted: answerOf(ids), free, held };
}

/** Whether these are this network's parameters: between two runs a frame of the old one may still be there. */
export const isOf = (network: TokenNetwork, parameters: Float64Array | null): parameters is Float64Array =>
  parameters?.length === networkLayout(network).length;
