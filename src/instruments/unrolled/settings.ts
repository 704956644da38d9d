import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { ORDERS, type Order } from '../../models/cells/schedule.ts';
import type { CellSpec, Hold, LaneRole } from '../../models/cells/types.ts';
import type { LayerHold } from '../../models/language/next-symbol.ts';
import { choice, flag, integer, maybe, real, text, tuples, weights } from '../../url/codecs.ts';
import { fallbackState, type Table, withFallbacks } from '../../url/fragment.ts';
import type { RunConfig, Tier } from '../../workers/protocol.ts';

/** Cells that the figure can show, by the word that stands for them in a link. */
export const CELL_CHOICES = {
  lstm: DEFAULT_LSTM,
  'lstm-peepholes': { ...DEFAULT_LSTM, peepholes: true },
  'lstm-no-tanh': { ...DEFAULT_LSTM, output: 'linear' },
  gru: DEFAULT_GRU,
  'gru-simplified': { ...DEFAULT_GRU, variant: 'simplified' },
  'gru-reset-after': { ...DEFAULT_GRU, reset: 'after' },
  'gru-keeps': { ...DEFAULT_GRU, update: 'keeps' },
  rnn: DEFAULT_RNN,
  'rnn-relu': { ...DEFAULT_RNN, activation: 'relu' },
} as const satisfies Record<string, CellSpec>;
export type CellChoice = keyof typeof CELL_CHOICES;
export const cellChoices = Object.keys(CELL_CHOICES) as CellChoice[];

/** Texts that come with the notebook, by their file's name; `own` is what the learner typed. */
export const CORPORA = ['moby-dick', 'state-of-the-union', 'song-ci', 'own'] as const;
export type Corpus = (typeof CORPORA)[number];

/** Longest own text that a link carries, in bytes of UTF-8. */
export const LINK_TEXT_BYTES = 2048;
/** Longest weights that a link carries, in characters. */
export const LINK_WEIGHTS = 8192;
/** Most recurrent layers of a figure. */
export const MOST_LAYERS = 3;

/** Everything about the figure that a link carries. */
export interface UnrolledSettings {
  readonly cell: CellChoice;
  readonly hidden: number;
  readonly layers: number;
  readonly corpus: Corpus;
  readonly ownText: string;
  readonly level: 'character' | 'word';
  readonly vocabulary: number;
  readonly batch: number;
  readonly steps: number;
  readonly optimizer: 'adam' | 'rmsprop' | 'momentum' | 'sgd';
  readonly learningRate: number;
  readonly clip: number | null;
  readonly forgetBias: number;
  readonly seed: number;
  readonly sentence: string;
  /** Step whose loss is sent back, counted from 1; 0: the last one. */
  readonly lossStep: number;
  /** Hidden unit on show, counted from 1. */
  readonly unit: number;
  readonly allUnits: boolean;
  readonly logScale: boolean;
  /** Selected box: step counted from 1, and lane. */
  readonly at: number;
  readonly lane: LaneRole;
  /** Layer of the selected box, counted from 1. */
  readonly layer: number;
  /** In which order a walk computes the cells of several layers. */
  readonly order: Order;
  /** Of several layers, the selected one is opened: its gates are on show. */
  readonly opened: boolean;
  /** Only what comes before the selected box is revealed. */
  readonly walking: boolean;
  /** (flat parameter index, value) changed by hand. */
  readonly edits: readonly (readonly number[])[];
  /** (lane's number in `HOLD_LANES` + their count for every layer below, step, unit, value) held by hand. */
  readonly holds: readonly (readonly number[])[];
  /** Optimiser steps that the numbers stand at. */
  readonly trained: number;
  /** Tier that computed them; empty: whatever this machine chooses. */
  readonly tier: '' | Tier;
  readonly weights: Float32Array | null;
}

export const HOLD_LANES: readonly LaneRole[] = [
  'forget',
  'update',
  'candidate',
  'output',
  'reset',
  'cell',
  'hidden',
];

/** The link's table; a lesson gives its own defaults by `withDefaults`. */
export const BASE_TABLE: Table<UnrolledSettings> = {
  cell: { key: 'cell', codec: choice('lstm', cellChoices) },
  hidden: { key: 'h', codec: integer(8, 1, 64) },
  layers: { key: 'L', codec: integer(1, 1, MOST_LAYERS) },
  corpus: { key: 'text', codec: choice('moby-dick', CORPORA) },
  ownText: { key: 'own', codec: text('', LINK_TEXT_BYTES) },
  level: { key: 'level', codec: choice('word', ['character', 'word']) },
  vocabulary: { key: 'vocab', codec: integer(1000, 2, 4000) },
  batch: { key: 'batch', codec: integer(16, 1, 128) },
  steps: { key: 'T', codec: integer(16, 1, 64) },
  optimizer: { key: 'opt', codec: choice('adam', ['adam', 'rmsprop', 'momentum', 'sgd']) },
  learningRate: { key: 'lr', codec: real(0.01, 0, 100) },
  clip: { key: 'clip', codec: maybe(real(5, 1e-3, 1e6), 5) },
  forgetBias: { key: 'fb', codec: real(1, -10, 10) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
  sentence: { key: 'say', codec: text('the whale which the captain saw was white', LINK_TEXT_BYTES) },
  lossStep: { key: 'loss', codec: integer(0, 0, 64) },
  unit: { key: 'unit', codec: integer(1, 1, 64) },
  allUnits: { key: 'all', codec: flag(false) },
  logScale: { key: 'log', codec: flag(false) },
  at: { key: 't', codec: integer(3, 1, 64) },
  lane: {
    key: 'lane',
    codec: choice('forget', ['cell', 'forget', 'update', 'candidate', 'output', 'reset', 'hidden']),
  },
  layer: { key: 'layer', codec: integer(1, 1, MOST_LAYERS) },
  order: { key: 'order', codec: choice('steps', ORDERS) },
  opened: { key: 'open', codec: flag(false) },
  walking: { key: 'walk', codec: flag(false) },
  edits: { key: 'edit', codec: tuples(2, 64) },
  holds: { key: 'hold', codec: tuples(4, 64) },
  trained: { key: 'step', codec: integer(0, 0, 10_000_000) },
  tier: { key: 'tier', codec: choice('', ['', 'webgpu', 'wasm', 'js']) },
  weights: { key: 'w', codec: weights(LINK_WEIGHTS) },
};

/** The table with other fallbacks: what a lesson's figure starts from, and so what its links leave out. */
export function withDefaults(defaults: Partial<UnrolledSettings>): Table<UnrolledSettings> {
  return withFallbacks(BASE_TABLE, defaults);
}

export const defaultSettings = (defaults: Partial<UnrolledSettings> = {}): UnrolledSettings =>
  fallbackState(withDefaults(defaults));

const OPTIMIZERS: {
  readonly [K in UnrolledSettings['optimizer']]: (learningRate: number) => RunConfig['optimizer'];
} = {
  adam: (learningRate) => ({ kind: 'adam', learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }),
  rmsprop: (learningRate) => ({ kind: 'rmsprop', learningRate, decay: 0.9, epsilon: 1e-8 }),
  momentum: (learningRate) => ({ kind: 'momentum', learningRate, momentum: 0.9 }),
  sgd: (learningRate) => ({ kind: 'sgd', learningRate }),
};

/** What the worker is asked to train: everything that decides the numbers, and nothing that only decides the view. */
export function runConfig(settings: UnrolledSettings, trainingText: string): RunConfig {
  const { level, vocabulary, hidden, layers, batch, steps, clip, forgetBias, seed } = settings;
  return {
    task: { kind: 'next-symbol', text: trainingText, level, vocabulary },
    cell: CELL_CHOICES[settings.cell],
    hidden,
    layers,
    directions: 'forward',
    batch,
    steps,
    optimizer: OPTIMIZERS[settings.optimizer](settings.learningRate),
    clip,
    biases: { forget: forgetBias },
    seed,
  };
}

/** Fields that need a new run when they change; the learning rate can change under way. */
const RUN_FIELDS = [
  'cell',
  'hidden',
  'layers',
  'corpus',
  'ownText',
  'level',
  'vocabulary',
  'batch',
  'steps',
  'optimizer',
  'clip',
  'forgetBias',
  'seed',
] as const satisfies readonly (keyof UnrolledSettings)[];

export const needsNewRun = (a: UnrolledSettings, b: UnrolledSettings): boolean =>
  RUN_FIELDS.some((field) => a[field] !== b[field]);

/** No state of a run is pointed at any more. */
export const UNPOINTED = { trained: 0, tier: '', weights: null } as const satisfies Partial<UnrolledSettings>;

/** A change by the set-up panel: in another run, edits and holds would hit other numbers, and the link's state is gone. */
export function changeSetup(
  settings: UnrolledSettings,
  part: Partial<UnrolledSettings>,
): Partial<UnrolledSettings> {
  const isOther = needsNewRun(settings, { ...settings, ...part });
  return isOther ? { ...part, ...UNPOINTED, edits: [], holds: [] } : part;
}

/** Step at which a run stops by itself because a link points there; null where none is ahead. */
export const stepAhead = (
  { trained, weights }: Pick<UnrolledSettings, 'trained' | 'weights'>,
  step: number,
): number | null => (weights === null && trained > step ? trained : null);

export function readHolds(settings: Pick<UnrolledSettings, 'holds'>): readonly LayerHold[] {
  return settings.holds.flatMap(([code = -1, step = 0, unit = 0, value = 0]) => {
    const role = code < 0 ? undefined : HOLD_LANES[code % HOLD_LANES.length];
    const layer = Math.floor(code / HOLD_LANES.length);
    return role === undefined ? [] : [{ layer, role, step, unit, value }];
  });
}

const holdRow = ({ layer, role, step, unit, value }: LayerHold): readonly number[] => [
  HOLD_LANES.indexOf(role) + layer * HOLD_LANES.length,
  step,
  unit,
  value,
];
const sameBox = (a: readonly number[], b: readonly number[]): boolean =>
  a[0] === b[0] && a[1] === b[1] && a[2] === b[2];

/** The holds with this one set, or, with `null`, released. */
export function changeHold(
  rows: UnrolledSettings['holds'],
  hold: Omit<Hold, 'value'>,
  value: number | null,
  layer = 0,
): UnrolledSettings['holds'] {
  const row = holdRow({ ...hold, layer, value: value ?? 0 });
  const others = rows.filter((other) => !sameBox(other, row));
  return value === null ? others : [...others, row];
}

export function changeEdit(
  rows: UnrolledSettings['edits'],
  index: number,
  value: number | null,
): UnrolledSettings['edits'] {
  const others = rows.filter(([other]) => other !== index);
  return value === null ? others : [...others, [index, value]];
}
