import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { keptBytes, neededNumbers } from '../../models/cells/stored.ts';
import {
  forwardNextSymbol,
  initialiseNextSymbol,
  lossAndGradients,
  zeroStates,
} from '../../models/language/next-symbol.ts';
import { createOptimizer } from '../../models/optim/optimizer.ts';
import { createRandom } from '../../models/random.ts';

/** Truncation lengths that are compared. */
export const LENGTHS = [1, 2, 4, 8, 16, 32, 64, 128] as const;
/** Measurements behind each time. */
export const RUNS = 7;
/** A measurement repeats the update for about this long (ms): clocks are coarse. */
const LONG_ENOUGH = 2;
/** Updates before the first measurement: a browser compiles what is used often. */
const WARM_UP = 40;
const VOCABULARY = 32;

export interface Cost {
  readonly length: number;
  /** k · B · n_a. */
  readonly needed: number;
  /** Bytes that the forward pass of this page kept; null before it ran. */
  readonly kept: number | null;
  /** Median milliseconds of an update; null before it was measured. */
  readonly milliseconds: number | null;
}

export interface Workload {
  readonly units: number;
  readonly batch: number;
}

/** What is known without running anything. */
export const plannedCosts = ({ units, batch }: Workload): readonly Cost[] =>
  LENGTHS.map((length) => ({
    length,
    needed: neededNumbers(length, batch, units),
    kept: null,
    milliseconds: null,
  }));

/** One update (forward, backward, Adam) over `length` steps, ready to be timed; and what its forward pass keeps. */
export function createUpdate({ units, batch }: Workload, length: number) {
  const shape = { spec: DEFAULT_RNN, vocabulary: VOCABULARY, hidden: units, layers: 1 };
  const random = createRandom(1);
  const flat = initialiseNextSymbol(shape, random, { forgetBias: 0 });
  const draw = () => Int32Array.from({ length: length * batch }, () => random.integer(VOCABULARY));
  const work = { ids: draw(), targets: draw() };
  const gradients = new Float64Array(flat.length);
  const adam = { kind: 'adam', learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
  const optimizer = createOptimizer(adam, flat.length);
  const states = zeroStates(shape, batch);
  return {
    run() {
      lossAndGradients(shape, flat, work, states, gradients);
      optimizer.step(flat, gradients);
    },
    kept(): number {
      const layers = forwardNextSymbol(shape, flat, work.ids, states).layers.flat();
      return layers.reduce((sum, trace) => sum + keptBytes(trace), 0);
    },
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function timed(run: () => void, clock: Clock): number {
  const before = clock.now();
  run();
  return clock.now() - before;
}

export interface Clock {
  now(): number;
  /** Lets the page breathe between two measurements. */
  rest(): Promise<void>;
}

/** Measures one length after the other and tells each result; stops early where `isWanted` says so. */
export async function measureCosts(
  workload: Workload,
  clock: Clock,
  isWanted: () => boolean,
  tell: (costs: readonly Cost[]) => void,
): Promise<void> {
  const costs = [...plannedCosts(workload)];
  const warm = createUpdate(workload, 8);
  for (let i = 0; i < WARM_UP; i++) warm.run();
  for (const [at, cost] of costs.entries()) {
    const update = createUpdate(workload, cost.length);
    const repeats = Math.max(1, Math.ceil(LONG_ENOUGH / timed(update.run, clock)));
    const times: number[] = [];
    while (times.length < RUNS) {
      await clock.rest();
      if (!isWanted()) return;
      const repeat = () => {
        for (let i = 0; i < repeats; i++) update.run();
      };
      times.push(timed(repeat, clock) / repeats);
    }
    costs[at] = { ...cost, kept: update.kept(), milliseconds: median(times) };
    tell([...costs]);
  }
}
