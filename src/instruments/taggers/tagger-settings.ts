import { DEFAULT_CELLS } from '../../models/cells/roles.ts';
import type { StackSpec } from '../../models/cells/stack.ts';
import type { CellKind } from '../../models/cells/types.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';
import { taskNetwork } from '../../models/tasks/task-network.ts';
import { choice, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import type { RunConfig } from '../../workers/protocol.ts';
import { TASK, TRAINING } from './task.ts';

/** The networks of the page: one reads forward only, two read both ways and put their chains together differently. */
export const TAGGERS = ['forward', 'concat', 'sum'] as const satisfies readonly StackSpec['directions'][];
export type TaggerName = (typeof TAGGERS)[number];

export const CELLS = ['rnn', 'gru', 'lstm'] as const satisfies readonly CellKind[];

/** What decides the numbers of all figures: the networks, their training, the sentences. Every figure's link carries it. */
export interface TaggerSettings {
  readonly cell: (typeof CELLS)[number];
  /** n_a of each chain. */
  readonly hidden: number;
  readonly seed: number;
  /** Optimiser step up to which they train. */
  readonly trained: number;
  readonly first: string;
  readonly second: string;
}

export const MOST_HIDDEN = 16;
export const MOST_TRAINED = 300;
const SENTENCE_BYTES = 200;

export const TAGGER_TABLE: Table<TaggerSettings> = {
  cell: { key: 'cell', codec: choice('gru', CELLS) },
  hidden: { key: 'h', codec: integer(8, 1, MOST_HIDDEN) },
  seed: { key: 'seed', codec: integer(2, 0, 4294967295) },
  trained: { key: 'step', codec: integer(100, 0, MOST_TRAINED) },
  first: { key: 'a', codec: text('he said Teddy bears are on sale', SENTENCE_BYTES) },
  second: { key: 'b', codec: text('he said Teddy Roosevelt was a great president', SENTENCE_BYTES) },
};
const FIELDS = Object.keys(TAGGER_TABLE) as (keyof TaggerSettings)[];

/** The part of a figure's settings that the figures of the page share. */
export function sharedPart(settings: TaggerSettings): TaggerSettings {
  const { cell, hidden, seed, trained, first, second } = settings;
  return { cell, hidden, seed, trained, first, second };
}

export const isSame = (a: TaggerSettings, b: TaggerSettings): boolean =>
  FIELDS.every((field) => a[field] === b[field]);

type Sizes = Pick<TaggerSettings, 'cell' | 'hidden'>;

/** What the page reads a sentence with: the same network that the worker trains. */
export function taggerNetwork({ cell, hidden }: Sizes, directions: TaggerName): TokenNetwork {
  return taskNetwork(TASK, { spec: DEFAULT_CELLS[cell], hidden, layers: 1, directions });
}

/** Sentences a training step. */
export const BATCH = 32;

/** What a worker is asked to train: the same sentences for all three, drawn from the seed. */
export function taggerConfig(
  { cell, hidden, seed }: Sizes & { seed: number },
  directions: TaggerName,
): RunConfig {
  return {
    task: { kind: 'generated', spec: TRAINING },
    cell: DEFAULT_CELLS[cell],
    hidden,
    layers: 1,
    directions,
    batch: BATCH,
    steps: TASK.steps,
    optimizer: { kind: 'adam', learningRate: 0.02, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    clip: null,
    biases: cell === 'lstm' ? { forget: 1 } : {},
    seed,
  };
}
