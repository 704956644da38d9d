import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { choice, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import type { RunConfig } from '../../workers/protocol.ts';

/** Texts that the network can learn from; `own` is what the learner typed. */
export const CORPORA = ['moby-dick', 'state-of-the-union', 'own'] as const;
export type Corpus = (typeof CORPORA)[number];

/** What decides the numbers of the lesson's figures: network, training, sentence. Every one of their links carries it. */
export interface ModelSettings {
  readonly sentence: string;
  /** n_a. */
  readonly hidden: number;
  readonly seed: number;
  /** Optimiser steps that the network is trained for. */
  readonly trained: number;
  readonly corpus: Corpus;
  readonly ownText: string;
}

export const MOST_HIDDEN = 8;
/** Steps of training on offer. */
export const TRAININGS = [0, 30, 100, 300, 1000, 3000] as const;
const OWN_TEXT_BYTES = 2048;

export const MODEL_TABLE: Table<ModelSettings> = {
  sentence: { key: 'say', codec: text('the white whale', 200) },
  hidden: { key: 'h', codec: integer(6, 1, MOST_HIDDEN) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
  trained: { key: 'step', codec: integer(300, 0, 3000) },
  corpus: { key: 'text', codec: choice('moby-dick', CORPORA) },
  ownText: { key: 'own', codec: text('', OWN_TEXT_BYTES) },
};
const MODEL_FIELDS = Object.keys(MODEL_TABLE) as (keyof ModelSettings)[];

/** The part of a figure's settings that the figures of the lesson share. */
export function modelOf(settings: ModelSettings): ModelSettings {
  const { sentence, hidden, seed, trained, corpus, ownText } = settings;
  return { sentence, hidden, seed, trained, corpus, ownText };
}

export const isSameModel = (a: ModelSettings, b: ModelSettings): boolean =>
  MODEL_FIELDS.every((field) => a[field] === b[field]);

/** Characters of the text that are read: a book's beginning is enough for so small a network, and quickly prepared. */
export const READ_CHARACTERS = 50_000;
const VOCABULARY = 32;

/** What the worker is asked to train: the network learns to foretell the next character. */
export function modelConfig({ hidden, seed }: ModelSettings, trainingText: string): RunConfig {
  return {
    task: {
      kind: 'next-symbol',
      text: trainingText.slice(0, READ_CHARACTERS),
      level: 'character',
      vocabulary: VOCABULARY,
    },
    cell: DEFAULT_RNN,
    hidden,
    layers: 1,
    directions: 'forward',
    batch: 16,
    steps: 16,
    optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    clip: 1,
    biases: {},
    seed,
  };
}
