import type { BucketOptions } from '../../models/fasttext/subwords.ts';
import type { Weighting } from '../../models/glove/weighting.ts';
import type { NnlmParameters } from '../../models/nnlm/network.ts';
import type { BestLeaf } from '../../models/softmax/best-leaves.ts';
import type { TreeStep } from '../../models/softmax/hierarchical.ts';
import type { Ends, Tokenization } from '../../models/text/tokenize.ts';
import type { Architecture } from '../../models/word2vec/types.ts';
import type { CheckpointFault, RunId, RunNotice, Tier, TierChoice } from '../protocol.ts';

/**
 * What a page and the worker of a run of embeddings say to each other: the recurrent runs' protocol (`../protocol.ts`), with another
 * config, other frames and other questions. A frame carries no parameters, which may be many megabytes, but what the page watches.
 */

/** The text that is learnt from, the learner's own or a corpus that the page fetched. */
export interface EmbeddingText extends Tokenization {
  readonly text: string;
  readonly ends?: Ends;
  /** Words that occur more rarely are left out; from 1. */
  readonly minCount: number;
  /** At most so many of the most frequent words are kept; more are never kept than `MOST_WORDS`. */
  readonly words: number;
}

/** How a word is foretold; the tree is made from the counts. */
export type OutputChoice =
  | { readonly kind: 'full' }
  | { readonly kind: 'hierarchical'; readonly tree: 'huffman' | 'balanced' }
  | { readonly kind: 'negative'; readonly negatives: number; readonly exponent: number };

/** Skip-gram or CBOW (Mikolov et al. 2013); with `ngrams`, of words made of character n-grams (fastText). */
export interface Word2vecMethod {
  readonly kind: 'word2vec';
  readonly architecture: Architecture;
  readonly output: OutputChoice;
  readonly window: number;
  readonly shrink: boolean;
  /** t of subsampling; 0: none. */
  readonly subsample: number;
  /** See `Word2vecSpec`. */
  readonly corrected: boolean;
  readonly batched: boolean;
  readonly ngrams: BucketOptions | null;
  readonly epochs: number;
}

export interface GloveMethod {
  readonly kind: 'glove';
  readonly window: number;
  readonly weighting: Weighting;
  readonly epochs: number;
}

/** fastText's classifier: each line of the text is one text, its labels the words that begin with `__label__`. */
export interface ClassifierMethod {
  readonly kind: 'classifier';
  readonly loss: 'softmax' | 'hierarchical' | 'one-vs-all';
  /** Longest word n-gram, 1: words alone; and the rows that they share. */
  readonly wordNgrams: number;
  readonly bucket: number;
  readonly epochs: number;
  /** Share of the lines that measure and are not learnt from. */
  readonly heldOut: number;
}

/** The neural language model with a fixed window (Bengio et al. 2003): the last words, in order, foretell the next one. */
export interface NnlmMethod {
  readonly kind: 'nnlm';
  /** N: words that are read. */
  readonly context: number;
  /** H: units of the tanh layer; 0: none. */
  readonly hidden: number;
  readonly epochs: number;
}
export type Method = Word2vecMethod | GloveMethod | ClassifierMethod | NnlmMethod;

/** Everything that decides a run's numbers, given a tier and one thread. */
export interface EmbeddingConfig {
  readonly source: EmbeddingText;
  readonly method: Method;
  /** d, 2 … 300. */
  readonly dimensions: number;
  /** η at the beginning. */
  readonly learningRate: number;
  readonly seed: number;
  /** Workers that share the vectors without locks (Niu et al. 2011): more than one is not reproducible. Absent: 1. */
  readonly threads?: number;
}

/** What the page wants to see of each frame. Words are given as written; those that the vocabulary lacks come back as such. */
export interface EmbeddingWatch {
  /** Words whose nearest others are ranked, and how many of them. */
  readonly neighbours?: { readonly words: readonly string[]; readonly count: number };
  /** Words whose vectors are sent. */
  readonly input?: readonly string[];
  /** Rows of the output layer that are sent (words' or inner nodes' numbers). */
  readonly output?: readonly number[];
  /** A word to be foretold from others; null or absent: none. */
  readonly prediction?: {
    readonly inputs: readonly string[];
    readonly target: string;
    /** Whether the probabilities of all classes are wanted. */
    readonly all: boolean;
  } | null;
  /** Whether the rows of the output layer that the last step moved are wanted. */
  readonly moved?: boolean;
  /** Texts that the classifier is asked about. */
  readonly texts?: readonly string[];
  /** Words whose rows are sent one by one, of word2vec with n-grams. */
  readonly parts?: readonly string[];
  /** Of GloVe: so many cells, spread over the range of ln X, with what the vectors say of them. */
  readonly cells?: number;
  /** Of the neural language model: whether everything that it has learnt is sent; never more than 2¹⁶ numbers. */
  readonly network?: boolean;
}

export interface Nearest {
  readonly word: string;
  /** Null: not in the vocabulary, and without n-grams that are. */
  readonly nearest: readonly { readonly id: number; readonly cosine: number }[] | null;
}

/** P(target | inputs) under the vectors of the frame, by the reference, in 64 bits. */
export interface Prediction {
  readonly inputs: readonly number[];
  readonly target: number;
  /** h: mean of the inputs' vectors (d). */
  readonly hidden: Float64Array;
  /**
   * ln P of the target, nats; of negative sampling, whose scores are no distribution over words, ln σ(u·h) of the target's own
   * yes or no.
   */
  readonly logProbability: number;
  /** With a tree: the way to the target, node by node; else empty. */
  readonly steps: readonly TreeStep[];
  /** ln P of every class (V), of negative sampling ln σ(u·h) each; null where not asked for. */
  readonly logProbabilities: Float64Array | null;
}

/** What a step did to the output layer: the last one, or, of a run that plays, one of the last. */
export interface Moved {
  /** Steps done when it was over. */
  readonly step: number;
  /** Words of the sentence that was learnt, after subsampling left none out: as read. */
  readonly sentence: readonly number[];
  /** Rows that moved, ascending, and how far: ‖Δ‖. */
  readonly rows: Int32Array;
  readonly distances: Float64Array;
  /** Rows of the output layer in all. */
  readonly of: number;
  /** It was one example learnt out of turn (`learn`): `sentence` holds its inputs, and its target behind them. */
  readonly isExample?: boolean;
}

/** The classifier's answer to one text. */
export interface Labelling {
  readonly text: string;
  /** Words of the text, known or not. */
  readonly words: readonly { readonly text: string; readonly known: boolean }[];
  /** What its vector is the mean of: known words, then word n-grams. */
  readonly features: readonly { readonly words: readonly string[]; readonly row: number }[];
  /** P of each label, by id of `EmbeddingInfo.labels`. */
  readonly probabilities: Float64Array;
  /** Score of each label, and (features, labels) what each feature adds to it: see `explainText`. */
  readonly scores: Float64Array;
  readonly shares: Float64Array;
  /** With a tree, the most probable labels as a search best first finds them, and the inner nodes it visited up to each; else empty. */
  readonly best: readonly BestLeaf[];
}

/** The rows that a word's vector is the mean of. */
export interface PartVectors {
  readonly word: string;
  /** Rows of the input layer: the word's own, where the vocabulary has it, then its n-grams' in the order of `characterNgrams`. */
  readonly rows: readonly number[];
  /** (rows, d). */
  readonly vectors: Float64Array;
}

/** What a classifier says of the held-out texts. */
export interface HeldOutScores {
  /** Texts learnt when it was measured. */
  readonly step: number;
  /** Share whose most probable label is theirs. */
  readonly right: number;
  /** Mean loss, nats. */
  readonly loss: number;
  /** Texts. */
  readonly of: number;
  /** (L, L): of the texts of each label, how many each label was the most probable for; null of more than 40 labels. */
  readonly confusion: Int32Array | null;
  /** All measurements so far, this one last. */
  readonly points: readonly { readonly step: number; readonly right: number; readonly loss: number }[];
}

/** Cells of GloVe's counts beside what is to come near their logarithm. */
export interface GloveCells {
  /** Words by id. */
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** X of each. */
  readonly counts: Float64Array;
  /** w·w̃ + b + b̃ of each. */
  readonly scores: Float64Array;
  /** Cells in all that are not 0. */
  readonly of: number;
}

export interface EmbeddingView {
  /** The watch that it answers: a page that has asked for something else meanwhile can tell. Filled in by whoever keeps the watch. */
  readonly watch?: EmbeddingWatch;
  readonly neighbours: readonly Nearest[];
  /** Of the watched words in order; null where the vocabulary lacks one and it has no n-grams either. */
  readonly input: readonly (Float64Array | null)[];
  readonly output: readonly Float64Array[];
  readonly prediction: Prediction | null;
  readonly moved: Moved | null;
  readonly texts: readonly Labelling[];
  /** Of the watched words in order; null where a word has no rows. Absent unless asked for. */
  readonly parts?: readonly (PartVectors | null)[];
  /** Of GloVe, where asked for. */
  readonly cells?: GloveCells;
  /** Of the neural language model, where asked for. */
  readonly network?: NnlmParameters;
}

export interface EmbeddingStats {
  /** Steps done: sentences of word2vec, portions of GloVe's cells, texts of the classifier. */
  readonly step: number;
  /** Mean loss of an example (nats; of GloVe, a cell's part of J) over the last steps; NaN before any. */
  readonly loss: number;
  /** Words read, of how many in all epochs (of GloVe cells, of the classifier words of texts). */
  readonly read: number;
  readonly all: number;
  /** η now. */
  readonly learningRate: number;
}

/** One point of the loss curve: a mean over the steps since the one before. */
export interface EmbeddingPoint {
  readonly step: number;
  readonly loss: number;
}

export interface EmbeddingInfo {
  /** Words by id, the most frequent first. No ⟨UNK⟩: a word that is left out is not there. */
  readonly words: readonly string[];
  readonly counts: Int32Array;
  /** Tokens read in the text, different ones, and tokens kept. */
  readonly tokens: number;
  readonly types: number;
  readonly kept: number;
  /** Sentences (lines of a classifier). */
  readonly sentences: number;
  /** Steps of an epoch. */
  readonly steps: number;
  readonly parameterCount: number;
  /** Mean loss of an example for one who knows nothing (nats), as `EmbeddingStats.loss` counts it; infinite where none is known. */
  readonly guessing: number;
  /** Of a classifier, with the texts of each; else empty. */
  readonly labels: readonly string[];
  readonly labelCounts: readonly number[];
  readonly notices: readonly EmbeddingNotice[];
}

export type EmbeddingNotice =
  | RunNotice
  /** More words than are kept: the rarest were left out. */
  | { readonly code: 'words-reduced'; readonly asked: number; readonly used: number }
  /** Something was set outside of its limits and taken to the nearest one. */
  | { readonly code: 'clamped'; readonly what: string; readonly asked: number; readonly used: number }
  /** The run is larger than what is kept from visit to visit. */
  | { readonly code: 'too-large-to-keep'; readonly bytes: number; readonly most: number }
  | { readonly code: 'threads-reduced'; readonly asked: number; readonly used: number };

export type EmbeddingFailure =
  | { readonly code: 'no-words' }
  /** One word alone has nobody to be foretold from; `word` is the one found. */
  | { readonly code: 'one-word'; readonly word: string }
  /** No word occurs `minCount` times; the most frequent one occurs `most` times. */
  | { readonly code: 'min-count'; readonly minCount: number; readonly word: string; readonly most: number }
  /** Words, but no two in one sentence. */
  | { readonly code: 'no-pairs' }
  /** So many different words within so wide a window that more than `most` of GloVe's cells are not 0. */
  | {
      readonly code: 'too-many-cells';
      readonly most: number;
      readonly words: number;
      readonly window: number;
    }
  | { readonly code: 'no-labels' }
  /** All lines carry the same label. */
  | { readonly code: 'one-label'; readonly label: string }
  | { readonly code: 'diverged'; readonly step: number; readonly learningRate: number }
  | { readonly code: 'bad-checkpoint'; readonly detail: CheckpointFault }
  | { readonly code: 'out-of-memory'; readonly step: number; readonly detail: string }
  | { readonly code: 'crashed'; readonly step: number; readonly detail: string }
  | { readonly code: 'unavailable'; readonly detail: string };

/** All vectors, to be exported, searched or handed on. */
export interface EmbeddingVectorsAnswer {
  readonly dimensions: number;
  /** (V, d) row-major: a word's vector (with n-grams, the mean of its rows; of GloVe, word plus context vector). */
  readonly input: Float32Array;
  /** Of the output layer: (V, d), or (V − 1, d) for a tree. */
  readonly output: Float32Array;
}

export type EmbeddingQuery =
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'watch'; readonly watch: EmbeddingWatch }
  | { readonly kind: 'vectors' }
  /** Learns one example once, with rate η: what a click on "learn this pair" does. Not reproducible by steps; the run says so. */
  | {
      readonly kind: 'learn';
      readonly inputs: readonly string[];
      readonly target: string;
      readonly rate: number;
      /** With negative sampling: these noise words rather than drawn ones, the target left out. */
      readonly negatives?: readonly number[];
    }
  | { readonly kind: 'simulate-fault'; readonly fault: 'crash' };
export type EmbeddingAnswer = Uint8Array | EmbeddingVectorsAnswer | null;

export type ToEmbeddingWorker =
  | {
      readonly type: 'init';
      readonly run: RunId;
      readonly config: EmbeddingConfig;
      readonly watch: EmbeddingWatch;
      readonly pinned: Tier | null;
      readonly excluded: readonly { readonly tier: Tier; readonly detail: string }[];
      readonly checkpoint: Uint8Array | null;
    }
  | {
      readonly type: 'play';
      readonly run: RunId;
      readonly command: number;
      readonly stepsPerSecond: number | null;
      readonly until: number | null;
    }
  | { readonly type: 'pause'; readonly run: RunId; readonly command: number }
  | { readonly type: 'step'; readonly run: RunId; readonly command: number; readonly count: number }
  | { readonly type: 'credit'; readonly run: RunId; readonly buffer: ArrayBuffer | null }
  | { readonly type: 'query'; readonly run: RunId; readonly id: number; readonly query: EmbeddingQuery };

export interface EmbeddingFrame {
  readonly type: 'frame';
  readonly run: RunId;
  readonly stats: EmbeddingStats;
  readonly curve: readonly EmbeddingPoint[];
  readonly stepsPerSecond: number;
  /** Words read a second (cells, of GloVe). */
  readonly wordsPerSecond: number;
  readonly playing: boolean;
  /** All epochs are over. */
  readonly done: boolean;
  readonly command: number;
  readonly view: EmbeddingView;
  /** Of a classifier with held-out lines, the last measurement; else null. */
  readonly heldOut: HeldOutScores | null;
}

export type FromEmbeddingWorker =
  | { readonly type: 'alive'; readonly run: RunId; readonly lifeline: string }
  | { readonly type: 'trying'; readonly run: RunId; readonly tier: Tier }
  | { readonly type: 'preparing'; readonly run: RunId; readonly done: number; readonly total: number }
  | {
      readonly type: 'ready';
      readonly run: RunId;
      readonly info: EmbeddingInfo;
      readonly choice: TierChoice;
      readonly step: number;
    }
  | EmbeddingFrame
  | { readonly type: 'reply'; readonly run: RunId; readonly id: number; readonly value: EmbeddingAnswer }
  | {
      readonly type: 'saved';
      readonly run: RunId;
      readonly step: number;
      readonly checkpoint: Uint8Array;
    }
  | { readonly type: 'failed'; readonly run: RunId; readonly failure: EmbeddingFailure };

/** What a method implements on a tier; the loop owns time and credit. */
export interface EmbeddingTrainer {
  readonly stepsDone: number;
  /** Whether all epochs are done: there is no further step. */
  isDone(): boolean;
  /** At least one step and at most `most`, about a millisecond's worth. Throws `RunError` when the numbers are no longer finite. */
  step(most: number): void | Promise<void>;
  stats(): EmbeddingStats;
  /** Points since the last call. */
  curve(): readonly EmbeddingPoint[];
  view(watch: EmbeddingWatch): EmbeddingView;
  /** Whether views are to say from now on what a step moved (`Moved`), which costs a copy of the output layer. */
  trace?(on: boolean): void;
  vectors(): EmbeddingVectorsAnswer;
  /** `negatives`: see the query. */
  learn(inputs: readonly string[], target: string, rate: number, negatives?: readonly number[]): void;
  checkpoint(): Uint8Array<ArrayBuffer>;
  heldOut?(): EmbeddingFrame['heldOut'];
  dispose(): void;
}
