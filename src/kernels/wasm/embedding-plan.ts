import { type EmbeddingCorpus, LONGEST_SENTENCE } from '../../models/word2vec/corpus.ts';
import { keepProbabilities } from '../../models/word2vec/subsample.ts';
import { noiseTable, outputRows, type Word2vecSpec } from '../../models/word2vec/trainer.ts';
import { type Arena, createArena } from './arena.ts';
import { EMBEDDING_BYTES, type EmbeddingRecord } from './embedding-records.ts';

/** Numbers in a vector of the machine. */
const LANES = 4;
/** `OUTPUT_CODES` of the kernel. */
const OUTPUT_CODES = ['full', 'hierarchical', 'negative'] as const;
const WORD = 2 ** 32;
/** What all threads are told, and what each of them is; both three numbers. */
const TEAM_NUMBERS = 3;
/** Two lines of 64 bytes. */
const BARRIER_NUMBERS = 32;

/** Where everything of a word2vec kernel stands. */
export interface EmbeddingPlan {
  /** Of each thread: the vectors, the text and the tree are everybody's, the rest its own. */
  readonly records: readonly EmbeddingRecord[];
  /** Addresses of the records, of what the threads are told, and of where they meet. */
  readonly at: readonly number[];
  readonly team: number;
  readonly barrier: number;
  /** Numbers from one row to the next. */
  readonly stride: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Room for scores. */
  readonly scores: number;
  readonly bytes: number;
}

/** Deals out the places. Sizes are those of the corpus and the spec; nothing is written yet. */
export function planEmbedding(corpus: EmbeddingCorpus, spec: Word2vecSpec, threads: number): EmbeddingPlan {
  const arena = createArena();
  const stride = Math.ceil(spec.dimensions / LANES) * LANES;
  const common = commonPlaces(arena, corpus, spec, stride);
  const rows = roundToFour(mostRows(spec, corpus.counts.length));
  // Of two examples, each with room for the garbage behind them.
  const scores = 2 * (rows + 4);
  const records = Array.from({ length: threads }, () => ({
    ...common,
    ...ownPlaces(arena, spec, stride, rows, scores),
  }));
  return {
    records,
    at: records.map(() => arena.take(EMBEDDING_BYTES / 4)),
    team: arena.take(TEAM_NUMBERS + TEAM_NUMBERS * threads),
    barrier: arena.take(BARRIER_NUMBERS),
    stride,
    inputs: corpus.parts?.count ?? corpus.counts.length,
    outputs: outputRows(spec.output, corpus.counts.length),
    scores,
    bytes: arena.size(),
  };
}

type OwnField =
  | 'generator'
  | 'kept'
  | 'hidden'
  | 'back'
  | 'rows'
  | 'labels'
  | 'times'
  | 'scores'
  | 'steps'
  | 'span'
  | 'blank'
  | 'numbers';

function commonPlaces(
  arena: Arena,
  { ids, starts, counts, parts }: EmbeddingCorpus,
  spec: Word2vecSpec,
  stride: number,
): Omit<EmbeddingRecord, OwnField> {
  const { output } = spec;
  const vocabulary = counts.length;
  const tree = output.kind === 'hierarchical' ? output.tree : null;
  return {
    stride: 4 * stride,
    window: spec.window,
    shrink: Number(spec.shrink),
    cbow: Number(spec.architecture === 'cbow'),
    corrected: Number(spec.corrected),
    batched: Number(spec.batched),
    output: OUTPUT_CODES.indexOf(output.kind),
    negatives: output.kind === 'negative' ? output.negatives : 0,
    vocabulary,
    inputRows: arena.take((parts?.count ?? vocabulary) * stride),
    outputRows: arena.take(roundToFour(outputRows(output, vocabulary)) * stride),
    partStarts: parts ? arena.take(parts.starts.length) : 0,
    parts: parts ? arena.take(parts.rows.length) : 0,
    ids: arena.take(ids.length),
    starts: arena.take(starts.length),
    keep: arena.take(vocabulary),
    noise: arena.take(2 * vocabulary),
    paths: arena.take(vocabulary + 1),
    nodes: arena.take(tree?.nodes.length ?? 0),
    turns: arena.take(Math.ceil((tree?.bits.length ?? 0) / 4)),
  };
}

function ownPlaces(
  arena: Arena,
  { window, output }: Word2vecSpec,
  stride: number,
  rows: number,
  scores: number,
): Pick<EmbeddingRecord, OwnField> {
  const examples = roundToFour(2 * window);
  return {
    generator: arena.take(4),
    kept: arena.take(LONGEST_SENTENCE),
    hidden: arena.take(examples * stride),
    back: arena.take(examples * stride),
    rows: arena.take(rows),
    labels: arena.take(rows),
    times: arena.take(rows),
    scores: arena.take(scores),
    steps: arena.take(output.kind === 'full' ? examples * rows : scores),
    span: 2 * scores,
    blank: arena.take(stride),
    numbers: arena.take(14),
  };
}

const roundToFour = (count: number) => Math.ceil(count / 4) * 4;

/** The most rows that foretell one word. */
function mostRows({ output }: Word2vecSpec, vocabulary: number): number {
  switch (output.kind) {
    case 'full':
      return vocabulary;
    case 'hierarchical':
      return output.tree.starts.reduce(
        (most, start, leaf, starts) => Math.max(most, leaf > 0 ? start - starts[leaf - 1]! : 0),
        0,
      );
    case 'negative':
      return output.negatives + 1;
  }
}

/** Writes text, chances, noise and tree where the plan has them. */
export function fillEmbedding(
  memory: WebAssembly.Memory,
  { records }: EmbeddingPlan,
  corpus: EmbeddingCorpus,
  spec: Word2vecSpec,
): void {
  const [record] = records;
  if (!record) return;
  const words = (at: number, values: ArrayLike<number>) =>
    new Int32Array(memory.buffer, at, values.length).set(values);
  const limits = (at: number, values: Float64Array) =>
    new Uint32Array(memory.buffer, at, values.length).set(values.map(limitOf));
  words(record.ids, corpus.ids);
  words(record.starts, corpus.starts);
  if (corpus.parts) {
    words(record.partStarts, corpus.parts.starts);
    words(record.parts, corpus.parts.rows);
  }
  limits(
    record.keep,
    keepProbabilities(corpus.counts, spec.subsample).map((chance) => chance * WORD),
  );
  const noise = noiseTable(spec.output, corpus.counts);
  if (noise) {
    const table = new Uint32Array(memory.buffer, record.noise, 2 * noise.aliases.length);
    noise.limits.forEach((limit, i) => {
      table[2 * i] = limitOf(limit);
      table[2 * i + 1] = noise.aliases[i]!;
    });
  }
  if (spec.output.kind === 'hierarchical') {
    const { starts, nodes, bits } = spec.output.tree;
    words(record.paths, starts);
    words(record.nodes, nodes);
    new Uint8Array(memory.buffer, record.turns, bits.length).set(bits);
  }
}

/** The least whole number that no draw below the limit reaches; certainty is the largest word, which the kernel knows. */
function limitOf(limit: number): number {
  return Math.min(WORD - 1, Math.ceil(limit));
}
