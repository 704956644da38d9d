import { logSigmoid } from '../../models/softmax/hierarchical.ts';

/** One of the K + 1 yes-or-no questions about a pair. */
export interface UpdateRow {
  /** Row of the output layer. */
  readonly id: number;
  /** 1: the word that stood there; 0: a noise word. */
  readonly label: 0 | 1;
  /** u·h, and σ of it. */
  readonly score: number;
  readonly probability: number;
  /** σ(u·h) − label: what u is moved by against h, and h against u. */
  readonly error: number;
  /** −ln of the probability of the right answer, nats. */
  readonly loss: number;
  /** ‖∂L/∂u‖ of this question. */
  readonly gradient: number;
}

/** A pair with its noise words, before anything moves. */
export interface PairUpdate {
  readonly rows: readonly UpdateRow[];
  /** Σ of the losses, nats. */
  readonly loss: number;
  /** ‖∂L/∂h‖. */
  readonly hiddenGradient: number;
  /** Different rows of the output layer that move. */
  readonly moved: number;
}

export interface PairVectors {
  readonly hidden: Float64Array;
  /** Of the target, then of each noise word as it was drawn. */
  readonly outputs: readonly Float64Array[];
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, j) => sum + x * b[j]!, 0);
const lengthOf = (a: Float64Array): number => Math.sqrt(dot(a, a));

/** K + 1 logistic regressions (Mikolov et al. 2013, equation 4), taken apart. `ids`: the target, then the noise words. */
export function pairUpdate(ids: readonly number[], { hidden, outputs }: PairVectors): PairUpdate {
  const length = lengthOf(hidden);
  const back = new Float64Array(hidden.length);
  const rows = ids.map((id, i): UpdateRow => {
    const vector = outputs[i]!;
    const label = i === 0 ? 1 : 0;
    const score = dot(vector, hidden);
    const probability = Math.exp(logSigmoid(score));
    const error = probability - label;
    vector.forEach((u, j) => {
      back[j]! += error * u;
    });
    const loss = -logSigmoid(label === 1 ? score : -score);
    return { id, label, score, probability, error, loss, gradient: Math.abs(error) * length };
  });
  return {
    rows,
    loss: rows.reduce((sum, row) => sum + row.loss, 0),
    hiddenGradient: lengthOf(back),
    moved: new Set(ids).size,
  };
}

/** Noise words for a target: those that are the target itself are passed over, as the trainer does. */
export function withoutTarget(drawn: readonly number[], target: number) {
  return {
    negatives: drawn.filter((id) => id !== target),
    passed: drawn.filter((id) => id === target).length,
  };
}
