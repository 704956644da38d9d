import {
  learnWord,
  type NnlmParameters,
  type NnlmShape,
  readContext,
  startOf,
} from '../../../models/nnlm/network.ts';
import { createNnlmTrainer, type NnlmSpec, type NnlmState, startNnlm } from '../../../models/nnlm/trainer.ts';
import type { EmbeddingCorpus } from '../../../models/word2vec/corpus.ts';
import { RunError } from '../../run-error.ts';
import { createLossMeter } from '../loss-meter.ts';
import type { EmbeddingStart, SavedNumbers } from '../method.ts';
import type {
  EmbeddingInfo,
  EmbeddingStats,
  EmbeddingTrainer,
  EmbeddingView,
  EmbeddingWatch,
  Prediction,
} from '../protocol.ts';
import { savedList, savedNumber, savedSections } from '../saved.ts';
import type { Layer } from '../view/layer.ts';
import { plainWords } from '../view/plain-words.ts';

/** A run of the neural language model, read. */
export interface NnlmRun {
  readonly spec: NnlmSpec;
  readonly words: readonly string[];
  readonly corpus: EmbeddingCorpus;
  readonly info: EmbeddingInfo;
}

/** More numbers than these are not sent to the page. */
const MOST_SENT = 2 ** 16;

/** The model as the worker runs it: a step is a sentence. */
export function createNnlmRun(run: NnlmRun, start: EmbeddingStart): EmbeddingTrainer {
  const { spec, corpus } = run;
  const state = stateAt(run, start.saved);
  const trainer = createNnlmTrainer(corpus, spec, state);
  const meter = createLossMeter(spec.epochs * run.info.steps, savedList(start.saved, 'meter'));
  const stats = (): EmbeddingStats => ({
    step: state.sentences,
    loss: meter.mean(),
    read: state.read,
    all: spec.epochs * corpus.ids.length,
    learningRate: trainer.rate(),
  });
  return {
    get stepsDone() {
      return state.sentences;
    },
    isDone: trainer.isDone,
    step(most) {
      if (most < 1 || trainer.isDone()) return;
      const rate = trainer.rate();
      const { examples, loss } = trainer.step();
      if (!Number.isFinite(loss)) {
        throw new RunError({ code: 'diverged', step: state.sentences, learningRate: rate });
      }
      meter.add(state.sentences, examples, loss);
    },
    stats,
    curve: meter.take,
    view: (watch) => viewOf(run, state.parameters, watch),
    vectors: () => ({
      dimensions: spec.shape.dimensions,
      input: Float32Array.from(
        state.parameters.vectors.subarray(0, run.words.length * spec.shape.dimensions),
      ),
      output: outputVectors(spec.shape, state.parameters),
    }),
    learn(inputs, target, rate) {
      const word = run.words.indexOf(target);
      if (word >= 0) learnWord(spec.shape, state.parameters, { context: contextOf(run, inputs), word, rate });
    },
    checkpoint: () =>
      start.write('js', {
        stats: stats(),
        facts: { sentences: state.sentences, read: state.read, meter: meter.state() },
        precision: 64,
        sections: sectionsOf(state.parameters),
      }),
    dispose() {},
  };
}

const sectionsOf = ({ vectors, hiddenWeights, hiddenBias, outputWeights, outputBias }: NnlmParameters) => [
  vectors,
  hiddenWeights,
  hiddenBias,
  outputWeights,
  outputBias,
];

/** The page keeps a frame's numbers while training goes on. */
const copyOf = (parameters: NnlmParameters): NnlmParameters => ({
  vectors: parameters.vectors.slice(),
  hiddenWeights: parameters.hiddenWeights.slice(),
  hiddenBias: parameters.hiddenBias.slice(),
  outputWeights: parameters.outputWeights.slice(),
  outputBias: parameters.outputBias.slice(),
});

/** The beginning, or where a checkpoint was taken. Throws `RunError` when that was another run's. */
function stateAt({ spec }: NnlmRun, saved: SavedNumbers | null): NnlmState {
  const begin = startNnlm(spec);
  if (!saved) return begin;
  const lengths = sectionsOf(begin.parameters).map(({ length }) => length);
  const [vectors, hiddenWeights, hiddenBias, outputWeights, outputBias] = savedSections(saved, lengths);
  return {
    parameters: {
      vectors: vectors!,
      hiddenWeights: hiddenWeights!,
      hiddenBias: hiddenBias!,
      outputWeights: outputWeights!,
      outputBias: outputBias!,
    },
    sentences: savedNumber(saved, 'sentences'),
    read: savedNumber(saved, 'read'),
  };
}

/** The last N of these words, the place before the text where there are fewer, or where one is not known. */
function contextOf({ spec: { shape }, words }: NnlmRun, inputs: readonly string[]): Int32Array {
  return Int32Array.from({ length: shape.context }, (_, i) => {
    const word = inputs[inputs.length - shape.context + i];
    const id = word === undefined ? -1 : words.indexOf(word);
    return id < 0 ? startOf(shape) : id;
  });
}

/** A row for each word: its weights to whatever the scores are computed from (V, H or N·D). */
function outputVectors({ vocabulary }: NnlmShape, { outputWeights }: NnlmParameters): Float32Array {
  const from = outputWeights.length / vocabulary;
  return Float32Array.from(
    outputWeights,
    (_, i) => outputWeights[(i % from) * vocabulary + Math.floor(i / from)]!,
  );
}

function viewOf(run: NnlmRun, parameters: NnlmParameters, watch: EmbeddingWatch): EmbeddingView {
  const { words } = run;
  const { dimensions } = run.spec.shape;
  const layer: Layer = { values: parameters.vectors, stride: dimensions, dimensions, rows: words.length + 1 };
  return {
    ...plainWords(layer, words, watch),
    output: [],
    prediction: predictionOf(run, parameters, watch.prediction),
    moved: null,
    texts: [],
    ...(watch.network && run.info.parameterCount <= MOST_SENT ? { network: copyOf(parameters) } : {}),
  };
}

/** With the inputs as the model reads them: the row of the place before the text among them. Null without a known target. */
function predictionOf(
  run: NnlmRun,
  parameters: NnlmParameters,
  asked: EmbeddingWatch['prediction'],
): Prediction | null {
  const target = asked ? run.words.indexOf(asked.target) : -1;
  if (!asked || target < 0) return null;
  const context = contextOf(run, asked.inputs);
  const { inputs, hidden, logProbabilities } = readContext(run.spec.shape, parameters, context);
  return {
    inputs: [...context],
    target,
    hidden: hidden.length > 0 ? hidden : inputs,
    logProbability: logProbabilities[target]!,
    steps: [],
    logProbabilities: asked.all ? logProbabilities : null,
  };
}
