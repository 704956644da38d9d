/** Rows of numbers as a trainer holds them, live. */
export interface Layer {
  readonly values: Float32Array | Float64Array;
  /** Numbers from one row to the next, and those of them that count. */
  readonly stride: number;
  readonly dimensions: number;
  readonly rows: number;
}

/** One row, copied in 64 bits (d). */
export function rowOf({ values, stride, dimensions }: Layer, row: number): Float64Array {
  // Copied by the constructor: `from` would go number by number.
  return new Float64Array(values.subarray(row * stride, row * stride + dimensions));
}

/** Those of these rows that the layer has, each by itself, copied in 64 bits. */
export function rowsOf(layer: Layer, rows: readonly number[] = []): readonly Float64Array[] {
  return rows.filter((row) => row >= 0 && row < layer.rows).map((row) => rowOf(layer, row));
}

/** Some rows end to end (rows, d), copied in 64 bits. */
export function gather(layer: Layer, rows: ArrayLike<number>): Float64Array {
  const { dimensions: d, stride, values } = layer;
  const found = new Float64Array(rows.length * d);
  for (let i = 0; i < rows.length; i++) {
    const at = rows[i]! * stride;
    found.set(values.subarray(at, at + d), i * d);
  }
  return found;
}

/** Writes rows back to where `gather` took them. */
export function scatter(layer: Layer, rows: ArrayLike<number>, from: Float64Array): void {
  const { dimensions: d, stride, values } = layer;
  for (let i = 0; i < rows.length; i++) values.set(from.subarray(i * d, i * d + d), rows[i]! * stride);
}

/** Mean of some rows (d), in 64 bits. */
export function meanOf({ values, stride, dimensions: d }: Layer, rows: ArrayLike<number>): Float64Array {
  const mean = new Float64Array(d);
  for (let i = 0; i < rows.length; i++) {
    const at = rows[i]! * stride;
    for (let j = 0; j < d; j++) mean[j]! += values[at + j]!;
  }
  return mean.map((sum) => sum / rows.length);
}

/** All rows without gaps, in 64 bits: the layer's own where it is like that already, else a copy. */
export function tight(layer: Layer): Float64Array {
  const { values, stride, dimensions, rows } = layer;
  if (values instanceof Float64Array && stride === dimensions) return values;
  const all = new Float64Array(rows * dimensions);
  copyTight(all, layer);
  return all;
}

/** A copy of the first `count` rows without gaps, in 32 bits. */
export function tight32(layer: Layer, count = layer.rows): Float32Array<ArrayBuffer> {
  const all = new Float32Array(count * layer.dimensions);
  copyTight(all, { ...layer, rows: count });
  return all;
}

function copyTight(all: Float32Array | Float64Array, { values, stride, dimensions, rows }: Layer): void {
  for (let row = 0; row < rows; row++) {
    const at = row * stride;
    all.set(values.subarray(at, at + dimensions), row * dimensions);
  }
}
