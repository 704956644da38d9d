import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { readSequence } from '../../models/network/reading.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { drawFrom, type FreeRun, mostProbableOf, runFree } from '../../models/tasks/free-running.ts';
import { createTask, type TaskSpec } from '../../models/tasks/spec.ts';
import { DIGITS, readTokens, spelling } from '../../models/tasks/spell-digit.ts';
import type { SequenceTask } from '../../models/tasks/task.ts';
import { taskNetwork } from '../../models/tasks/task-network.ts';
import type { RunConfig } from '../../workers/protocol.ts';

/** Symbols that are written: five or six number words. */
export const LENGTH = 24;
const SPEC: TaskSpec = { name: 'spell-digit', feedback: 'teacher', length: LENGTH };
const HIDDEN = 12;

export const DRIFT_TASK: SequenceTask = createTask(SPEC);
export const DRIFT_NETWORK: TokenNetwork = taskNetwork(DRIFT_TASK, {
  spec: DEFAULT_RNN,
  hidden: HIDDEN,
  layers: 1,
  directions: 'forward',
});

export const driftConfig = (seed: number): RunConfig => ({
  task: { kind: 'generated', spec: SPEC },
  cell: DEFAULT_RNN,
  hidden: HIDDEN,
  layers: 1,
  directions: 'forward',
  batch: 16,
  steps: 1,
  optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  clip: 1,
  biases: {},
  seed,
});

/** How the next symbol is taken when the network runs free. */
export const WAYS = ['sample', 'greedy'] as const;
export type Way = (typeof WAYS)[number];
/** Free runs from each digit when symbols are drawn; the most probable ones are always the same. */
export const COPIES: Readonly<Record<Way, number>> = { sample: 30, greedy: 1 };

/** Class ids of what should be written from a digit on. */
export const rightClasses = (digit: number): readonly number[] =>
  spelling(digit, LENGTH).map((symbol) => DRIFT_TASK.classes.indexOf(symbol));

/** ŷ (T, classes) while the right symbols are read, whatever the network says. */
export function forced(parameters: Float64Array, digit: number): Float64Array {
  const tokens = readTokens('teacher', digit, spelling(digit, LENGTH));
  const ids = Int32Array.from(tokens, (token) => DRIFT_TASK.inputs.indexOf(token));
  return readSequence(DRIFT_NETWORK, parameters, ids).probabilities;
}

const FEED = DRIFT_TASK.classes.map((symbol) => DRIFT_TASK.inputs.indexOf(symbol));

/** Runs free from these digits, side by side. */
export function free(parameters: Float64Array, digits: readonly number[], way: Way, seed: number): FreeRun {
  return runFree(DRIFT_NETWORK, parameters, {
    starts: Int32Array.from(digits, (digit) => DRIFT_TASK.inputs.indexOf(DIGITS[digit] ?? '')),
    steps: LENGTH,
    choose: way === 'sample' ? drawFrom(createRandom(seed)) : mostProbableOf,
    feed: (said) => FEED[said] ?? -1,
    carry: true,
  });
}

/** Errors by step, over all ten digits. Arrays (T). */
export interface Drift {
  /** Mean probability of a wrong symbol while the right ones are read. */
  readonly forced: Float64Array;
  /** Share of free runs whose symbol is wrong. */
  readonly free: Float64Array;
  /** Probability that a free run has drawn a wrong symbol by now: one minus the product of what teacher forcing finds right. */
  readonly stumbled: Float64Array;
  readonly runs: number;
  /** Share of wrong symbols in free runs: as long as all before were right, and afterwards; NaN where there were none. */
  readonly before: number;
  readonly after: number;
}

export function measureDrift(parameters: Float64Array, way: Way, seed: number): Drift {
  const digits = DIGITS.map((_, digit) => digit);
  const right = digits.map(rightClasses);
  const starts = Array.from({ length: COPIES[way] }, () => digits).flat();
  return {
    ...forcedErrors(parameters, right),
    ...freeErrors(
      free(parameters, starts, way, seed),
      starts.map((digit) => right[digit] ?? []),
    ),
    runs: starts.length,
  };
}

function forcedErrors(parameters: Float64Array, right: readonly (readonly number[])[]) {
  const wrong = new Float64Array(LENGTH);
  const stumbled = new Float64Array(LENGTH);
  right.forEach((symbols, digit) => {
    const probabilities = forced(parameters, digit);
    let faultless = 1;
    symbols.forEach((symbol, t) => {
      const p = probabilities[t * DRIFT_NETWORK.classes + symbol] ?? 0;
      faultless *= p;
      wrong[t]! += (1 - p) / right.length;
      stumbled[t]! += (1 - faultless) / right.length;
    });
  });
  return { forced: wrong, stumbled };
}

function freeErrors({ said }: FreeRun, right: readonly (readonly number[])[]) {
  const wrong = new Float64Array(LENGTH);
  const count = { before: [0, 0], after: [0, 0] };
  right.forEach((symbols, b) => {
    let place: 'before' | 'after' = 'before';
    symbols.forEach((symbol, t) => {
      const isWrong = said[t * right.length + b] !== symbol;
      wrong[t]! += isWrong ? 1 / right.length : 0;
      count[place][0]! += isWrong ? 1 : 0;
      count[place][1]! += 1;
      if (isWrong) place = 'after';
    });
  });
  const share = ([some = 0, all = 0]: readonly number[]) => some / all;
  return { free: wrong, before: share(count.before), after: share(count.after) };
}
