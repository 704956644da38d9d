import type { RunState } from '../../store/run-state.ts';
import type { NgramReference, References, Smoothing } from './reference.ts';

/** The lines of one smoothing, by n; none while they are counted. */
export const linesOf = (references: References | null, smoothing: Smoothing): readonly NgramReference[] =>
  references?.models.filter((model) => model.smoothing === smoothing) ?? [];

/** Perplexity of the network on the held-out text when it was last measured; null before that. */
export function measured(
  state: RunState | null,
): { readonly step: number; readonly perplexity: number } | null {
  const last = state?.heldOut.at(-1);
  return last ? { step: last.step, perplexity: Math.exp(last.loss) } : null;
}

/** How many of the lines lie above the network. */
export const beaten = (lines: readonly NgramReference[], perplexity: number): number =>
  lines.filter((line) => line.perplexity > perplexity).length;
