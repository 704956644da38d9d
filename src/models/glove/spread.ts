import type { Cooccurrences } from './cooccurrence.ts';

/**
 * Some cells from the whole range of counts, for a plot: at equal steps of ln X the nearest cell that is not taken yet. Chosen by
 * ln X because nearly all cells are small: an even choice would show no other. Returns places in the columns, by rising X.
 */
export function spreadCells({ values }: Pick<Cooccurrences, 'values'>, most: number): Int32Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  const wanted = Math.min(most, order.length);
  const chosen = new Int32Array(wanted);
  const log = (rank: number) => Math.log(values[order[rank]!]!);
  const [low, high] = [order.length > 0 ? log(0) : 0, order.length > 0 ? log(order.length - 1) : 0];
  let rank = -1;
  for (let i = 0; i < wanted; i++) {
    const target = low + ((high - low) * i) / Math.max(1, wanted - 1);
    const last = order.length - (wanted - i);
    rank++;
    // The first that is not below the target, in a search to the right, as long as enough are left.
    rank = i === wanted - 1 ? last : Math.min(last, firstFrom(log, rank, order.length, target));
    chosen[i] = order[rank]!;
  }
  return chosen;
}

function firstFrom(log: (rank: number) => number, from: number, end: number, target: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log(middle) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
