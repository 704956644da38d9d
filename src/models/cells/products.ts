/**
 * Columns `first … first + count` of a row-major matrix with `rows` rows of `stride` numbers: one gate's share of the
 * weights that stand side by side.
 */
export interface Columns {
  readonly values: Float64Array;
  readonly rows: number;
  readonly stride: number;
  readonly first: number;
  readonly count: number;
}

/**
 * out (B, n) += left (B, K) · W (K, n). Each array starts at its offset and is contiguous. Four rows of W at a time, so
 * that `out` is read and written a quarter as often.
 */
export function addProduct(
  out: Float64Array,
  outStart: number,
  left: Float64Array,
  leftStart: number,
  weights: Columns,
  batch: number,
): void {
  const { values: w, rows, stride, first, count } = weights;
  const blocked = rows - (rows % 4);
  for (let b = 0; b < batch; b++) {
    const x = leftStart + b * rows;
    const o = outStart + b * count;
    for (let k = 0; k < blocked; k += 4) {
      const x0 = left[x + k]!;
      const x1 = left[x + k + 1]!;
      const x2 = left[x + k + 2]!;
      const x3 = left[x + k + 3]!;
      const w0 = k * stride + first;
      const w1 = w0 + stride;
      const w2 = w1 + stride;
      const w3 = w2 + stride;
      for (let j = 0; j < count; j++) {
        out[o + j]! += x0 * w[w0 + j]! + x1 * w[w1 + j]! + x2 * w[w2 + j]! + x3 * w[w3 + j]!;
      }
    }
    for (let k = blocked; k < rows; k++) {
      const xk = left[x + k]!;
      const row = k * stride + first;
      for (let j = 0; j < count; j++) out[o + j]! += xk * w[row + j]!;
    }
  }
}

/** out (B, K) += right (B, n) · Wᵀ (n, K): what comes back through `addProduct` to its left operand. */
export function addProductBack(
  out: Float64Array,
  outStart: number,
  right: Float64Array,
  rightStart: number,
  weights: Columns,
  batch: number,
): void {
  const { values: w, rows, stride, first, count } = weights;
  const blocked = rows - (rows % 4);
  for (let b = 0; b < batch; b++) {
    const r = rightStart + b * count;
    const o = outStart + b * rows;
    for (let k = 0; k < blocked; k += 4) {
      const w0 = k * stride + first;
      const w1 = w0 + stride;
      const w2 = w1 + stride;
      const w3 = w2 + stride;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let j = 0; j < count; j++) {
        const d = right[r + j]!;
        s0 += d * w[w0 + j]!;
        s1 += d * w[w1 + j]!;
        s2 += d * w[w2 + j]!;
        s3 += d * w[w3 + j]!;
      }
      out[o + k]! += s0;
      out[o + k + 1]! += s1;
      out[o + k + 2]! += s2;
      out[o + k + 3]! += s3;
    }
    for (let k = blocked; k < rows; k++) {
      const row = k * stride + first;
      let sum = 0;
      for (let j = 0; j < count; j++) sum += right[r + j]! * w[row + j]!;
      out[o + k]! += sum;
    }
  }
}

/** gradient (K, n) += leftᵀ (K, B) · right (B, n): what comes back through `addProduct` to its weights. */
export function addProductWeights(
  gradient: Columns,
  left: Float64Array,
  leftStart: number,
  right: Float64Array,
  rightStart: number,
  batch: number,
): void {
  const { values: g, rows, stride, first, count } = gradient;
  const blocked = batch - (batch % 4);
  for (let k = 0; k < rows; k++) {
    const row = k * stride + first;
    for (let b = 0; b < blocked; b += 4) {
      const x = leftStart + b * rows + k;
      const x0 = left[x]!;
      const x1 = left[x + rows]!;
      const x2 = left[x + 2 * rows]!;
      const x3 = left[x + 3 * rows]!;
      const r0 = rightStart + b * count;
      const r1 = r0 + count;
      const r2 = r1 + count;
      const r3 = r2 + count;
      for (let j = 0; j < count; j++) {
        g[row + j]! += x0 * right[r0 + j]! + x1 * right[r1 + j]! + x2 * right[r2 + j]! + x3 * right[r3 + j]!;
      }
    }
    for (let b = blocked; b < batch; b++) {
      const xb = left[leftStart + b * rows + k]!;
      const r = rightStart + b * count;
      for (let j = 0; j < count; j++) g[row + j]! += xb * right[r + j]!;
    }
  }
}

/** out (B, n) += W[ids]: a one-hot vector times a matrix is a row of the matrix. */
export function addRows(
  out: Float64Array,
  outStart: number,
  ids: Int32Array,
  idsStart: number,
  weights: Columns,
  batch: number,
): void {
  const { values: w, stride, first, count } = weights;
  for (let b = 0; b < batch; b++) {
    const row = ids[idsStart + b]! * stride + first;
    const o = outStart + b * count;
    for (let j = 0; j < count; j++) out[o + j]! += w[row + j]!;
  }
}

/** gradient[ids] += right (B, n): only the rows that were looked up learn. */
export function addRowWeights(
  gradient: Columns,
  ids: Int32Array,
  idsStart: number,
  right: Float64Array,
  rightStart: number,
  batch: number,
): void {
  const { values: g, stride, first, count } = gradient;
  for (let b = 0; b < batch; b++) {
    const row = ids[idsStart + b]! * stride + first;
    const r = rightStart + b * count;
    for (let j = 0; j < count; j++) g[row + j]! += right[r + j]!;
  }
}

/** Every row of out (B, n) := bias[first … first + n]. */
export function fillRows(
  out: Float64Array,
  outStart: number,
  bias: Float64Array,
  first: number,
  count: number,
  batch: number,
): void {
  for (let b = 0; b < batch; b++) {
    const o = outStart + b * count;
    for (let j = 0; j < count; j++) out[o + j] = bias[first + j]!;
  }
}

/** gradient[first … first + n] += the sum of the rows of right (B, n). */
export function addRowSums(
  gradient: Float64Array,
  first: number,
  right: Float64Array,
  rightStart: number,
  count: number,
  batch: number,
): void {
  for (let b = 0; b < batch; b++) {
    const r = rightStart + b * count;
    for (let j = 0; j < count; j++) gradient[first + j]! += right[r + j]!;
  }
}
