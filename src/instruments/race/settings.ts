import { DEFAULT_CELLS } from '../../models/cells/roles.ts';
import type { CellKind } from '../../models/cells/types.ts';
import { nextSymbolLayout } from '../../models/language/next-symbol.ts';
import { recallNetwork } from '../../models/recall/recall.ts';
import { choice, integer, real } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import type { RunConfig } from '../../workers/protocol.ts';

/** The runners, in the order in which they are listed. */
export const RACERS = ['lstm', 'gru', 'rnn'] as const satisfies readonly CellKind[];
export type Racer = (typeof RACERS)[number];

/** Letters to tell apart, so guessing is right one time in four. */
export const SYMBOLS = 4;
/** Sequences a training step. */
export const BATCH = 16;
/** The race stops here: long enough for every default, short enough to wait for. */
export const LAST_STEP = 2000;

/** Everything about the figure that a link carries. */
export interface RaceSettings {
  /** Noise steps between the letter and the question. */
  readonly delay: number;
  /** What the three have in common: units, or parameters (those of an LSTM with `hidden` units). */
  readonly match: 'units' | 'parameters';
  readonly hidden: number;
  readonly forgetBias: number;
  readonly seed: number;
}

export const TABLE: Table<RaceSettings> = {
  delay: { key: 'delay', codec: integer(40, 0, 80) },
  match: { key: 'equal', codec: choice('units', ['units', 'parameters']) },
  hidden: { key: 'h', codec: integer(16, 2, 32) },
  forgetBias: { key: 'fb', codec: real(3, -2, 6) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
};

/** Parameters of a runner with so many units, read-out included. */
export function parameterCount(racer: Racer, hidden: number): number {
  const shape = { spec: DEFAULT_CELLS[racer], symbols: SYMBOLS, delay: 0, hidden, layers: 1 };
  return nextSymbolLayout(recallNetwork(shape)).length;
}

/** Units whose parameters come nearest to `budget`; the fewer of two that are equally near. */
export function unitsFor(racer: Racer, budget: number): number {
  let units = 1;
  while (parameterCount(racer, units + 1) <= budget) units++;
  const above = parameterCount(racer, units + 1) - budget;
  return above < budget - parameterCount(racer, units) ? units + 1 : units;
}

export function unitsOf({ match, hidden }: RaceSettings, racer: Racer): number {
  return match === 'units' ? hidden : unitsFor(racer, parameterCount('lstm', hidden));
}

/** What a runner's worker is asked to train. */
export function raceConfig(settings: RaceSettings, racer: Racer): RunConfig {
  return {
    task: { kind: 'recall', symbols: SYMBOLS, delay: settings.delay },
    cell: DEFAULT_CELLS[racer],
    hidden: unitsOf(settings, racer),
    layers: 1,
    directions: 'forward',
    batch: BATCH,
    steps: 1,
    optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    clip: 1,
    biases: { forget: settings.forgetBias },
    seed: settings.seed,
  };
}
