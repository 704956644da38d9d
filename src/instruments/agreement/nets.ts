import { DEFAULT_CELLS } from '../../models/cells/roles.ts';
import type { CellKind } from '../../models/cells/types.ts';
import {
  type ParameterEdit,
  uniformRecurrent,
  withEdits,
} from '../../models/gradient-flow/uniform-recurrent.ts';
import { type GateBiases, initialiseNetwork, type TokenNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { createTask, type TaskSpec } from '../../models/tasks/spec.ts';
import { taskNetwork } from '../../models/tasks/task-network.ts';
import type { RunConfig } from '../../workers/protocol.ts';

/** Cells that are compared, in the order in which they are listed. */
export const CELLS = ['rnn', 'gru', 'lstm'] as const satisfies readonly CellKind[];
export type Cell = (typeof CELLS)[number];

/** Recurrent weights at the start: uniform in ±1/√n as in PyTorch, or orthogonal gate by gate. */
export const STARTS = ['uniform', 'orthogonal'] as const;
export type Start = (typeof STARTS)[number];

export const UNITS = 16;
export const BATCH = 16;
/** Training steps of every net. */
export const LAST_STEP = 300;

/** One net: what it is and what it learns. */
export interface NetSettings {
  readonly cell: Cell;
  /** Words between subject and verb. */
  readonly distance: number;
  readonly start: Start;
  readonly seed: number;
}

/** Gates that begin open to memory: forget at 1 (Gers et al. 2000, Jozefowicz et al. 2015), and a GRU's update gate at −2. */
const BIASES: Readonly<Record<Cell, GateBiases>> = { rnn: {}, gru: { update: -2 }, lstm: { forget: 1 } };

export const taskSpec = (
  distance: number,
  distractors: 'any' | 'same' | 'other' = 'any',
): Extract<TaskSpec, { name: 'agreement' }> => ({ name: 'agreement', distances: [distance], distractors });

export function netOf(cell: Cell): TokenNetwork {
  const sizes = { spec: DEFAULT_CELLS[cell], hidden: UNITS, layers: 1, directions: 'forward' } as const;
  return taskNetwork(createTask(taskSpec(1)), sizes);
}

/** What its worker is asked to train. */
export const configOf = ({ cell, distance, seed }: NetSettings): RunConfig => ({
  task: { kind: 'generated', spec: taskSpec(distance) },
  cell: DEFAULT_CELLS[cell],
  hidden: UNITS,
  layers: 1,
  directions: 'forward',
  batch: BATCH,
  steps: 1,
  optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  clip: 1,
  biases: BIASES[cell],
  seed,
});

/** What is changed in a fresh run before its first step: a run itself starts out orthogonal. */
export function editsOf({ cell, start, seed }: NetSettings): readonly ParameterEdit[] {
  return start === 'orthogonal' ? [] : uniformRecurrent(netOf(cell), createRandom(seed + 7));
}

/** The parameters that its training begins with. */
export function freshParameters(settings: NetSettings): Float64Array {
  const { cell, seed } = settings;
  return withEdits(initialiseNetwork(netOf(cell), createRandom(seed), BIASES[cell]), editsOf(settings));
}
