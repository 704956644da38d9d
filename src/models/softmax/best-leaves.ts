import { dotRow, logSigmoid, type TreeScores } from './hierarchical.ts';

/** What a search for the most probable leaf found, and what it cost. */
export interface BestLeaf {
  readonly leaf: number;
  readonly logProbability: number;
  /** Inner nodes whose dot product was needed; at worst all V − 1. */
  readonly visited: number;
}

/**
 * The most probable leaf, best first: the tree has no short cut to it, but a branch that is less probable than a leaf already
 * found holds no better one. Of equals, the lower class. Also gives the `count` best, the most probable first.
 */
export function bestLeaves(scores: TreeScores, count = 1): readonly BestLeaf[] {
  const { tree, vectors, hidden } = scores;
  const queue = createQueue();
  const found: BestLeaf[] = [];
  let visited = 0;
  queue.push(tree.root, 0);
  for (let next = queue.pop(); next && found.length < count; next = queue.pop()) {
    const { child, logProbability } = next;
    if (child < 0) {
      found.push({ leaf: ~child, logProbability, visited });
      continue;
    }
    visited++;
    const score = dotRow(vectors, child, hidden);
    queue.push(tree.left[child]!, logProbability + logSigmoid(score));
    queue.push(tree.right[child]!, logProbability + logSigmoid(-score));
  }
  return found;
}

interface Waiting {
  readonly child: number;
  readonly logProbability: number;
}

/** Greatest probability first; of equals inner nodes first, which may still hold a lower class, then lower classes. */
function isBefore(a: Waiting, b: Waiting): boolean {
  return a.logProbability === b.logProbability ? a.child > b.child : a.logProbability > b.logProbability;
}

/** A binary heap. */
function createQueue() {
  const heap: Waiting[] = [];
  const rise = (from: number) => {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!isBefore(heap[i]!, heap[parent]!)) return;
      [heap[i], heap[parent]] = [heap[parent]!, heap[i]!];
      i = parent;
    }
  };
  const firstOf = (i: number, child: number) =>
    child < heap.length && isBefore(heap[child]!, heap[i]!) ? child : i;
  const sink = (i: number): void => {
    const first = firstOf(firstOf(i, 2 * i + 1), 2 * i + 2);
    if (first === i) return;
    [heap[i], heap[first]] = [heap[first]!, heap[i]!];
    sink(first);
  };
  return {
    push(child: number, logProbability: number) {
      heap.push({ child, logProbability });
      rise(heap.length - 1);
    },
    pop(): Waiting | undefined {
      const [top] = heap;
      const last = heap.pop();
      if (last && heap.length > 0) {
        heap[0] = last;
        sink(0);
      }
      return top;
    },
  };
}
