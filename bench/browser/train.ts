import type { Contestant } from './contestants/contestant.ts';
import type { Trained } from './protocol.ts';

/**
 * Trains some steps under the clock. A contestant that answers each step with a loss is timed step by step; one that queues
 * its steps is timed from the first to the end of the last, because a step of its own has no end.
 */
export async function trainTimed(contestant: Contestant, count: number, now: () => number): Promise<Trained> {
  const milliseconds: number[] = [];
  let loss: number | null = null;
  const started = now();
  for (let i = 0; i < count; i++) {
    const before = now();
    // Awaiting a plain number would let other work in between.
    const stepping = contestant.step();
    loss = stepping instanceof Promise ? await stepping : stepping;
    milliseconds.push(now() - before);
  }
  if (!contestant.finish) return { type: 'trained', milliseconds, loss: loss ?? Number.NaN };
  const last = await contestant.finish();
  return { type: 'trained', milliseconds: [(now() - started) / count], loss: last };
}
