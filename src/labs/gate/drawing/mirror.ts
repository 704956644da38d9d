import type { SequenceInput, SequenceTrace } from '../../../models/cells/types.ts';

/** Rows of an array (T, width) the other way round. */
function turned(values: Float64Array, steps: number): Float64Array {
  const width = values.length / Math.max(1, steps);
  const result = new Float64Array(values.length);
  for (let step = 0; step < steps; step++) {
    result.set(values.subarray(step * width, (step + 1) * width), (steps - 1 - step) * width);
  }
  return result;
}

function turnedInput(input: SequenceInput, steps: number): SequenceInput {
  return input.form === 'one-hot'
    ? { form: 'one-hot', ids: input.ids.toReversed() }
    : { form: 'dense', values: turned(input.values, steps) };
}

type Lanes<Role extends string> = Partial<Record<Role, Float64Array>>;

export function turnedLanes<Role extends string>(lanes: Lanes<Role>, steps: number): Lanes<Role> {
  const entries = (Object.entries(lanes) as [Role, Float64Array][]).map(
    ([role, values]) => [role, turned(values, steps)] as const,
  );
  return Object.fromEntries(entries) as Lanes<Role>;
}

/**
 * A chain that runs backward in time, as a drawing from left to right takes it: its columns in the order in which it computes
 * them, the last step first. A batch of 1. The same numbers: it is what the cell makes of the sequence turned round.
 */
export function mirrorTrace(trace: SequenceTrace): SequenceTrace {
  const { steps } = trace.size;
  const { recurrentCandidate, ...rest } = trace;
  return {
    ...rest,
    reverse: !trace.reverse,
    input: turnedInput(trace.input, steps),
    pre: turnedLanes(trace.pre, steps),
    values: turnedLanes(trace.values, steps),
    ...(recurrentCandidate ? { recurrentCandidate: turned(recurrentCandidate, steps) } : {}),
    holds: trace.holds.map((hold) => ({ ...hold, step: steps - 1 - hold.step })),
  };
}
