// @ts-check
const MOST = 127;

/**
 * Rows of floats as 8-bit codes with a scale each: the largest number of a row is ±127, the others are rounded.
 * @param {Float32Array} values (V, d) row-major
 * @param {number} dimensions d
 */
export function quantiseRows(values, dimensions) {
  const rows = values.length / dimensions;
  const codes = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const numbers = values.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = Math.fround(numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST);
    scales[row] = scale;
    if (scale > 0)
      codes.set(
        numbers.map((value) => Math.round(value / scale)),
        row * dimensions,
      );
  }
  return { precision: /** @type {const} */ ('int8'), codes, scales };
}
