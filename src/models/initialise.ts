import type { Random } from './random.ts';

/** A block of a row-major matrix: `rows` × `columns` numbers from `offset`, rows `stride` apart. */
export interface Block {
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
  readonly offset: number;
}

/**
 * Xavier initialisation: uniform in ±√(6 / (fanIn + fanOut)), which keeps the variance of activations and of
 * gradients level from layer to layer. Glorot & Bengio 2010, equation 16.
 */
export function fillXavier(values: Float64Array, fanIn: number, fanOut: number, random: Random): void {
  const bound = Math.sqrt(6 / (fanIn + fanOut));
  for (let i = 0; i < values.length; i++) values[i] = bound * (2 * random.next() - 1);
}

/**
 * Random square orthogonal matrix Q (n, n), row-major, QᵀQ = I: a recurrent matrix whose singular values are all 1
 * neither grows nor shrinks a state (Saxe, McClelland & Ganguli 2014). Gram–Schmidt on a matrix of normals is QR
 * with a positive diagonal in R, so Q is drawn evenly from all rotations and reflections (Mezzadri 2007).
 */
export function randomOrthogonal(n: number, random: Random): Float64Array {
  const q = new Float64Array(n * n);
  for (let row = 0; row < n; row++) drawIndependentRow(q, row, n, random);
  return q;
}

/** Writes a random orthogonal matrix into a square block of a larger matrix, such as one gate's columns. */
export function fillOrthogonalBlock(matrix: Float64Array, block: Block, random: Random): void {
  const { rows, columns, stride, offset } = block;
  if (rows !== columns) throw new RangeError(`An orthogonal block is square, got ${rows} × ${columns}.`);
  const q = randomOrthogonal(rows, random);
  for (let row = 0; row < rows; row++) {
    matrix.set(q.subarray(row * columns, (row + 1) * columns), offset + row * stride);
  }
}

/** A normal row, made orthogonal to the rows above it and of length 1; drawn again in the freak case that nothing is left. */
function drawIndependentRow(q: Float64Array, row: number, n: number, random: Random): void {
  const current = q.subarray(row * n, (row + 1) * n);
  let length = 0;
  while (length < 1e-8) {
    for (let i = 0; i < n; i++) current[i] = random.normal();
    // Twice is enough: the second pass removes what rounding left of the first (Giraud et al. 2005).
    removeRowsAbove(q, row, n);
    removeRowsAbove(q, row, n);
    length = Math.sqrt(dot(current, current));
  }
  for (let i = 0; i < n; i++) current[i]! /= length;
}

function removeRowsAbove(q: Float64Array, row: number, n: number): void {
  const current = q.subarray(row * n, (row + 1) * n);
  for (let above = 0; above < row; above++) {
    const other = q.subarray(above * n, (above + 1) * n);
    const projection = dot(current, other);
    for (let i = 0; i < n; i++) current[i]! -= projection * other[i]!;
  }
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}
