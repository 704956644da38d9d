import type { SequenceGradients, SequenceTrace } from '../cells/types.ts';
import { NO_TARGET } from '../dense/losses.ts';
import { headLogits, softmax } from '../softmax/full.ts';
import {
  backwardNextSymbol,
  forwardNextSymbol,
  type LayerHold,
  type NextSymbolShape,
  viewNextSymbol,
  zeroStates,
} from './next-symbol.ts';

export interface ProbeOptions {
  /** Step whose output's loss is sent back; null: the last one. Clamped to the sentence. */
  readonly lossStep: number | null;
  /** Target of that loss; absent: the token that really follows, at the end the most probable one. */
  readonly target?: number;
  readonly holds?: readonly LayerHold[];
}

/** One layer's values and the gradients of the single loss with respect to each of them, all (T, 1, n_a). */
export interface ProbedLayer {
  readonly trace: SequenceTrace;
  readonly gradients: SequenceGradients['values'];
  readonly preGradients: SequenceGradients['pre'];
}

export interface ProbedSentence {
  readonly layers: readonly ProbedLayer[];
  /** ŷ (T, V). */
  readonly probabilities: Float64Array;
  readonly lossStep: number;
  readonly target: number;
  /** −ln ŷ(target) at `lossStep`, nats. */
  readonly loss: number;
  /** ∂loss/∂parameter, flat in layout order. */
  readonly parameterGradients: Float64Array;
}

/**
 * Everything that the network computes on one sentence, from a zero state, and the gradient of one step's loss with respect
 * to all of it: how far back an error reaches. Null when the sentence has no tokens.
 */
export function probeSentence(
  shape: NextSymbolShape,
  flat: Float64Array,
  ids: Int32Array,
  options: ProbeOptions,
): ProbedSentence | null {
  if (ids.length === 0) return null;
  const trace = forwardNextSymbol(shape, flat, ids, zeroStates(shape, 1), options.holds);
  const { head } = viewNextSymbol(shape, flat);
  const probabilities = softmax(headLogits(head, trace.output, ids.length), shape.vocabulary);
  const last = ids.length - 1;
  const lossStep = Math.max(0, Math.min(last, Math.trunc(options.lossStep ?? last)));
  const target =
    options.target ?? ids[lossStep + 1] ?? mostProbable(probabilities.subarray(last * shape.vocabulary));
  const targets = new Int32Array(ids.length).fill(NO_TARGET);
  targets[lossStep] = target;
  const parameterGradients = new Float64Array(flat.length);
  const { loss, layers } = backwardNextSymbol(shape, flat, trace, targets, parameterGradients);
  const traces = trace.layers.flat();
  const probed = layers.flat().map(({ values, pre }, layer) => ({
    trace: traces[layer]!,
    gradients: values,
    preGradients: pre,
  }));
  return { layers: probed, probabilities, lossStep, target, loss, parameterGradients };
}

/** Index of the largest number; the first of equals. */
export function mostProbable(probabilities: Float64Array): number {
  let best = 0;
  for (let v = 1; v < probabilities.length; v++) if (probabilities[v]! > probabilities[best]!) best = v;
  return best;
}
