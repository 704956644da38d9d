/** Time, as an argument: the loop never touches a clock of its own. */
export interface Scheduler {
  /** Milliseconds from any origin. */
  now(): number;
  /** Resolves in a later macrotask, so that messages which wait are handled first. */
  yield(): Promise<void>;
  /** Calls back once after `ms`; the result takes the call back. */
  after(ms: number, callback: () => void): () => void;
}

/**
 * The real one. A MessageChannel turn costs microseconds, where nested timers are held up for 4 ms each; its messages
 * queue behind those of the page, which is what lets a pause land between two slices of work.
 */
export function createScheduler(): Scheduler {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    yield: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
}
