import type { TokenIds } from '../text/vocabulary.ts';

/** A text cut into B streams that are read side by side, T tokens at a time. */
export interface TextStreams {
  readonly tokens: TokenIds;
  /** B: streams, one an example of every batch. */
  readonly batch: number;
  /** T: tokens of each stream in a batch. */
  readonly steps: number;
  /** Tokens that each stream predicts; stream b begins at token b·`length`. */
  readonly length: number;
}

export type StreamNotice =
  | { readonly code: 'batch-reduced'; readonly asked: number; readonly used: number }
  | { readonly code: 'steps-reduced'; readonly asked: number; readonly used: number };

export type StreamsResult =
  | { readonly ok: true; readonly streams: TextStreams; readonly notices: readonly StreamNotice[] }
  | {
      readonly ok: false;
      readonly error: { readonly code: 'text-too-short'; readonly found: number; readonly needed: number };
    };

export interface StreamBatch {
  /** Tokens (T, B). */
  readonly ids: Int32Array;
  /** What follows each of them (T, B). */
  readonly targets: Int32Array;
  /** Where the next batch begins: all there is to save. */
  readonly next: number;
  /** A new pass over the text: states carried from the batch before belong to another place and must be zeroed. */
  readonly restart: boolean;
}

/** A prediction needs a token and the one after it. */
const NEEDED = 2;

/**
 * Cuts a text into contiguous streams. A short text gets fewer streams, then fewer steps, and the notices say so; fewer
 * than two tokens is an error value. `batch` and `steps` are integers ≥ 1.
 */
export function createStreams(
  tokens: TokenIds,
  asked: { readonly batch: number; readonly steps: number },
): StreamsResult {
  if (tokens.length < NEEDED) {
    return { ok: false, error: { code: 'text-too-short', found: tokens.length, needed: NEEDED } };
  }
  const predictions = tokens.length - 1;
  const batch = Math.min(asked.batch, Math.max(1, Math.floor(predictions / asked.steps)));
  const length = Math.floor(predictions / batch);
  const steps = Math.min(asked.steps, length);
  const notices: StreamNotice[] = [];
  if (batch < asked.batch) notices.push({ code: 'batch-reduced', asked: asked.batch, used: batch });
  if (steps < asked.steps) notices.push({ code: 'steps-reduced', asked: asked.steps, used: steps });
  return { ok: true, streams: { tokens, batch, steps, length }, notices };
}

/**
 * The batch at a position within the streams (0 at first, then `next`). Every batch has T full steps; passes over the text
 * begin by turns at its start and where they end flush with its end, so that no token is left out for good.
 */
export function streamBatch(streams: TextStreams, position: number): StreamBatch {
  const { tokens, batch, steps, length } = streams;
  const ids = new Int32Array(steps * batch);
  const targets = new Int32Array(steps * batch);
  for (let t = 0; t < steps; t++) {
    for (let b = 0; b < batch; b++) {
      const at = b * length + position + t;
      ids[t * batch + b] = tokens[at]!;
      targets[t * batch + b] = tokens[at + 1]!;
    }
  }
  return { ids, targets, next: nextPosition(streams, position), restart: position < steps };
}

function nextPosition({ steps, length }: TextStreams, position: number): number {
  const next = position + steps;
  if (next + steps <= length) return next;
  return position % steps === 0 ? length % steps : 0;
}
