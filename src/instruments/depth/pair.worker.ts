import { trainPair } from './pair-training.ts';
import type { PairProgress, ToPairWorker } from './training-types.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface Scope {
  postMessage(message: PairProgress): void;
  onmessage: ((event: MessageEvent<ToPairWorker>) => void) | null;
}
const scope = globalThis as unknown as Scope;

let training: Generator<PairProgress> | null = null;
let resting = false;
let scheduled = false;

function work(): void {
  scheduled = false;
  if (resting || !training) return;
  const { value, done } = training.next();
  if (done) {
    training = null;
    return;
  }
  scope.postMessage(value);
  schedule();
}

/** A report at a time: a message that came meanwhile is heard in between. */
function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setTimeout(work);
}

scope.onmessage = ({ data }) => {
  if (data.type === 'train') training = trainPair(data.settings);
  else resting = data.resting;
  schedule();
};
