import { DEFAULT_CELLS } from '../../models/cells/roles.ts';
import type { CellKind } from '../../models/cells/types.ts';
import { choice, integer, real } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import type { NextSymbolTask, RunConfig } from '../../workers/protocol.ts';
import { TEXT_SOURCE_TABLE, type TextSourceSettings, tokenizationOf } from '../texts/settings.ts';
import { SMOOTHINGS, type Smoothing } from './reference.ts';
import { AMOUNTS, type CountedSettings, LOG_K } from './settings.ts';

const CELLS = ['rnn', 'gru', 'lstm'] as const satisfies readonly CellKind[];

/** A network and the n-gram models that it is compared with, on the same text. */
export interface VersusSettings extends TextSourceSettings, Pick<CountedSettings, 'amount' | 'logK'> {
  readonly cell: (typeof CELLS)[number];
  readonly hidden: number;
  readonly seed: number;
  /** Of the n-gram models whose lines are drawn. */
  readonly smoothing: Smoothing;
}

export const VERSUS_CELLS = CELLS;
export const UNITS = { least: 8, most: 256 } as const;

export const VERSUS_TABLE: Table<VersusSettings> = {
  ...withFallbacks(TEXT_SOURCE_TABLE, { level: 'character', vocabulary: 100 }),
  amount: { key: 'part', codec: choice('300000', AMOUNTS) },
  logK: { key: 'k', codec: real(0, LOG_K.low, LOG_K.high) },
  cell: { key: 'cell', codec: choice('gru', CELLS) },
  hidden: { key: 'h', codec: integer(96, UNITS.least, UNITS.most) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
  smoothing: { key: 'smooth', codec: choice('kneser-ney', SMOOTHINGS) },
};

/** Share of the text that nobody learns from, and how many of its tokens are measured, every so many steps. */
const HELD_OUT = { share: 0.1, tokens: 4000, every: 50 } as const;
const BATCH = 16;
const STEPS = 32;
const LEARNING_RATE = 0.01;

/** What the worker is asked to train. */
export function versusConfig(
  settings: VersusSettings,
  text: string,
): RunConfig & { readonly task: NextSymbolTask } {
  const { cell, hidden, seed, vocabulary, amount } = settings;
  return {
    task: {
      kind: 'next-symbol',
      text: text.slice(0, Number(amount)),
      ...tokenizationOf(settings),
      vocabulary,
      heldOut: HELD_OUT,
    },
    cell: DEFAULT_CELLS[cell],
    hidden,
    layers: 1,
    directions: 'forward',
    batch: BATCH,
    steps: STEPS,
    optimizer: { kind: 'adam', learningRate: LEARNING_RATE, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    clip: 1,
    biases: { forget: 1 },
    seed,
  };
}

/** Settings that decide the network's numbers, in one word. */
export function networkKey(settings: VersusSettings, textKey: string): string {
  const { cell, hidden, seed, vocabulary, amount, level, ends } = settings;
  return JSON.stringify([textKey, cell, hidden, seed, vocabulary, amount, level, ends]);
}
