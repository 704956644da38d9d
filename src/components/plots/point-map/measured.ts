import { estimateTextWidth } from '../../../layout/textWidth.ts';

const widths = new WeakMap<readonly string[], Float32Array>();

/** Width of a label, em; each is measured once. */
export function emWidth(labels: readonly string[], index: number): number {
  let known = widths.get(labels);
  if (!known) {
    known = new Float32Array(labels.length).fill(Number.NaN);
    widths.set(labels, known);
  }
  const width = known[index];
  if (width !== undefined && width >= 0) return width;
  const measured = estimateTextWidth(labels[index] ?? '', 1);
  known[index] = measured;
  return measured;
}

/** Indices, the most important first; those of equal importance as they come. */
export function byImportance(count: number, importance: Float32Array | null): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  return importance ? order.sort((a, b) => importance[b]! - importance[a]! || a - b) : order;
}
