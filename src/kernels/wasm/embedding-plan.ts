import { type EmbeddingCorpus, LONGEST_SENTENCE } from '../../models/word2vec/corpus.ts';
import { keepProbabilities } from '../../models/word2vec/subsample.ts';
import { noiseTable, outputRows, type Word2vecSpec } from '../../models/word2vec/trainer.ts';
import { createArena } from './arena.ts';
import { EMBEDDING_BYTES, type EmbeddingRecord } from './embedding-records.ts';

/** Numbers in a vector of the machine. */
const LANES = 4;
/** `OUTPUT_CODES` of the kernel. */
const OUTPUT_CODES = ['full', 'hierarchical', 'negative'] as const;
const WORD = 2 ** 32;

/** Where everything of a word2vec kernel stands. */
export interface EmbeddingPlan {
  readonly at: number;
  readonly record: EmbeddingRecord;
  /** Numbers from one row to the next. */
  readonly stride: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Room for scores, and for the garbage behind them. */
  readonly scores: number;
  readonly bytes: number;
}

/** Deals out the places. Sizes are those of the corpus and the spec; nothing is written yet. */
export function planEmbedding(
  { ids, starts, counts, parts }: EmbeddingCorpus,
  spec: Word2vecSpec,
): EmbeddingPlan {
  const arena = createArena();
  const vocabulary = counts.length;
  const inputs = parts?.count ?? vocabulary;
  const stride = Math.ceil(spec.dimensions / LANES) * LANES;
  const outputs = outputRows(spec.output, vocabulary);
  const examples = roundToFour(2 * spec.window);
  const rows = roundToFour(mostRows(spec, vocabulary));
  const scores = rows + 4;
  const tree = spec.output.kind === 'hierarchical' ? spec.output.tree : null;
  const at = arena.take(EMBEDDING_BYTES / 4);
  const record = {
    stride: 4 * stride,
    window: spec.window,
    shrink: Number(spec.shrink),
    cbow: Number(spec.architecture === 'cbow'),
    corrected: Number(spec.corrected),
    batched: Number(spec.batched),
    output: OUTPUT_CODES.indexOf(spec.output.kind),
    negatives: spec.output.kind === 'negative' ? spec.output.negatives : 0,
    vocabulary,
    inputRows: arena.take(inputs * stride),
    outputRows: arena.take(roundToFour(outputs) * stride),
    partStarts: parts ? arena.take(parts.starts.length) : 0,
    parts: parts ? arena.take(parts.rows.length) : 0,
    ids: arena.take(ids.length),
    starts: arena.take(starts.length),
    keep: arena.take(vocabulary),
    noise: arena.take(2 * vocabulary),
    paths: arena.take(vocabulary + 1),
    nodes: arena.take(tree?.nodes.length ?? 0),
    turns: arena.take(Math.ceil((tree?.bits.length ?? 0) / 4)),
    generator: arena.take(4),
    kept: arena.take(LONGEST_SENTENCE),
    hidden: arena.take(examples * stride),
    back: arena.take(examples * stride),
    rows: arena.take(rows),
    labels: arena.take(rows),
    times: arena.take(rows),
    scores: arena.take(scores),
    steps: arena.take(spec.output.kind === 'full' ? examples * rows : rows),
    blank: arena.take(stride),
    numbers: arena.take(14),
  };
  return { at, record, stride, inputs, outputs, scores, bytes: arena.size() };
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
  { record }: EmbeddingPlan,
  corpus: EmbeddingCorpus,
  spec: Word2vecSpec,
): void {
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
