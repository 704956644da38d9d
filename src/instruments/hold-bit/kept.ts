import { lane } from '../../models/cells/lanes.ts';
import type { SequenceTrace } from '../../models/cells/types.ts';

/** What a GRU's memory at `step` is made of: so much of what stood there at `since`, and what was written after it. */
export interface KeptMemory {
  readonly since: number;
  /** Π (1 − Γ_u) over the steps after `since`, up to `step`. */
  readonly share: number;
  /** share · c⟨since⟩. */
  readonly kept: number;
  /** c⟨step⟩ − kept: the candidates' part. */
  readonly written: number;
}

/**
 * Takes c⟨t⟩ = Γ_u c̃ + (1 − Γ_u) c⟨t−1⟩ apart back to an earlier step, for one unit of a trace with a batch of 1. Where Γ_u
 * keeps instead (`update: 'keeps'`), the shares change places. Throws a RangeError for a cell that has no update gate.
 */
export function keptMemory(trace: SequenceTrace, unit: number, since: number, step: number): KeptMemory {
  const gate = lane(trace.values, 'update');
  const memory = lane(trace.values, 'hidden');
  const units = trace.shape.hidden;
  const keeps = trace.spec.kind === 'gru' && trace.spec.update === 'keeps';
  let share = 1;
  for (let t = since + 1; t <= step; t++) {
    const value = gate[t * units + unit]!;
    share *= keeps ? value : 1 - value;
  }
  const at = (t: number) => memory[t * units + unit] ?? Number.NaN;
  const kept = share * at(since);
  return { since, share, kept, written: at(step) - kept };
}

/** Steps until a share is down to half when each step keeps (1 − gate) of it; Infinity for a gate at 0. */
export const halfLife = (gate: number): number => Math.log(0.5) / Math.log1p(-gate);
