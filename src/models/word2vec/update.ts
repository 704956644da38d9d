import { logSoftmax } from '../softmax/full.ts';
import { logSigmoid } from '../softmax/hierarchical.ts';

/**
 * Examples that are learnt together: every h against every one of the same rows of the output layer. One example is such a group
 * too; the pairs of a window, which all foretell the same word, can be one (Ji et al. 2016, "Parallelizing Word2Vec in Shared
 * and Distributed Memory").
 */
export interface Group {
  /** (rows of the whole layer, d); changed in place. */
  readonly output: Float64Array;
  /** h of each example (n, d). */
  readonly hidden: Float64Array;
  /** d. */
  readonly dimensions: number;
  /** Rows of `output` that take part. One that comes twice counts twice. */
  readonly rows: ArrayLike<number>;
  /** What each row should say: 1 for yes, 0 for no. */
  readonly labels: ArrayLike<number>;
  /** η. */
  readonly rate: number;
}

/** What a group's examples come to. */
export interface GroupResult {
  /** −η ∂L/∂h of each example (n, d): what its inputs are moved by. */
  readonly back: Float64Array;
  /** Σ of the examples' losses before the move, nats. */
  readonly loss: number;
}

/** A logistic regression for each row: negative sampling and trees. All scores are those before anything moves. */
export function updateLogistic(group: Group): GroupResult {
  const { labels } = group;
  const scores = scoresOfGroup(group);
  const m = labels.length;
  let loss = 0;
  const steps = scores.map((score, i) => {
    const label = labels[i % m]!;
    loss -= logSigmoid(label === 1 ? score : -score);
    return group.rate * (label - Math.exp(logSigmoid(score)));
  });
  return { back: move(group, steps), loss };
}

/** One softmax over all rows that take part. */
export function updateSoftmax(group: Group): GroupResult {
  const { labels } = group;
  const m = labels.length;
  const logs = logSoftmax(scoresOfGroup(group), m);
  let loss = 0;
  const steps = logs.map((log, i) => {
    if (labels[i % m] === 1) loss -= log;
    return group.rate * (labels[i % m]! - Math.exp(log));
  });
  return { back: move(group, steps), loss };
}

/** v·h of every example and row (n, rows). */
function scoresOfGroup({ output, hidden, dimensions: d, rows }: Group): Float64Array {
  const m = rows.length;
  return Float64Array.from({ length: (hidden.length / d) * m }, (_, i) => {
    const [h, row] = [Math.floor(i / m) * d, rows[i % m]! * d];
    let sum = 0;
    for (let j = 0; j < d; j++) sum += hidden[h + j]! * output[row + j]!;
    return sum;
  });
}

/** Tells every h its error, then moves every row. */
function move({ output, hidden, dimensions: d, rows }: Group, steps: Float64Array): Float64Array {
  const m = rows.length;
  const back = new Float64Array(hidden.length);
  steps.forEach((step, i) => {
    const [h, row] = [Math.floor(i / m) * d, rows[i % m]! * d];
    for (let j = 0; j < d; j++) back[h + j]! += step * output[row + j]!;
  });
  steps.forEach((step, i) => {
    const [h, row] = [Math.floor(i / m) * d, rows[i % m]! * d];
    for (let j = 0; j < d; j++) output[row + j]! += step * hidden[h + j]!;
  });
  return back;
}
