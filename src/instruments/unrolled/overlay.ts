import type { LayerHold, NextSymbolShape } from '../../models/language/next-symbol.ts';
import { probeSentence } from '../../models/language/probe.ts';
import type { ProbeResult } from '../../workers/protocol.ts';

/** What a reader changed by hand, over the run's own numbers: single parameters, and values held at a step. */
export interface Overlay {
  /** (flat parameter index, value). */
  readonly edits: readonly (readonly number[])[];
  readonly holds: readonly LayerHold[];
}

export const isEmpty = ({ edits, holds }: Overlay): boolean => edits.length === 0 && holds.length === 0;

/** The parameters with the edits in place; the same array when there is none. An index outside is left out. */
export function editedParameters(parameters: Float64Array, edits: Overlay['edits']): Float64Array {
  if (edits.length === 0) return parameters;
  const edited = parameters.slice();
  for (const [index = -1, value = 0] of edits) if (index >= 0 && index < edited.length) edited[index] = value;
  return edited;
}

/**
 * The sentence computed again under the reader's changes, by the reference models: the same equations that the run's own
 * probe went through, so everything after a change moves at once and everything before it stays.
 */
export function applyOverlay(
  shape: NextSymbolShape,
  parameters: Float64Array,
  probe: ProbeResult,
  overlay: Overlay,
): ProbeResult {
  if (isEmpty(overlay)) return probe;
  const ids = Int32Array.from(probe.tokens, ({ id }) => id);
  const again = probeSentence(shape, editedParameters(parameters, overlay.edits), ids, {
    lossStep: probe.lossStep,
    target: probe.target,
    holds: overlay.holds,
  });
  return again ? { ...again, tokens: probe.tokens, asked: probe.asked } : probe;
}
