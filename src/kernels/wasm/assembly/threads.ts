import { Model } from './model';

/** Turns of looking before a thread goes to sleep: about as long as the shares of a small step differ. */
const SPINS: i32 = 4000;

/** Waits until every thread has come here. The last one wakes the others. One thread passes through. */
export function barrier(model: Model): void {
  if (!ASC_FEATURE_THREADS) return;
  if (model.threads == 1) return;
  const arrived = model.barrier;
  const generation = model.barrier + 64;
  const mine = atomic.load<i32>(generation);
  if (atomic.add<i32>(arrived, 1) == model.threads - 1) {
    atomic.store<i32>(arrived, 0);
    atomic.store<i32>(generation, mine + 1);
    atomic.notify(generation, -1);
    return;
  }
  for (let i = 0; i < SPINS; i++) if (atomic.load<i32>(generation) != mine) return;
  while (atomic.load<i32>(generation) == mine) atomic.wait<i32>(generation, mine, -1);
}
