import { heldOutStart } from '../../models/language/held-out.ts';
import { createStreams } from '../../models/language/streams.ts';
import { addK } from '../../models/ngram/add-k.ts';
import { createCounter, type NgramCounts } from '../../models/ngram/counts.ts';
import { estimateDiscounts, kneserNey } from '../../models/ngram/kneser-ney.ts';
import type { NgramModel } from '../../models/ngram/model.ts';
import { scoreSequences } from '../../models/ngram/perplexity.ts';
import { encodeText, idsOfText, vocabularyOfText } from '../../models/text/encode-text.ts';
import type { Tokenization } from '../../models/text/tokenize.ts';
import type { TokenIds } from '../../models/text/vocabulary.ts';
import type { HeldOut, NextSymbolTask, RunConfig } from '../../workers/protocol.ts';

/** What a run is measured on, said in the run's own words. */
export interface ReferenceRequest {
  readonly text: string;
  readonly tokenization: Tokenization;
  /** Most tokens of the vocabulary, as the run was asked for. */
  readonly vocabulary: number;
  readonly heldOut: Pick<HeldOut, 'share' | 'tokens'>;
  /** B and T, as the run was asked for: the held-out tokens are read in as many streams. */
  readonly batch: number;
  readonly steps: number;
  /** Times that add-k takes every n-gram to have been seen more than it was. */
  readonly k: number;
}

export const SMOOTHINGS = ['none', 'add-k', 'kneser-ney'] as const;
export type Smoothing = (typeof SMOOTHINGS)[number];
/** Longest n. */
export const MOST_ORDER = 5;

/** What one n-gram model reaches on the held-out tokens. */
export interface NgramReference {
  readonly order: number;
  readonly smoothing: Smoothing;
  /** Infinity where any token was impossible. */
  readonly perplexity: number;
  /** Mean cross-entropy, nats. */
  readonly loss: number;
  /** Held-out tokens that the model takes to be impossible. */
  readonly impossible: number;
}

export interface References {
  /** V: the perplexity of a model that knows nothing. */
  readonly vocabulary: number;
  /** Tokens of the training part, and how many of them were counted: all, as long as memory allows. */
  readonly training: number;
  readonly counted: number;
  /** Predictions that every perplexity is over. */
  readonly predictions: number;
  readonly models: readonly NgramReference[];
}

/** Share of the work that is done, 0 … 1. */
export type OnProgress = (share: number) => void;

/** Different n-grams from which on no more text is counted: some 160 MB of columns. */
export const MOST_NGRAMS = 4_000_000;
/** Tokens between two looks at that, and two reports. */
const PIECE = 20_000;
/** Reading, counting and measuring take about as long as one another. */
const THIRD = 1 / 3;

/** What a run is compared with; null for one that holds nothing out. Equal requests have equal texts of this object. */
export function requestOf(
  { task, batch, steps }: Pick<RunConfig, 'batch' | 'steps'> & { readonly task: NextSymbolTask },
  k: number,
): ReferenceRequest | null {
  const { text, level, ends, vocabulary, heldOut } = task;
  if (!heldOut) return null;
  return {
    text,
    tokenization: ends ? { level, ends } : { level },
    vocabulary,
    heldOut: { share: heldOut.share, tokens: heldOut.tokens },
    batch,
    steps,
    k,
  };
}

/** The same tokens as the run's, cut in the same places; null when a part is too short to measure anything. */
function partsOf(request: ReferenceRequest, onRead: (units: number) => void) {
  const encoded = told(encodeText(request.text, request.tokenization), onRead);
  const end = heldOutStart(encoded.length, request.heldOut.share);
  const vocabulary = vocabularyOfText(encoded, { size: request.vocabulary, until: end });
  const ids = idsOfText(encoded, vocabulary);
  const training = ids.subarray(0, end);
  const learnt = createStreams(training, request);
  if (!learnt.ok) return null;
  const held = createStreams(ids.subarray(end, end + request.heldOut.tokens), learnt.streams);
  if (!held.ok) return null;
  const { batch, length } = held.streams;
  // A stream's first token is read, and not foretold: a network has nothing to say before it.
  const streams = Array.from({ length: batch }, (_, b) =>
    held.streams.tokens.subarray(b * length, (b + 1) * length + 1),
  );
  return { size: vocabulary.tokens.length, training, streams, predictions: batch * length };
}

/**
 * What n-gram models of every order and smoothing reach on exactly the tokens that a run's held-out loss is measured on: counted
 * on the part that the run learns from, over the run's vocabulary, asked for the tokens that the run foretells. Null for a text
 * too short to hold anything out. Takes seconds for a long text: see `useReferences`.
 */
export function ngramReferences(
  request: ReferenceRequest,
  onProgress: OnProgress = () => {},
): References | null {
  const parts = partsOf(request, (units) => onProgress((THIRD * units) / request.text.length));
  if (!parts) return null;
  const { size, training, streams, predictions } = parts;
  const counts = countPieces(training, size, (share) => onProgress(THIRD * (1 + share)));
  const models: NgramReference[] = [];
  for (const [i, smoothing] of SMOOTHINGS.entries()) {
    for (let order = 1; order <= MOST_ORDER; order++) {
      const model = createModel(counts, smoothing, order, request.k);
      const score = scoreSequences(model, streams, { start: false, given: 1 });
      const { perplexity, impossible, logProbability, tokens } = score;
      models.push({ order, smoothing, perplexity, loss: -logProbability / tokens, impossible });
    }
    onProgress(THIRD * (2 + (i + 1) / SMOOTHINGS.length));
  }
  return {
    vocabulary: size,
    training: training.length,
    counted: counts.tokens,
    predictions,
    models,
  };
}

/** The model of one order, from counts of that order or a longer one. */
export function createModel(counts: NgramCounts, smoothing: Smoothing, order: number, k: number): NgramModel {
  if (smoothing === 'kneser-ney') return kneserNey(counts, estimateDiscounts(counts, order), order);
  return addK(counts, smoothing === 'none' ? 0 : k, order);
}

function countPieces(ids: TokenIds, vocabulary: number, onProgress: (share: number) => void): NgramCounts {
  const counter = createCounter({ order: MOST_ORDER, vocabulary, start: false });
  for (let from = 0; from < ids.length && counter.size() < MOST_NGRAMS; from += PIECE) {
    counter.add(ids.subarray(from, from + PIECE));
    onProgress(Math.min(ids.length, from + PIECE) / ids.length);
  }
  return counter.counts();
}

/** What a generator returns; what it yields is told. */
function told<Said, Result>(work: Generator<Said, Result>, tell: (said: Said) => void): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    tell(value);
  }
}
