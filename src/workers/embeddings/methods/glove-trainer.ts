import type { Cooccurrences } from '../../../models/glove/cooccurrence.ts';
import { cellError } from '../../../models/glove/loss.ts';
import { spreadCells } from '../../../models/glove/spread.ts';
import {
  createGloveTrainer,
  type GloveSpec,
  type GloveState,
  type GloveTrainer,
  startGlove,
} from '../../../models/glove/trainer.ts';
import { RunError } from '../../run-error.ts';
import { createLossMeter } from '../loss-meter.ts';
import type { EmbeddingStart, SavedNumbers } from '../method.ts';
import type {
  EmbeddingInfo,
  EmbeddingStats,
  EmbeddingTrainer,
  EmbeddingView,
  EmbeddingWatch,
  GloveCells,
} from '../protocol.ts';
import { savedGenerator, savedList, savedNumber, savedSections } from '../saved.ts';
import { type Layer, rowsOf } from '../view/layer.ts';
import { plainWords } from '../view/plain-words.ts';

/** A run of GloVe, read and counted. */
export interface GloveRun {
  readonly spec: GloveSpec;
  readonly epochs: number;
  readonly words: readonly string[];
  readonly counts: Cooccurrences;
  readonly info: EmbeddingInfo;
}

/** Cells of a step: a millisecond or so. The last step of an epoch has fewer. */
export const PORTION = 1000;

/** GloVe as the worker runs it: a step is a portion of an epoch's cells. */
export function createGloveRun(run: GloveRun, start: EmbeddingStart): EmbeddingTrainer {
  const { spec, epochs, counts, info } = run;
  const state = stateAt(run, start.saved);
  const trainer = createGloveTrainer(counts, spec, state);
  const meter = createLossMeter(epochs * info.steps, savedList(start.saved, 'meter'));
  const cellsOf = cellsShown(run, state);
  const stepsDone = () => state.epochs * info.steps + Math.ceil(state.cells / PORTION);
  const isDone = () => state.epochs >= epochs;
  const stats = (): EmbeddingStats => ({
    step: stepsDone(),
    loss: meter.mean(),
    read: state.epochs * counts.values.length + state.cells,
    all: epochs * counts.values.length,
    learningRate: spec.learningRate,
  });
  return {
    get stepsDone() {
      return stepsDone();
    },
    isDone,
    step(most) {
      if (most < 1 || isDone()) return;
      const { cells, loss } = trainer.portion(PORTION);
      assertFinite(loss, stepsDone(), spec.learningRate);
      meter.add(stepsDone(), cells, loss);
    },
    stats,
    curve: meter.take,
    view: (watch) => viewOf(run, state, watch, cellsOf),
    vectors: () => ({
      dimensions: spec.dimensions,
      input: Float32Array.from(sums(state)),
      output: Float32Array.from(state.parameters.contexts),
    }),
    learn: (inputs, target, rate) => learnCells(run, trainer, { inputs, target, rate }),
    checkpoint: () =>
      start.write('js', {
        stats: stats(),
        facts: {
          generator: [...state.words],
          epochs: state.epochs,
          cells: state.cells,
          meter: meter.state(),
        },
        precision: 64,
        sections: [...Object.values(state.parameters), ...Object.values(state.squares)],
      }),
    dispose() {},
  };
}

/** The beginning, or where a checkpoint was taken. Throws `RunError` when that was another run's. */
function stateAt({ spec, counts: { vocabulary: v } }: GloveRun, saved: SavedNumbers | null): GloveState {
  if (!saved) return startGlove(spec, v);
  const lengths = [v * spec.dimensions, v * spec.dimensions, v, v];
  const [words, contexts, wordBias, contextBias, ...squares] = savedSections(saved, [...lengths, ...lengths]);
  return {
    parameters: { words: words!, contexts: contexts!, wordBias: wordBias!, contextBias: contextBias! },
    squares: {
      words: squares[0]!,
      contexts: squares[1]!,
      wordBias: squares[2]!,
      contextBias: squares[3]!,
    },
    words: savedGenerator(saved),
    epochs: savedNumber(saved, 'epochs'),
    cells: savedNumber(saved, 'cells'),
  };
}

function assertFinite(loss: number, step: number, learningRate: number): void {
  if (!Number.isFinite(loss)) throw new RunError({ code: 'diverged', step, learningRate });
}

/** w + w̃ of every word (V, d). */
function sums({ parameters: { words, contexts } }: GloveState): Float64Array {
  return words.map((value, i) => value + contexts[i]!);
}

/** Every cell of an input and the target, where the text has it. */
function learnCells(
  { words, counts }: GloveRun,
  trainer: GloveTrainer,
  {
    inputs,
    target,
    rate,
  }: { readonly inputs: readonly string[]; readonly target: string; readonly rate: number },
): void {
  const column = words.indexOf(target);
  for (const input of inputs) {
    const row = words.indexOf(input);
    const cell = counts.rows.findIndex((each, i) => each === row && counts.columns[i] === column);
    if (cell >= 0) trainer.learn(cell, rate);
  }
}

function viewOf(
  { words, spec }: GloveRun,
  state: GloveState,
  watch: EmbeddingWatch,
  cellsOf: (count: number) => GloveCells,
): EmbeddingView {
  const { dimensions } = spec;
  const layerOf = (values: Float64Array): Layer => ({
    values,
    stride: dimensions,
    dimensions,
    rows: words.length,
  });
  const contexts = layerOf(state.parameters.contexts);
  return {
    ...plainWords(layerOf(sums(state)), words, watch),
    output: rowsOf(contexts, watch.output),
    prediction: null,
    moved: null,
    texts: [],
    ...(watch.cells ? { cells: cellsOf(watch.cells) } : {}),
  };
}

/** The cells that a plot shows: the same ones as long as it asks for as many. */
function cellsShown({ counts }: GloveRun, { parameters }: GloveState): (count: number) => GloveCells {
  let chosen: Int32Array = new Int32Array(0);
  let asked = 0;
  return (count) => {
    if (asked !== count) chosen = spreadCells(counts, count);
    asked = count;
    const values = Float64Array.from(chosen, (cell) => counts.values[cell]!);
    const rows = Int32Array.from(chosen, (cell) => counts.rows[cell]!);
    const columns = Int32Array.from(chosen, (cell) => counts.columns[cell]!);
    const scores = values.map((x, i) => cellError(parameters, rows[i]!, columns[i]!, x) + Math.log(x));
    return { rows, columns, counts: values, scores, of: counts.values.length };
  };
}
