import { DEFAULT_CELLS } from '../../models/cells/roles.ts';
import type { CellKind } from '../../models/cells/types.ts';
import type { Decay, ScheduleSpec } from '../../models/optim/schedule.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { choice, integer, maybe, real } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import type { HeldOut, NextSymbolTask, RunConfig } from '../../workers/protocol.ts';
import { type TextSourceSettings, tokenizationOf } from '../texts/settings.ts';

/** A run of a language model, as its worker is asked for it. */
export type LanguageConfig = RunConfig & { readonly task: NextSymbolTask };

export const CELLS = ['rnn', 'gru', 'lstm'] as const satisfies readonly CellKind[];
export const OPTIMIZERS = ['adam', 'rmsprop', 'momentum', 'sgd'] as const;
export const SCHEDULES = ['constant', 'steps', 'inverse', 'cosine'] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** Smallest and largest of what a reader sets. */
export const LIMITS = {
  hidden: { min: 16, max: 512 },
  layers: { min: 1, max: 3 },
  steps: { min: 1, max: 512 },
  batch: { min: 1, max: 512 },
  learningRate: { min: 0, max: 100 },
  warmup: { min: 0, max: 1_000_000 },
  every: { min: 1, max: 10_000_000 },
  factor: { min: 0.001, max: 1 },
  decay: { min: 0, max: 10 },
  over: { min: 1, max: 10_000_000 },
  floor: { min: 0, max: 1 },
  clip: { min: 0.001, max: 1_000_000 },
  dropout: { min: 0, max: 0.9 },
  share: { min: 0, max: 0.5 },
  measured: { min: 2, max: 1_000_000 },
  interval: { min: 1, max: 1_000_000 },
  forgetBias: { min: -10, max: 10 },
  seed: { min: 0, max: 4_294_967_295 },
} as const;
export type Limited = keyof typeof LIMITS;

/** How a language model is made and trained, besides its text: all of it stands in a link. */
export interface RunSettings {
  readonly cell: CellKind;
  readonly hidden: number;
  readonly layers: number;
  /** T: steps that the gradient is carried back. */
  readonly steps: number;
  readonly batch: number;
  readonly optimizer: OptimizerSpec['kind'];
  readonly learningRate: number;
  readonly schedule: Schedule;
  /** Optimiser steps over which the rate rises at first; 0: none. */
  readonly warmup: number;
  /** Of `steps`: the rate is multiplied by `factor` every so many steps. */
  readonly every: number;
  readonly factor: number;
  /** Of `inverse`: η / (1 + decay · step). */
  readonly decay: number;
  /** Of `cosine`: down to `floor` · η at step `over`. */
  readonly over: number;
  readonly floor: number;
  readonly clip: number | null;
  readonly dropout: number;
  /** Share of the text that measures the model; 0: none. */
  readonly share: number;
  /** At most so many of its tokens are measured, every `interval` steps. */
  readonly measured: number;
  readonly interval: number;
  readonly forgetBias: number;
  readonly seed: number;
}

const whole = (field: Limited, fallback: number) => integer(fallback, LIMITS[field].min, LIMITS[field].max);
const number = (field: Limited, fallback: number) => real(fallback, LIMITS[field].min, LIMITS[field].max);

export const RUN_TABLE: Table<RunSettings> = {
  cell: { key: 'cell', codec: choice('lstm', CELLS) },
  hidden: { key: 'h', codec: whole('hidden', 64) },
  layers: { key: 'L', codec: whole('layers', 1) },
  steps: { key: 'T', codec: whole('steps', 32) },
  batch: { key: 'batch', codec: whole('batch', 16) },
  optimizer: { key: 'opt', codec: choice('adam', OPTIMIZERS) },
  learningRate: { key: 'lr', codec: number('learningRate', 0.005) },
  schedule: { key: 'sched', codec: choice('constant', SCHEDULES) },
  warmup: { key: 'warm', codec: whole('warmup', 0) },
  every: { key: 'each', codec: whole('every', 1000) },
  factor: { key: 'factor', codec: number('factor', 0.5) },
  decay: { key: 'decay', codec: number('decay', 0.001) },
  over: { key: 'over', codec: whole('over', 5000) },
  floor: { key: 'floor', codec: number('floor', 0.1) },
  clip: { key: 'clip', codec: maybe(number('clip', 5), 5) },
  dropout: { key: 'drop', codec: number('dropout', 0) },
  share: { key: 'dev', codec: number('share', 0.05) },
  measured: { key: 'devn', codec: whole('measured', 4000) },
  interval: { key: 'devk', codec: whole('interval', 100) },
  forgetBias: { key: 'fb', codec: number('forgetBias', 1) },
  seed: { key: 'seed', codec: whole('seed', 1) },
};

/** Constants that nobody sets here, as the papers and PyTorch have them. */
const OPTIMIZER_SPECS: {
  readonly [K in OptimizerSpec['kind']]: (learningRate: number) => OptimizerSpec;
} = {
  adam: (learningRate) => ({ kind: 'adam', learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }),
  rmsprop: (learningRate) => ({ kind: 'rmsprop', learningRate, decay: 0.9, epsilon: 1e-8 }),
  momentum: (learningRate) => ({ kind: 'momentum', learningRate, momentum: 0.9 }),
  sgd: (learningRate) => ({ kind: 'sgd', learningRate }),
};

function decayOf({ schedule, every, factor, decay, over, floor }: RunSettings): Decay {
  switch (schedule) {
    case 'constant':
      return { kind: 'constant' };
    case 'steps':
      return { kind: 'steps', every, factor };
    case 'inverse':
      return { kind: 'inverse', decay };
    case 'cosine':
      return { kind: 'cosine', over, floor };
  }
}

/** The learning rate's course. */
export const scheduleOf = (settings: RunSettings): ScheduleSpec => ({
  ...decayOf(settings),
  ...(settings.warmup > 0 ? { warmup: settings.warmup } : {}),
});

const heldOutOf = ({ share, measured, interval }: RunSettings): HeldOut | null =>
  share > 0 ? { share, tokens: measured, every: interval } : null;

type TextSettings = Pick<TextSourceSettings, 'level' | 'ends' | 'vocabulary'>;

/** What the worker is asked to train. */
export function languageConfig(settings: RunSettings & TextSettings, text: string): LanguageConfig {
  const { hidden, layers, batch, steps, clip, dropout, seed, vocabulary } = settings;
  const schedule = scheduleOf(settings);
  const heldOut = heldOutOf(settings);
  const isSteady = schedule.kind === 'constant' && schedule.warmup === undefined;
  return {
    task: {
      kind: 'next-symbol',
      text,
      ...tokenizationOf(settings),
      vocabulary,
      ...(heldOut ? { heldOut } : {}),
    },
    cell: DEFAULT_CELLS[settings.cell],
    hidden,
    layers,
    directions: 'forward',
    batch,
    steps,
    optimizer: OPTIMIZER_SPECS[settings.optimizer](settings.learningRate),
    ...(isSteady ? {} : { schedule }),
    clip,
    ...(dropout > 0 ? { dropout } : {}),
    biases: { forget: settings.forgetBias },
    seed,
  };
}

/** The settings that ask for a config like this one; what a config leaves open is as in `otherwise`. */
export function settingsOf(config: LanguageConfig, otherwise: RunSettings): RunSettings & TextSettings {
  const { task, hidden, layers, batch, steps, optimizer, clip, seed, dropout = 0 } = config;
  const { kind: schedule, warmup = 0, ...course } = config.schedule ?? { kind: 'constant' as const };
  return {
    ...otherwise,
    ...course,
    cell: config.cell.kind,
    hidden,
    layers,
    steps,
    batch,
    optimizer: optimizer.kind,
    learningRate: optimizer.learningRate,
    schedule,
    warmup,
    clip,
    dropout,
    share: task.heldOut?.share ?? 0,
    measured: task.heldOut?.tokens ?? otherwise.measured,
    interval: task.heldOut?.every ?? otherwise.interval,
    forgetBias: config.biases.forget ?? 0,
    seed,
    level: task.level,
    ends: task.ends ?? 'none',
    vocabulary: task.vocabulary,
  };
}

/** Whether a run of one is a run of the other; learning rate and clipping may change under way. */
export function isSameRun(a: LanguageConfig, b: LanguageConfig): boolean {
  const print = ({ clip: _clip, optimizer, task, ...rest }: LanguageConfig) =>
    JSON.stringify([
      Object.entries({ ...rest, kind: optimizer.kind }).sort(),
      Object.entries({ ...task, text: '' }).sort(),
    ]);
  return print(a) === print(b);
}
