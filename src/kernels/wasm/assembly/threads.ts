import { Model } from './model';

/** Turns of looking before a thread goes to sleep: about as long as the shares of a small step differ. */
const SPINS: i32 = 4000;

/** Waits until every thread has come here. The last one wakes the others. One thread passes through. */
export function barrier(model: Model): void {
  meet(model.barrier, model.threads);
}

/** The same at a place of its own: two lines of 64 bytes, zero at first. */
export function meet(arrived: usize, threads: i32): void {
  if (!ASC_FEATURE_THREADS) return;
  if (threads == 1) return;
  const generation = arrived + 64;
  const mine = atomic.load<i32>(generation);
  if (atomic.add<i32>(arrived, 1) == threads - 1) {
    atomic.store<i32>(arrived, 0);
    atomic.store<i32>(generation, mine + 1);
    atomic.notify(generation, -1);
    return;
  }
  for (let i = 0; i < SPINS; i++) if (atomic.load<i32>(generation) != mine) return;
  while (atomic.load<i32>(generation) == mine) atomic.wait<i32>(generation, mine, -1);
}
