import {
  forwardNetwork,
  networkZeroStates,
  type TokenNetwork,
  viewNetwork,
} from '../network/token-network.ts';
import type { Random } from '../random.ts';
import { headLogits, softmax } from '../softmax/full.ts';

/** What a network wrote when each of its outputs was its next input. Arrays are (T, B), index t·B + b. */
export interface FreeRun {
  readonly steps: number;
  /** Token ids that were read; −1 after the end. */
  readonly read: Int32Array;
  /** Class ids that were said; −1 after the end. */
  readonly said: Int32Array;
  /** (T, B, classes): ŷ at every step that was read; 0 after the end. */
  readonly probabilities: Float64Array;
}

export interface FreeRunOptions {
  /** (B) token ids to begin with. */
  readonly starts: Int32Array;
  /** T: after so many steps it is stopped. */
  readonly steps: number;
  /** The class said, given ŷ of one step: see `mostProbableOf` and `drawFrom`. */
  readonly choose: (probabilities: Float64Array) => number;
  /** The token that is read after a class was said; −1 ends the sequence. */
  readonly feed: (said: number, b: number) => number;
  /** Whether the hidden state is handed on; without it every step starts from zero, and only what was said is known. */
  readonly carry: boolean;
}

/** Lets a network run free: B sequences side by side, each fed with its own outputs. */
export function runFree(network: TokenNetwork, flat: Float64Array, options: FreeRunOptions): FreeRun {
  const { starts, steps, choose, feed, carry } = options;
  const batch = starts.length;
  const { classes } = network;
  const read = new Int32Array(steps * batch).fill(-1);
  const said = new Int32Array(steps * batch).fill(-1);
  const probabilities = new Float64Array(steps * batch * classes);
  const { head } = viewNetwork(network, flat);
  let states = networkZeroStates(network, batch);
  let ids = starts.slice();
  for (let t = 0; t < steps && ids.some((id) => id >= 0); t++) {
    const trace = forwardNetwork(
      network,
      flat,
      ids.map((id) => Math.max(0, id)),
      states,
    );
    const rows = softmax(headLogits(head, trace.output, batch), classes);
    if (carry) states = trace.layers.flat().map(({ final }) => final);
    const next = new Int32Array(batch).fill(-1);
    for (let b = 0; b < batch; b++) {
      if (ids[b]! < 0) continue;
      const row = rows.subarray(b * classes, (b + 1) * classes);
      const answer = choose(row);
      read[t * batch + b] = ids[b]!;
      said[t * batch + b] = answer;
      probabilities.set(row, (t * batch + b) * classes);
      next[b] = feed(answer, b);
    }
    ids = next;
  }
  return { steps, read, said, probabilities };
}

/** The most probable class; the first of several. */
export function mostProbableOf(probabilities: Float64Array): number {
  return probabilities.reduce((best, value, i) => (value > probabilities[best]! ? i : best), 0);
}

/** Draws a class with its probability. */
export const drawFrom =
  (random: Random) =>
  (probabilities: Float64Array): number => {
    let rest = random.next();
    for (let i = 0; i < probabilities.length; i++) {
      rest -= probabilities[i]!;
      if (rest < 0) return i;
    }
    // Rounding may leave a crumb behind the last one.
    return mostProbableOf(probabilities);
  };
