import type { EmbeddingCorpus } from '../../models/word2vec/corpus.ts';
import type { Word2vecSpec, Word2vecState } from '../../models/word2vec/trainer.ts';
import { createMemory } from './arena.ts';
import { type EmbeddingPlan, fillEmbedding, planEmbedding } from './embedding-plan.ts';
import { writeEmbedding } from './embedding-records.ts';

/** What assembly/word2vec.ts exports. */
interface Word2vecExports {
  train(record: number, first: number, end: number, measure: number): void;
}

/** What came of some sentences. */
export interface EmbeddingStats {
  readonly examples: number;
  /** Examples whose loss was taken, and Σ of their losses, nats. */
  readonly measured: number;
  readonly loss: number;
}

/**
 * The twin of `models/word2vec/trainer.ts` in 32 bits: the same choices from the same generator, sums in another order. The
 * views are live.
 */
export interface EmbeddingKernel {
  /** Numbers from one row to the next: d rounded up to whole vectors of four; what is beyond d is 0. */
  readonly stride: number;
  /** (V, stride). */
  readonly input: Float32Array;
  /** (V or V − 1, stride). */
  readonly output: Float32Array;
  /** The generator's four words. */
  readonly words: Uint32Array;
  /** Words read so far: what the learning rate falls with. */
  read(): number;
  /** Takes over a state of the reference, or of a checkpoint. */
  load(state: Word2vecState): void;
  /** Learns from sentences `first` … `end` − 1, at most those of one epoch. The loss of every `measure`-th one is taken; 0: of none. */
  train(first: number, end: number, measure: number): EmbeddingStats;
}

/** Places of f64 numbers behind `numbers`. */
const READ = 0;
const ALL = 1;
const RATE = 2;
const FLOOR = 3;
const EXAMPLES = 4;
const MEASURED = 5;
const LOSS = 6;

/** A kernel over memory of its own. Throws a RangeError that says how much was asked for when that cannot be had. */
export function createEmbedding(
  module: WebAssembly.Module,
  corpus: EmbeddingCorpus,
  spec: Word2vecSpec,
): EmbeddingKernel {
  const plan = planEmbedding(corpus, spec);
  const memory = createMemory(plan.bytes, false);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const run = exports as unknown as Word2vecExports;
  writeEmbedding(memory, plan.at, plan.record);
  fillEmbedding(memory, plan, corpus, spec);
  const numbers = new Float64Array(memory.buffer, plan.record.numbers, 7);
  numbers[ALL] = spec.epochs * corpus.ids.length;
  numbers[RATE] = spec.learningRate;
  numbers[FLOOR] = spec.floor;
  const views = viewsOf(memory, plan);
  return {
    ...views,
    stride: plan.stride,
    read: () => numbers[READ]!,
    load(state) {
      spread(views.input, state.input, plan.inputs, plan.stride);
      spread(views.output, state.output, plan.outputs, plan.stride);
      views.words.set(state.words);
      numbers[READ] = state.read;
      // What diverged before must not come back.
      new Float32Array(memory.buffer, plan.record.blank, plan.stride).fill(0);
      new Float32Array(memory.buffer, plan.record.scores, plan.scores).fill(0);
    },
    train(first, end, measure) {
      numbers.fill(0, EXAMPLES);
      run.train(plan.at, first, end, measure);
      return { examples: numbers[EXAMPLES]!, measured: numbers[MEASURED]!, loss: numbers[LOSS]! };
    },
  };
}

function viewsOf(memory: WebAssembly.Memory, { record, stride, inputs, outputs }: EmbeddingPlan) {
  return {
    input: new Float32Array(memory.buffer, record.inputRows, inputs * stride),
    output: new Float32Array(memory.buffer, record.outputRows, outputs * stride),
    words: new Uint32Array(memory.buffer, record.generator, 4),
  };
}

/** Tight rows into rows of the stride, with nothing behind them. */
function spread(to: Float32Array, from: Float64Array, rows: number, stride: number): void {
  const d = from.length / Math.max(1, rows);
  to.fill(0);
  for (let row = 0; row < rows; row++) to.set(from.subarray(row * d, row * d + d), row * stride);
}
