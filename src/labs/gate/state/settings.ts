import { LAB_LIMITS } from '../../../instruments/gate-lab/limits.ts';
import { HOLD_LANES } from '../../../instruments/unrolled/settings.ts';
import type { Pace } from '../../../instruments/unrolled/TrainingBar.tsx';
import type { CellSpec, LaneRole } from '../../../models/cells/types.ts';
import { ACTIVATIONS, type Activation } from '../../../models/dense/activations.ts';
import type { TaskName } from '../../../models/tasks/spec.ts';
import type { Ends } from '../../../models/text/tokenize.ts';
import { type Codec, choice, flag, integer, maybe, real, text, weights } from '../../../url/codecs.ts';
import type { Table } from '../../../url/fragment.ts';
import { fewTuples } from './fewTuples.ts';
import { tableText } from './numbers.ts';
import { symbolList } from './symbols.ts';

export const ACTIVATION_CHOICES = Object.keys(ACTIVATIONS) as readonly Activation[];

/** Generated tasks that the lab offers. */
export const TASKS = ['hold-bit', 'names', 'quotes', 'agreement'] as const satisfies readonly TaskName[];
export type LabTask = (typeof TASKS)[number];

export const PANELS = ['holds', 'weights', 'gradients', 'training', 'files', 'code'] as const;
export type Panel = (typeof PANELS)[number];

export const PACES = ['1', '10', 'max'] as const satisfies readonly Pace[];

export const OPTIMISERS = ['adam', 'rmsprop', 'momentum', 'sgd'] as const;

/** Longest text that a link carries, in bytes of UTF-8. */
export const LINK_BYTES = 2048;
/** Longest weights that a link carries, in characters. */
export const LINK_WEIGHTS = 8192;
/** Most single edits and rules of held values that a link carries. */
export const LINK_EDITS = 64;
/** Longest sequence on show. */
export const MOST_STEPS = 64;
/** Most different symbols of a text; the others enter as ⟨UNK⟩. */
export const MOST_SYMBOLS = 96;

/** Everything about the lab that a link carries. */
export interface GateSettings {
  readonly cell: CellSpec['kind'];
  readonly variant: 'full' | 'simplified';
  readonly reset: 'before' | 'after';
  readonly update: 'writes' | 'keeps';
  readonly peepholes: boolean;
  readonly gate: Activation;
  /** Of the candidate; a plain RNN's own. */
  readonly candidate: Activation;
  /** What an LSTM shows of its cell. */
  readonly output: Activation;
  readonly hidden: number;
  readonly layers: number;
  readonly directions: 'forward' | 'concat' | 'sum';
  readonly input: 'text' | 'numbers' | 'task';
  readonly level: 'character' | 'word';
  /** Of a model that came with its tokens: where ⟨EOS⟩ stands in what it reads. */
  readonly ends: 'none' | Ends;
  /** Its tokens, JSON; empty: the symbols of the text are the vocabulary. */
  readonly symbols: string;
  /** What the network learns from; its symbols are the vocabulary. */
  readonly text: string;
  /** What goes through the network; empty: the beginning of the text. */
  readonly sentence: string;
  /** Rows are steps. */
  readonly numbers: string;
  readonly task: LabTask;
  /** Which example of the task is on show. */
  readonly example: number;
  readonly head: boolean;
  /** Classes of the read-out over numbers; a text and a task say their own. */
  readonly classes: number;
  readonly seed: number;
  readonly forgetBias: number;
  /** (flat index, value) changed by hand, from the seed's parameters. */
  readonly edits: readonly (readonly number[])[];
  readonly weights: Float32Array | null;
  /** Rules: see `holds/holds.ts`. */
  readonly holds: readonly (readonly number[])[];
  /** The selected box; all count from 1. */
  readonly layer: number;
  readonly direction: 'forward' | 'backward';
  readonly at: number;
  readonly lane: LaneRole;
  readonly unit: number;
  readonly allUnits: boolean;
  /** Of several chains, the selected one is opened to its gates. */
  readonly opened: boolean;
  readonly walking: boolean;
  readonly logScale: boolean;
  /** Sizes of the gradients in line with the drawing's columns. */
  readonly bars: boolean;
  readonly panel: Panel;
  /** What is differentiated: the mean loss, the loss of one step, or one number of the output. */
  readonly of: 'loss' | 'step' | 'output';
  /** Step of `of`; 0: the last one. */
  readonly ofStep: number;
  readonly ofUnit: number;
  readonly optimizer: (typeof OPTIMISERS)[number];
  readonly learningRate: number;
  readonly clip: number | null;
  readonly batch: number;
  /** Steps that a gradient is carried back in training on a text. */
  readonly steps: number;
  /** Optimiser steps a second, so that a room can follow. */
  readonly pace: Pace;
  /** Another page left a model for this lab. */
  readonly handed: boolean;
}

const activation = (fallback: Activation): Codec<Activation> => choice(fallback, ACTIVATION_CHOICES);

const LAB_TEXT = 'the cat sat on the mat. the dog sat on the log. the cat and the dog sat and sat.';

export const GATE_TABLE: Table<GateSettings> = {
  cell: { key: 'cell', codec: choice('lstm', ['rnn', 'gru', 'lstm']) },
  variant: { key: 'variant', codec: choice('full', ['full', 'simplified']) },
  reset: { key: 'reset', codec: choice('before', ['before', 'after']) },
  update: { key: 'update', codec: choice('writes', ['writes', 'keeps']) },
  peepholes: { key: 'peep', codec: flag(false) },
  gate: { key: 'gate', codec: activation('sigmoid') },
  candidate: { key: 'g', codec: activation('tanh') },
  output: { key: 'out', codec: activation('tanh') },
  hidden: { key: 'h', codec: integer(4, 1, LAB_LIMITS.hidden) },
  layers: { key: 'L', codec: integer(1, 1, LAB_LIMITS.layers) },
  directions: { key: 'dir', codec: choice('forward', ['forward', 'concat', 'sum']) },
  input: { key: 'in', codec: choice('text', ['text', 'numbers', 'task']) },
  level: { key: 'level', codec: choice('character', ['character', 'word']) },
  ends: { key: 'ends', codec: choice('none', ['none', 'lines', 'sentences']) },
  symbols: { key: 'sym', codec: symbolList(LINK_BYTES) },
  text: { key: 'text', codec: text(LAB_TEXT, LINK_BYTES) },
  sentence: { key: 'say', codec: text('the cat sat', LINK_BYTES) },
  numbers: { key: 'x', codec: tableText('1 0\n0 1\n0 0\n0 0\n-1 0\n0 0', LINK_BYTES) },
  task: { key: 'task', codec: choice('hold-bit', TASKS) },
  example: { key: 'ex', codec: integer(1, 0, 4294967295) },
  head: { key: 'head', codec: flag(true) },
  classes: { key: 'V', codec: integer(2, 1, LAB_LIMITS.classes) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
  forgetBias: { key: 'fb', codec: real(1, -10, 10) },
  edits: { key: 'edit', codec: fewTuples(2, LINK_EDITS) },
  weights: { key: 'w', codec: weights(LINK_WEIGHTS) },
  holds: { key: 'hold', codec: fewTuples(7, LINK_EDITS) },
  layer: { key: 'layer', codec: integer(1, 1, LAB_LIMITS.layers) },
  direction: { key: 'way', codec: choice('forward', ['forward', 'backward']) },
  at: { key: 't', codec: integer(3, 1, MOST_STEPS) },
  lane: { key: 'lane', codec: choice('forget', HOLD_LANES) },
  unit: { key: 'unit', codec: integer(1, 1, LAB_LIMITS.hidden) },
  allUnits: { key: 'all', codec: flag(false) },
  opened: { key: 'open', codec: flag(false) },
  walking: { key: 'walk', codec: flag(false) },
  logScale: { key: 'log', codec: flag(false) },
  bars: { key: 'bars', codec: flag(true) },
  panel: { key: 'panel', codec: choice('holds', PANELS) },
  of: { key: 'of', codec: choice('loss', ['loss', 'step', 'output']) },
  ofStep: { key: 'oft', codec: integer(0, 0, MOST_STEPS) },
  ofUnit: { key: 'ofu', codec: integer(1, 1, 2 * LAB_LIMITS.hidden) },
  optimizer: { key: 'opt', codec: choice('adam', OPTIMISERS) },
  learningRate: { key: 'lr', codec: real(0.01, 0, 100) },
  clip: { key: 'clip', codec: maybe(real(5, 1e-3, 1e6), 5) },
  batch: { key: 'batch', codec: integer(8, 1, 128) },
  steps: { key: 'T', codec: integer(16, 1, MOST_STEPS) },
  pace: { key: 'pace', codec: choice('max', PACES) },
  handed: { key: 'hand', codec: flag(false) },
};

/** The cell that the settings describe. */
export function cellOf(settings: GateSettings): CellSpec {
  const { variant, reset, update, peepholes, gate, candidate, output } = settings;
  if (settings.cell === 'rnn') return { kind: 'rnn', activation: candidate };
  if (settings.cell === 'gru') return { kind: 'gru', variant, reset, update, gate, candidate };
  return { kind: 'lstm', peepholes, gate, candidate, output };
}

/** The settings that describe a cell: the inverse of `cellOf`. */
export function fieldsOfCell(spec: CellSpec): Partial<GateSettings> {
  if (spec.kind === 'rnn') return { cell: 'rnn', candidate: spec.activation };
  const { kind, ...fields } = spec;
  return { cell: kind, ...fields };
}

/** What makes the network, its numbers and what goes through it; the other fields are where the reader looks and how it learns. */
export const MODEL_FIELDS = [
  'cell',
  'variant',
  'reset',
  'update',
  'peepholes',
  'gate',
  'candidate',
  'output',
  'hidden',
  'layers',
  'directions',
  'input',
  'level',
  'ends',
  'symbols',
  'text',
  'sentence',
  'numbers',
  'task',
  'example',
  'head',
  'classes',
  'seed',
  'forgetBias',
  'edits',
  'weights',
  'holds',
] as const satisfies readonly (keyof GateSettings)[];
