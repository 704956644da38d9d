// @ts-check
/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * Times A and B by turns, so that a slow spell of the machine falls on both.
 * @param {() => void | Promise<void>} a
 * @param {() => void | Promise<void>} b
 * @param {number} rounds
 */
export async function alternate(a, b, rounds) {
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const [which, work] of [a, b].entries()) {
      const started = performance.now();
      await work();
      times[which === 0 ? 0 : 1].push(performance.now() - started);
    }
  }
  return { a: median(times[0]), b: median(times[1]), rounds };
}
