import type { SoftmaxTree } from '../../../models/softmax/tree.ts';

/** The most frequent leaves under an inner node, the most frequent first. */
export function wordsUnder(
  { tree: { left, right } }: { readonly tree: Pick<SoftmaxTree, 'left' | 'right'> },
  counts: ArrayLike<number>,
  node: number,
  most: number,
): readonly number[] {
  const found: number[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next < 0) found.push(~next);
    else waiting.push(right[next] ?? 0, left[next] ?? 0);
  }
  return found.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, most);
}
