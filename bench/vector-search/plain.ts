/** Rows as somebody would keep them who thinks of nothing but the task: codes with a scale each, or floats. */
export interface PlainRows {
  readonly numbers: Int8Array | Float32Array;
  readonly scales: Float32Array;
  /** ‖v‖ of each row. */
  readonly norms: Float64Array;
  readonly d: number;
}

/** The `count` rows with the largest cosine with row `asked`, itself left out: every row in turn, and the best so far kept in order. */
export function searchPlain(rows: PlainRows, asked: number, count: number): number[] {
  const { numbers, scales, norms, d } = rows;
  const query = Float64Array.from(numbers.subarray(asked * d, (asked + 1) * d), (x) => x * scales[asked]!);
  const found: { index: number; cosine: number }[] = [];
  for (let i = 0; i < norms.length; i++) {
    const cosine = (dotAt(numbers, i * d, query) * scales[i]!) / (norms[i]! * norms[asked]!);
    if (i === asked || (found.length === count && cosine <= found[count - 1]!.cosine)) continue;
    found.push({ index: i, cosine });
    found.sort((x, y) => y.cosine - x.cosine);
    found.length = Math.min(found.length, count);
  }
  return found.map(({ index }) => index);
}

function dotAt(numbers: PlainRows['numbers'], from: number, query: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < query.length; k++) sum += numbers[from + k]! * query[k]!;
  return sum;
}
