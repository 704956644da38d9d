import { createBudget } from '../../budget.ts';
import type { Tier } from '../../protocol.ts';
import { RunError } from '../../run-error.ts';
import { createLossMeter } from '../loss-meter.ts';
import type { EmbeddingStart } from '../method.ts';
import type { EmbeddingStats, EmbeddingTrainer, Moved } from '../protocol.ts';
import { savedList } from '../saved.ts';
import { type Layer, tight32 } from '../view/layer.ts';
import { createLayerTrace, type LayerTrace } from '../view/moved.ts';
import type { Word2vecEngine } from './engine.ts';
import { learnExample } from './learn.ts';
import { createPortions } from './portions.ts';
import type { Word2vecFacts, Word2vecSetup } from './setup.ts';
import { viewWord2vec, wordLayer } from './view.ts';

/** Milliseconds of a step before it looks up. */
const TURN_MS = 1;
/** Share of the time that finding out what moves may take. */
const TRACE_SHARE = 0.1;

export interface Word2vecRunOptions {
  readonly start: EmbeddingStart;
  readonly tier: Tier;
  /** Done already. */
  readonly sentences: number;
}

/** A run of word2vec on whatever computes it: one step is one sentence. */
export function createWord2vecRun(
  setup: Word2vecSetup,
  engine: Word2vecEngine,
  options: Word2vecRunOptions,
): EmbeddingTrainer {
  const { start, tier } = options;
  const { spec, ids } = setup;
  const learner = createLearner(setup, engine, options);
  const tracer = createTracer(engine.output, start.now);
  return {
    get stepsDone() {
      return learner.done();
    },
    isDone: learner.isDone,
    step(most) {
      const end = start.now() + TURN_MS;
      const last = learner.done() + most;
      if (learner.isDone()) return;
      tracer.around(most === 1, () => learner.learn(1), learner.latest);
      while (learner.done() < last && !learner.isDone() && start.now() < end) {
        learner.learn(last - learner.done());
      }
      learner.check();
    },
    stats: learner.stats,
    curve: learner.meter.take,
    view: (watch) => ({
      ...viewWord2vec(setup, engine, watch),
      moved: watch.moved ? tracer.last() : null,
    }),
    trace: tracer.turn,
    vectors: () => ({
      dimensions: spec.dimensions,
      input: tight32(wordLayer(setup, engine.input), setup.words.length),
      output: tight32(engine.output),
    }),
    learn(inputs, target, rate, negatives) {
      const sentence = [...inputs, target].flatMap((word) => ids.get(word) ?? []);
      const example = { inputs, target, rate, negatives };
      tracer.example(() => learnExample(setup, engine, example), { step: learner.done(), sentence });
    },
    checkpoint: () =>
      start.write(tier, {
        stats: learner.stats(),
        facts: {
          sentences: learner.done(),
          read: engine.read(),
          generator: [...engine.words],
          meter: learner.meter.state(),
        } satisfies Word2vecFacts,
        ...numbersOf(engine),
      }),
    dispose: engine.dispose,
  };
}

/** Counts and measures what an engine learns. */
function createLearner(
  { corpus, spec }: Word2vecSetup,
  engine: Word2vecEngine,
  { start, sentences }: Word2vecRunOptions,
) {
  const epoch = corpus.starts.length - 1;
  const steps = spec.epochs * epoch;
  const all = spec.epochs * corpus.ids.length;
  const meter = createLossMeter(steps, savedList(start.saved, 'meter'));
  const portions = createPortions(engine.threads);
  let done = sentences;
  const rate = () => spec.learningRate * Math.max(spec.floor, 1 - engine.read() / Math.max(1, all));
  const check = (value: number) => {
    if (!Number.isFinite(value)) throw new RunError({ code: 'diverged', step: done, learningRate: rate() });
  };
  /** Words of the sentence that was learnt last. */
  const latest = () => {
    const sentence = (done - 1) % epoch;
    return corpus.ids.subarray(corpus.starts[sentence], corpus.starts[sentence + 1]);
  };
  return {
    meter,
    done: () => done,
    isDone: () => done >= steps,
    /** At most `most` sentences, never past the end of an epoch. Throws `RunError` when their loss is no number. */
    learn(most: number): void {
      const first = done % epoch;
      const end = Math.min(epoch, first + Math.min(most, portions.size()));
      const begun = start.now();
      const { examples, loss } = engine.learn(first, end);
      portions.took(end - first, start.now() - begun);
      done += end - first;
      check(loss);
      meter.add(done, examples, loss);
    },
    latest: () => ({ step: done, sentence: [...latest()] }),
    /** A number that is none spreads to a word's whole vector, and to its neighbours': one is looked at for all of them. */
    check: () => check(sumOfRow(engine.input, latest()[0]!)),
    stats: (): EmbeddingStats => ({
      step: done,
      loss: meter.mean(),
      read: engine.read(),
      all,
      learningRate: rate(),
    }),
  };
}

function numbersOf({ input, output }: Word2vecEngine) {
  const precision = input.values instanceof Float64Array ? (64 as const) : (32 as const);
  const own = (layer: Layer) => (layer.stride === layer.dimensions ? layer.values : tight32(layer));
  return { precision, sections: [own(input), own(output)] };
}

function sumOfRow({ values, stride, dimensions }: Layer, row: number): number {
  let sum = 0;
  for (let j = row * stride; j < row * stride + dimensions; j++) sum += values[j]!;
  return sum;
}

/** Watches single steps, as many as are affordable: looking costs a copy of the layer. */
function createTracer(output: Layer, now: () => number) {
  const budget = createBudget(TRACE_SHARE);
  let trace: LayerTrace | null = null;
  let last: Moved | null = null;
  return {
    turn(on: boolean) {
      if (on === (trace !== null)) return;
      trace = on ? createLayerTrace(output) : null;
      last = null;
    },
    last: () => last,
    /** Does a step, and finds out what it moved where that is wanted: always of a step by itself. */
    around(alone: boolean, learn: () => void, about: () => Pick<Moved, 'step' | 'sentence'>) {
      const begun = now();
      if (!trace || !(alone || budget.isAffordable(begun))) {
        learn();
        return;
      }
      trace.take();
      learn();
      const { step, sentence } = about();
      last = trace.moved(step, sentence);
      budget.spend(begun, now());
    },
    /** The same of an example learnt out of turn, which somebody waits to see. */
    example(learn: () => void, { step, sentence }: Pick<Moved, 'step' | 'sentence'>) {
      trace?.take();
      learn();
      if (trace) last = { ...trace.moved(step, sentence), isExample: true };
    },
  };
}
