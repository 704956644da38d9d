import type { SymbolBatch } from '../models/language/next-symbol.ts';
import { streamBatch, type TextStreams } from '../models/language/streams.ts';
import { createRandomFromState, type Random } from '../models/random.ts';
import { type RecallShape, sampleRecall } from '../models/recall/recall.ts';

export interface TrainingBatch extends SymbolBatch {
  /** The states carried so far belong elsewhere: begin from zero. */
  readonly restart: boolean;
}

/** Where batches come from. Same state, same batches. */
export interface Feed {
  /** The next batch, and moves on. */
  take(): TrainingBatch;
  /** The next batch, without moving on. */
  peek(): TrainingBatch;
  /** All there is to save, besides the text. */
  position(): number;
  generator(): Uint32Array;
}

/** A text's streams, in order. */
export function createTextFeed(streams: TextStreams, random: Random, start: number): Feed {
  let position = start;
  return {
    take() {
      const batch = streamBatch(streams, position);
      position = batch.next;
      return batch;
    },
    peek: () => streamBatch(streams, position),
    position: () => position,
    generator: () => random.state(),
  };
}

/** Fresh sequences of the recall task, without end; nothing is carried from one to the next. */
export function createRecallFeed(shape: RecallShape, batch: number, random: Random): Feed {
  const sample = (source: Random) => ({ ...sampleRecall(shape, source, batch), restart: true });
  return {
    take: () => sample(random),
    peek: () => sample(createRandomFromState(random.state())),
    position: () => 0,
    generator: () => random.state(),
  };
}
