import { NO_TARGET } from '../dense/losses.ts';
import type { TokenIds } from '../text/vocabulary.ts';
import type { SymbolBatch } from './next-symbol.ts';
import { createStreams, type TextStreams } from './streams.ts';

export interface HeldOutBatch extends SymbolBatch {
  /** How many of the targets are asked for. */
  readonly asked: number;
  /** The first batch begins from zero states, every other where the one before it ended. */
  readonly restart: boolean;
}

/** Text that measures a model, cut into streams that are read side by side, once, in order. */
export interface HeldOutText {
  /** Predictions in all batches together. */
  readonly predictions: number;
  /** Number of batches, at least 1. */
  readonly batches: number;
  batch(index: number): HeldOutBatch;
}

/** Where the last `share` (0 … 1) of a text of `length` tokens begins. */
export function heldOutStart(length: number, share: number): number {
  return length - Math.floor(length * share);
}

/**
 * Streams of held-out `tokens` in batches (T, B) of the given size, whatever the text: a short one gets fewer streams
 * (`createStreams`), and a place without a token asks nothing. Null when there is nothing to predict.
 */
export function createHeldOutText(
  tokens: TokenIds,
  size: { readonly batch: number; readonly steps: number },
): HeldOutText | null {
  const cut = createStreams(tokens, size);
  if (!cut.ok) return null;
  const { streams } = cut;
  return {
    predictions: streams.batch * streams.length,
    batches: Math.ceil(streams.length / size.steps),
    batch: (index) => batchAt(streams, size, index),
  };
}

function batchAt(
  { tokens, batch: streams, length }: TextStreams,
  { batch, steps }: { readonly batch: number; readonly steps: number },
  index: number,
): HeldOutBatch {
  const start = index * steps;
  const left = Math.min(steps, length - start);
  const ids = new Int32Array(steps * batch);
  const targets = new Int32Array(steps * batch).fill(NO_TARGET);
  for (let t = 0; t < left; t++) {
    for (let b = 0; b < streams; b++) {
      const at = b * length + start + t;
      ids[t * batch + b] = tokens[at]!;
      targets[t * batch + b] = tokens[at + 1]!;
    }
  }
  return { ids, targets, asked: left * streams, restart: index === 0 };
}
