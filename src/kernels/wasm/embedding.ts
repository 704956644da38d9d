import { createRandom } from '../../models/random.ts';
import type { EmbeddingCorpus } from '../../models/word2vec/corpus.ts';
import type { Word2vecSpec, Word2vecState } from '../../models/word2vec/trainer.ts';
import { createMemory } from './arena.ts';
import { ALONE, type Crew } from './crew.ts';
import { type EmbeddingPlan, fillEmbedding, planEmbedding } from './embedding-plan.ts';
import { writeEmbedding } from './embedding-records.ts';
import { joinTeam } from './embedding-team.ts';

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
  /** The generator's four words; with several threads, that of the first one. */
  readonly words: Uint32Array;
  /** Words read so far: what the learning rate falls with. */
  read(): number;
  /** Takes over a state of the reference, or of a checkpoint. */
  load(state: Word2vecState): void;
  /** Learns from sentences `first` … `end` − 1, at most those of one epoch. The loss of every `measure`-th one is taken; 0: of none. */
  train(first: number, end: number, measure: number): EmbeddingStats;
  /** Leaves the crew. The views stay as they are. */
  dispose(): void;
}

/**
 * A kernel over memory of its own. With a crew of several threads (whose module is a build with threads), sentences are dealt out
 * to all of them, and they move the same vectors without locks (Niu et al. 2011, "Hogwild!"): faster, and no run is like another.
 * Throws a RangeError that says how much was asked for when the memory cannot be had.
 */
export function createEmbedding(
  module: WebAssembly.Module,
  corpus: EmbeddingCorpus,
  spec: Word2vecSpec,
  crew: Crew = ALONE,
): EmbeddingKernel {
  const plan = planEmbedding(corpus, spec, crew.threads);
  const memory = createMemory(plan.bytes, crew.threads > 1);
  plan.records.forEach((record, i) => {
    writeEmbedding(memory, plan.at[i]!, record);
  });
  fillEmbedding(memory, plan, corpus, spec);
  const views = viewsOf(memory, plan);
  const team = joinTeam(module, memory, plan, corpus, spec, crew);
  let read = 0;
  return {
    ...views,
    stride: plan.stride,
    read: () => read,
    load(state) {
      spread(views.input, state.input, plan.inputs, plan.stride);
      spread(views.output, state.output, plan.outputs, plan.stride);
      read = state.read;
      plan.records.forEach((record, i) => {
        const words = i === 0 ? state.words : createRandom(state.words[0]! + i).state();
        new Uint32Array(memory.buffer, record.generator, 4).set(words);
        // What diverged before must not come back.
        new Float32Array(memory.buffer, record.blank, plan.stride).fill(0);
        new Float32Array(memory.buffer, record.scores, plan.scores).fill(0);
      });
    },
    train(first, end, measure) {
      const stats = team.train(first, end, measure, read);
      read += corpus.starts[end]! - corpus.starts[first]!;
      return stats;
    },
    dispose: team.leave,
  };
}

function viewsOf(memory: WebAssembly.Memory, { records, stride, inputs, outputs }: EmbeddingPlan) {
  const record = records[0]!;
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
