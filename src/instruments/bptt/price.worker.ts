import { measureCosts } from './measure.ts';
import type { FromPrice, ToPrice } from './price-protocol.ts';
import { createRecallRuns } from './recall-runs.ts';

/* Measures and trains for the figure about cost: a page's own thread is no place for either. */

/** Milliseconds between two looks at the messages, and between two reports. */
const SLICE = 20;
const REPORT = 100;

let job = 0;
let resting = false;
let wake = () => {};

const tell = (message: FromPrice): void => self.postMessage(message);
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Lets messages in, and waits while the figure is off screen. */
async function rest(): Promise<void> {
  await breathe();
  if (resting)
    await new Promise<void>((done) => {
      wake = done;
    });
}

async function recall({ job: mine, settings }: Extract<ToPrice, { type: 'recall' }>): Promise<void> {
  const runs = createRecallRuns(settings);
  let told = performance.now();
  let more = true;
  while (more) {
    const until = performance.now() + SLICE;
    while (more && performance.now() < until) more = runs.step();
    if (!more || performance.now() - told >= REPORT) {
      told = performance.now();
      tell({ type: 'curves', job: mine, accuracies: runs.accuracies() });
    }
    await rest();
    if (job !== mine) return;
  }
}

function measure({ job: mine, workload }: Extract<ToPrice, { type: 'measure' }>): Promise<void> {
  const clock = { now: () => performance.now(), rest };
  return measureCosts(
    workload,
    clock,
    () => job === mine,
    (costs) => tell({ type: 'costs', job: mine, costs }),
  );
}

self.onmessage = ({ data }: MessageEvent<ToPrice>) => {
  if (data.type === 'rest') {
    resting = data.resting;
    if (!resting) wake();
    return;
  }
  job = data.job;
  wake();
  void (data.type === 'measure' ? measure(data) : recall(data));
};
