import { learnText } from '../../../models/fasttext/classifier.ts';
import { rowsOfText, wordsOfText } from '../../../models/fasttext/labelled-texts.ts';
import { createTextTrainer, type TextTrainer } from '../../../models/fasttext/text-trainer.ts';
import { RunError } from '../../run-error.ts';
import type { EmbeddingStart } from '../method.ts';
import type { EmbeddingPoint, EmbeddingTrainer } from '../protocol.ts';
import { createHeldOut } from './classifier-held-out.ts';
import { type ClassifierRun, factsOf, type LossWindow, stateAt, windowAt } from './classifier-state.ts';
import { viewOf } from './classifier-view.ts';

/** Texts at a time: well below a millisecond. */
const BATCH = 16;
/** Points of the curve, and measurements of what is held out, in an epoch. */
const POINTS = 10;
const MEASUREMENTS = 2;

/** A classifier as the worker runs it: a step is a text. */
export function createClassifierTrainer(run: ClassifierRun, start: EmbeddingStart): EmbeddingTrainer {
  const { spec, vocabulary } = run;
  const state = stateAt(run, start.saved);
  const trainer = createTextTrainer({ ...run, order: run.learnt }, spec, state);
  const window = windowAt(start.saved);
  const held = createHeldOut(run, trainer.model, start.saved);
  if (state.texts === 0) held.measure(0);
  const points: EmbeddingPoint[] = [];
  const stats = () => statsOf(trainer, window);
  return {
    get stepsDone() {
      return state.texts;
    },
    isDone: trainer.isDone,
    step(most) {
      for (let i = 0; i < Math.min(most, BATCH) && !trainer.isDone(); i++) {
        learnOne(trainer, window);
        if (isDue(trainer, run, POINTS)) points.push(closeWindow(window, state.texts));
        if (isDue(trainer, run, MEASUREMENTS)) held.measure(state.texts);
      }
    },
    stats,
    curve: () => points.splice(0),
    view: (watch) => viewOf(run, trainer.model, watch),
    vectors: () => ({
      dimensions: spec.dimensions,
      input: Float32Array.from(state.input.subarray(0, vocabulary.words.length * spec.dimensions)),
      output: Float32Array.from(state.output),
    }),
    learn(inputs, target, rate) {
      const label = vocabulary.labels.indexOf(target);
      const words = wordsOfText(inputs.join(' '), run.tokenization);
      const rows = rowsOfText(words, vocabulary, spec);
      if (label >= 0) learnText(trainer.model, { rows, labels: [label] }, rate);
    },
    checkpoint: () =>
      start.write('js', {
        stats: stats(),
        facts: { ...factsOf(state, window), ...held.facts() },
        precision: 64,
        sections: [state.input, state.output],
      }),
    heldOut: held.last,
    dispose() {},
  };
}

function learnOne(trainer: TextTrainer, window: LossWindow): void {
  const learningRate = trainer.rate();
  window.sum += trainer.step();
  window.count++;
  if (Number.isFinite(window.sum)) return;
  throw new RunError({ code: 'diverged', step: trainer.state.texts, learningRate });
}

/** Whether something that happens so often in an epoch does so now. */
function isDue({ state, isDone }: TextTrainer, { learnt }: ClassifierRun, times: number): boolean {
  return state.texts % Math.max(1, Math.floor(learnt.length / times)) === 0 || isDone();
}

function closeWindow(window: LossWindow, step: number): EmbeddingPoint {
  window.loss = window.sum / window.count;
  window.sum = 0;
  window.count = 0;
  return { step, loss: window.loss };
}

const statsOf = ({ state, all, rate }: TextTrainer, { loss }: LossWindow) => ({
  step: state.texts,
  loss,
  read: state.read,
  all,
  learningRate: rate(),
});
