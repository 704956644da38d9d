import { streamBatch, type TextStreams } from '../models/language/streams.ts';
import type { TokenBatch } from '../models/network/token-network.ts';
import { createRandomFromState, type Random } from '../models/random.ts';
import { type RecallShape, sampleRecall } from '../models/recall/recall.ts';
import { padded, type SequenceTask } from '../models/tasks/task.ts';

export interface TrainingBatch extends TokenBatch {
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
  return createSampleFeed((source) => sampleRecall(shape, source, batch), random);
}

/** Fresh sequences of a generated task, without end, all padded to the length of its longest. */
export function createTaskFeed(task: SequenceTask, batch: number, random: Random): Feed {
  return createSampleFeed((source) => {
    const { ids, targets, mask } = padded(task.sample(source, batch), task.steps);
    return { ids, targets, ...(mask ? { mask } : {}) };
  }, random);
}

function createSampleFeed(sample: (random: Random) => TokenBatch, random: Random): Feed {
  const draw = (source: Random) => ({ ...sample(source), restart: true });
  return {
    take: () => draw(random),
    peek: () => draw(createRandomFromState(random.state())),
    position: () => 0,
    generator: () => random.state(),
  };
}
