import type { EmbeddingCorpus } from '../../models/word2vec/corpus.ts';
import type { Word2vecSpec } from '../../models/word2vec/trainer.ts';
import type { Crew } from './crew.ts';
import type { EmbeddingStats } from './embedding.ts';
import type { EmbeddingPlan } from './embedding-plan.ts';

/** What assembly/word2vec.ts exports for a thread. */
interface TeamExports {
  pass(team: number, part: number): void;
}

/** Places of f64 numbers behind a record's `numbers`. */
const READ = 0;
const ALL = 1;
const RATE = 2;
const FLOOR = 3;
const EXAMPLES = 4;
const MEASURED = 5;
const LOSS = 6;

/** Threads that learn from sentences together; one alone is a team too. */
export interface EmbeddingTeam {
  /** `read`: words read before. Every thread has its share of the sentences, and the learning rate that they would have had in order. */
  train(first: number, end: number, measure: number, read: number): EmbeddingStats;
  leave(): void;
}

export function joinTeam(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  plan: EmbeddingPlan,
  { ids, starts }: EmbeddingCorpus,
  spec: Word2vecSpec,
  crew: Crew,
): EmbeddingTeam {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { pass } = exports as unknown as TeamExports;
  const joined = crew.join({ memory, run: { pass, update() {}, evaluate() {} } }, plan.team);
  const { threads } = crew;
  const numbers = plan.records.map((record) => new Float64Array(memory.buffer, record.numbers, 7));
  for (const own of numbers) {
    own[ALL] = spec.epochs * ids.length;
    own[RATE] = spec.learningRate;
    own[FLOOR] = spec.floor;
  }
  return {
    train(first, end, measure, read) {
      const cut = (part: number) => first + Math.floor(((end - first) * part) / threads);
      const parts = plan.at.map((at, part) => [at, cut(part), cut(part + 1)] as const);
      new Int32Array(memory.buffer, plan.team).set([threads, plan.barrier, measure, ...parts.flat()]);
      parts.forEach(([, from], part) => {
        numbers[part]!.fill(0, EXAMPLES)[READ] = read + starts[from]! - starts[first]!;
      });
      joined.run('pass');
      const sum = (at: number) => numbers.reduce((total, own) => total + own[at]!, 0);
      return { examples: sum(EXAMPLES), measured: sum(MEASURED), loss: sum(LOSS) };
    },
    leave: joined.leave,
  };
}
