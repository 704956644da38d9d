import type { Reading } from '../../models/network/reading.ts';
import { type TokenNetwork, viewNetwork } from '../../models/network/token-network.ts';
import { NAME } from './task.ts';

/** One unit's share in a tag's log-odds. */
export interface UnitShare {
  readonly unit: number;
  /** a of this unit at the step. */
  readonly value: number;
  /** W_name − W_other of this unit: only the difference of the two logits counts. */
  readonly weight: number;
  readonly product: number;
}

/** How z_name − z_other of one word came about; P(name) = σ of it. */
export interface LogOdds {
  readonly step: number;
  /** [→a] or [→a, ←a]. */
  readonly chains: readonly {
    readonly direction: number;
    readonly sum: number;
    readonly units: readonly UnitShare[];
  }[];
  readonly bias: number;
  readonly total: number;
  readonly probability: number;
}

/** W_name − W_other of the row of the read-out that a chain's unit meets: with `sum` both chains meet the same rows. */
function weightOf(network: TokenNetwork, flat: Float64Array, direction: number, unit: number): number {
  const { weights } = viewNetwork(network, flat).head;
  const row = network.directions === 'concat' ? direction * network.hidden + unit : unit;
  const at = row * network.classes;
  return (weights[at + NAME] ?? Number.NaN) - (weights[at + 1 - NAME] ?? Number.NaN);
}

/** Takes the log-odds of one step of a reading apart, unit by unit. One layer, two classes. */
export function logOddsAt(
  network: TokenNetwork,
  flat: Float64Array,
  { trace }: Reading,
  step: number,
): LogOdds {
  const { bias } = viewNetwork(network, flat).head;
  const shift = (bias[NAME] ?? Number.NaN) - (bias[1 - NAME] ?? Number.NaN);
  const chains = (trace.layers[0] ?? []).map(({ values }, direction) => {
    const units = Array.from({ length: network.hidden }, (_, unit): UnitShare => {
      const value = values.hidden?.[step * network.hidden + unit] ?? Number.NaN;
      const weight = weightOf(network, flat, direction, unit);
      return { unit, value, weight, product: value * weight };
    });
    return { direction, units, sum: units.reduce((sum, { product }) => sum + product, 0) };
  });
  const total = chains.reduce((sum, chain) => sum + chain.sum, shift);
  return { step, chains, bias: shift, total, probability: 1 / (1 + Math.exp(-total)) };
}
