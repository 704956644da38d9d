import type { CellSpec } from '../cells/types.ts';
import { NO_TARGET } from '../dense/losses.ts';
import {
  lossAndGradients,
  type NextSymbolShape,
  type SymbolBatch,
  zeroStates,
} from '../language/next-symbol.ts';
import type { Random } from '../random.ts';

/**
 * The long-memory task, after Hochreiter & Schmidhuber 1997 (experiment 2): a symbol is shown once, noise follows, then a
 * question; the network must name the symbol. Only a gradient that survives `delay` steps can teach it that.
 */
export interface RecallShape {
  readonly spec: CellSpec;
  /** Symbols to tell apart, 2 to 26. */
  readonly symbols: number;
  /** Noise steps between the symbol and the question, 0 or more. */
  readonly delay: number;
  readonly hidden: number;
  readonly layers: number;
}

export interface RecallResult {
  /** Mean cross-entropy of the answers, nats. */
  readonly loss: number;
  /** Share of right answers. */
  readonly accuracy: number;
}

export const MAX_RECALL_SYMBOLS = 26;
const NOISE = '0123456789';
const QUESTION = '?';

/** Token texts by id: symbols A, B, …, then noise 0 … 9, then the question mark. */
export function recallTokens(symbols: number): readonly string[] {
  if (!Number.isInteger(symbols) || symbols < 2 || symbols > MAX_RECALL_SYMBOLS) {
    throw new RangeError(`Recall tells 2 to ${MAX_RECALL_SYMBOLS} symbols apart; asked for ${symbols}.`);
  }
  const letters = Array.from({ length: symbols }, (_, i) => String.fromCharCode(65 + i));
  return [...letters, ...NOISE, QUESTION];
}

/** The network that plays: a next-symbol model over the task's tokens, asked only once. */
export function recallNetwork({ spec, symbols, hidden, layers }: RecallShape): NextSymbolShape {
  return { spec, vocabulary: recallTokens(symbols).length, hidden, layers };
}

/** T = delay + 2. */
export function recallSteps({ delay }: RecallShape): number {
  return delay + 2;
}

/** B fresh sequences (T, B); only the last step has a target, the symbol of the first. */
export function sampleRecall(shape: RecallShape, random: Random, batch: number): SymbolBatch {
  const steps = recallSteps(shape);
  const ids = new Int32Array(steps * batch).fill(recallTokens(shape.symbols).length - 1);
  const targets = new Int32Array(steps * batch).fill(NO_TARGET);
  for (let b = 0; b < batch; b++) {
    ids[b] = random.integer(shape.symbols);
    targets[(steps - 1) * batch + b] = ids[b]!;
    for (let t = 1; t <= shape.delay; t++) ids[t * batch + b] = shape.symbols + random.integer(NOISE.length);
  }
  return { ids, targets };
}

/** Loss and accuracy of a batch from `sampleRecall`; overwrites `gradients` (flat, layout of `recallNetwork`). */
export function recallLossAndGradients(
  shape: RecallShape,
  flat: Float64Array,
  { ids, targets }: SymbolBatch,
  gradients: Float64Array,
): RecallResult {
  const network = recallNetwork(shape);
  const batch = ids.length / recallSteps(shape);
  const states = zeroStates(network, batch);
  const { loss, right } = lossAndGradients(network, flat, { ids, targets }, states, gradients);
  return { loss, accuracy: right / batch };
}

export interface RecallSentence {
  readonly ids: Int32Array;
  /** What the network would have to answer: the first token, if it is a symbol. */
  readonly target: number | null;
  /** Characters that are no token of the task; they are left out. */
  readonly unknown: readonly string[];
}

/** Reads a learner's sequence such as `A 3 1 4 ?`; white space is ignored, a small letter is its symbol. */
export function readRecall(text: string, symbols: number): RecallSentence {
  const idOf = new Map(recallTokens(symbols).map((token, id) => [token, id]));
  const characters = [...text.replace(/[a-z]/g, (letter) => letter.toUpperCase())].filter(
    (character) => character.trim() !== '',
  );
  const ids = Int32Array.from(characters.flatMap((character) => idOf.get(character) ?? []));
  const [first = symbols] = ids;
  return {
    ids,
    target: first < symbols ? first : null,
    unknown: characters.filter((character) => !idOf.has(character)),
  };
}
