import type { RunFailure } from './protocol.ts';
import { RunError } from './run-error.ts';

type Diverging = Extract<RunFailure, { code: 'diverged' }>['what'];

/** Throws the failure that stops a run when a number is NaN or infinite. */
export function assertFinite(what: Diverging, value: number, step: number): void {
  if (!Number.isFinite(value)) throw new RunError({ code: 'diverged', step, what, value });
}

/** The same of many numbers; says what the first wrong one is. */
export function assertAllFinite(what: Diverging, values: ArrayLike<number>, step: number): void {
  for (let i = 0; i < values.length; i++)
    if (!Number.isFinite(values[i]!)) assertFinite(what, values[i]!, step);
}

export interface ParameterEdit {
  readonly index: number;
  readonly value: number;
}

/** Overwrites single numbers; an index outside the array or a value that is no number is ignored. */
export function writeEdits(parameters: Float64Array | Float32Array, edits: readonly ParameterEdit[]): void {
  for (const { index, value } of edits) {
    if (index in parameters && Number.isFinite(value)) parameters[index] = value;
  }
}

/** All numbers end to end. */
export function joined(parts: readonly ArrayLike<number>[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
