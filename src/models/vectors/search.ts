import type { Measure } from './measure.ts';
import { BLOCK } from './row-kernel.ts';

export interface Nearest {
  readonly index: number;
  /** The measure's key, in 64 bits. */
  readonly key: number;
}

/**
 * The `most` rows of `count` with the largest keys, largest first, the earlier row first among equals: exactly those that computing every key in
 * 64 bits would give. All rows are bounded; only those whose upper bound reaches the `most`-th largest lower bound can be among
 * them, and their keys are computed.
 */
export function search(
  measure: Measure,
  count: number,
  most: number,
  excluded: ReadonlySet<number> = new Set(),
): readonly Nearest[] {
  const wanted = Math.min(most, count);
  if (wanted <= 0) return [];
  const head = createHead(wanted);
  const [lows, highs] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
  for (let from = 0; from < count; from += BLOCK) {
    const size = Math.min(BLOCK, count - from);
    measure.bound(from, size, lows, highs);
    for (let i = 0; i < size; i++)
      // A bound that is no number any more, because 32 bits were not enough, bounds nothing.
      if (!(highs[i]! < head.floor) && !excluded.has(from + i)) head.offer(from + i, lows[i]!, highs[i]!);
  }
  const found = head.finish().map((index) => ({ index, key: measure.key(index) }));
  return found.sort((x, y) => y.key - x.key || x.index - y.index).slice(0, wanted);
}

interface Head {
  /** The `wanted`-th largest lower bound so far: what does not reach it is not among the nearest. */
  floor: number;
  offer(index: number, low: number, high: number): void;
  finish(): readonly number[];
}

function createHead(wanted: number): Head {
  const lowest = createHeap(wanted);
  let indices: number[] = [];
  let highs: number[] = [];
  let limit = 2 * wanted + 256;
  const sift = () => {
    const kept = indices.map((_, i) => i).filter((i) => !(highs[i]! < head.floor));
    indices = kept.map((i) => indices[i]!);
    highs = kept.map((i) => highs[i]!);
    // Many equals may all have to stay: then it is not tried again soon.
    limit = 2 * indices.length + 256;
  };
  const head: Head = {
    floor: Number.NEGATIVE_INFINITY,
    offer(index, low, high) {
      indices.push(index);
      highs.push(high);
      head.floor = lowest.put(low < Number.POSITIVE_INFINITY ? low : Number.NEGATIVE_INFINITY);
      if (indices.length > limit) sift();
    },
    finish() {
      sift();
      return indices;
    },
  };
  return head;
}

/** The largest `size` of the numbers put into it, the least of them at the root. */
function createHeap(size: number): { put(value: number): number } {
  const heap = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  return {
    /** The least of the largest `size`; −∞ while there are fewer. */
    put(value) {
      if (value > heap[0]!) sink(heap, value);
      return heap[0]!;
    },
  };
}

/** Puts a value in the root's place and lets it sink to where it belongs. */
function sink(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1;
    if (heap[child]! >= value) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = value;
}
