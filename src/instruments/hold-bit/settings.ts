import { DEFAULT_GRU, DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { CellSpec } from '../../models/cells/types.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';
import type { HoldBitOptions } from '../../models/tasks/hold-bit.ts';
import { createTask, type TaskSpec } from '../../models/tasks/spec.ts';
import { taskNetwork } from '../../models/tasks/task-network.ts';
import { choice, integer, real, text, tuples } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import type { RunConfig } from '../../workers/protocol.ts';

/** Cells that can be given the task, by the word that stands for them in a link. */
export const HOLD_CELLS = {
  simplified: { ...DEFAULT_GRU, variant: 'simplified' },
  full: DEFAULT_GRU,
  rnn: DEFAULT_RNN,
} as const satisfies Record<string, CellSpec>;
export type HoldCell = keyof typeof HOLD_CELLS;
export const holdCells = Object.keys(HOLD_CELLS) as HoldCell[];

/** What of a step can be selected. */
export const HOLD_LANES = ['input', 'update', 'reset', 'candidate', 'hidden', 'answer'] as const;
export type HoldLane = (typeof HOLD_LANES)[number];

/** Sequences a training step. */
export const BATCH = 16;
/** Training stops here by itself: two seconds or so. */
export const LAST_STEP = 600;
const LEARNING_RATE = 0.03;

/** Ranges of what the reader sets. `length` is that of the sequence on show, its question included. */
export const RANGE = {
  units: [1, 4],
  steps: [4, 48],
  writes: [1, 6],
  bias: [-6, 3],
  length: [2, 96],
  seed: [0, 4294967295],
} as const;

/** Everything about the figure that a link carries. */
export interface HoldBitSettings {
  readonly cell: HoldCell;
  readonly units: number;
  /** T of the sequences that it is trained on. */
  readonly steps: number;
  /** How many bits are written in each of them; the last one counts. */
  readonly writes: number;
  /** Γ_u's bias at the start. */
  readonly bias: number;
  readonly seed: number;
  /** The sequence on show: a digit a step, 0 and 1 pass by, 2 and 3 write a 0 or a 1; the question follows by itself. */
  readonly sequence: string;
  /** Selected value: step and unit counted from 1. */
  readonly at: number;
  readonly lane: HoldLane;
  readonly unit: number;
  /** (step, unit, Γ_u) held by hand, step and unit counted from 0. */
  readonly holds: readonly (readonly number[])[];
}

/** Writes a 1, later a 0 over it, and has bits enough after each to be forgotten over. */
const SEQUENCE = '10030110010121101001101';

export const HOLD_TABLE: Table<HoldBitSettings> = {
  cell: { key: 'cell', codec: choice('simplified', holdCells) },
  units: { key: 'h', codec: integer(1, ...RANGE.units) },
  steps: { key: 'T', codec: integer(24, ...RANGE.steps) },
  writes: { key: 'writes', codec: integer(2, ...RANGE.writes) },
  bias: { key: 'bias', codec: real(-2, ...RANGE.bias) },
  seed: { key: 'seed', codec: integer(1, ...RANGE.seed) },
  sequence: { key: 'x', codec: text(SEQUENCE, RANGE.length[1] - 1) },
  at: { key: 't', codec: integer(20, 1, RANGE.length[1]) },
  lane: { key: 'lane', codec: choice('hidden', HOLD_LANES) },
  unit: { key: 'unit', codec: integer(1, ...RANGE.units) },
  holds: { key: 'hold', codec: tuples(3, RANGE.length[1] * RANGE.units[1]) },
};

/** The task as it is trained; a sequence too short for its writes gets as many as it has room for. */
export const taskOptions = ({
  steps,
  writes,
}: Pick<HoldBitSettings, 'steps' | 'writes'>): HoldBitOptions => ({
  steps,
  writes: Math.min(writes, steps - 1),
});

export type TrainedSettings = Pick<HoldBitSettings, 'cell' | 'units' | 'steps' | 'writes' | 'bias' | 'seed'>;

const taskSpec = (settings: TrainedSettings): TaskSpec => ({ name: 'hold-bit', ...taskOptions(settings) });

/** What the worker is asked to train. */
export function holdConfig(settings: TrainedSettings): RunConfig {
  return {
    task: { kind: 'generated', spec: taskSpec(settings) },
    cell: HOLD_CELLS[settings.cell],
    hidden: settings.units,
    layers: 1,
    directions: 'forward',
    batch: BATCH,
    steps: 1,
    optimizer: { kind: 'adam', learningRate: LEARNING_RATE, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    clip: 1,
    biases: { update: settings.bias },
    seed: settings.seed,
  };
}

/** The network that this run trains. */
export const holdNetwork = (settings: TrainedSettings): TokenNetwork =>
  taskNetwork(createTask(taskSpec(settings)), {
    spec: HOLD_CELLS[settings.cell],
    hidden: settings.units,
    layers: 1,
    directions: 'forward',
  });
