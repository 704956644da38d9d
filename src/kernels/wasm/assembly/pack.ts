import { PANEL } from './products';

/*
 * Weights (rows × gates·width, side by side as the models have them) packed for `product`, once a step. A gate's columns
 * begin at a multiple of `padded` (width rounded up to whole panels); what is added is zero from the start and never written.
 */

/** [gates·padded / 8][rows][8]: the product that goes forward. Panels `first` to `end`. */
export function packColumns(
  weights: usize,
  stride: usize,
  rows: i32,
  width: i32,
  padded: i32,
  to: usize,
  first: i32,
  end: i32,
): void {
  for (let p = first; p < end; p++) {
    const gate = (p * PANEL) / padded;
    const unit = p * PANEL - gate * padded;
    const from = weights + ((gate * width + unit) << 2);
    const panel = to + ((p * rows) << 5);
    if (unit + PANEL <= width) packFull(from, stride, rows, panel);
    else packPart(from, stride, rows, panel, width - unit);
  }
}

function packFull(from: usize, stride: usize, rows: i32, to: usize): void {
  for (let row = 0; row < rows; row++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += stride;
    to += 32;
  }
}

function packPart(from: usize, stride: usize, rows: i32, to: usize, columns: i32): void {
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) store<f32>(to + (j << 2), load<f32>(from + (j << 2)));
    from += stride;
    to += 32;
  }
}

/** [rows / 8][gates·padded][8], the transposed matrix: the product that goes back. Panels `first` to `end`. */
export function packTransposed(
  weights: usize,
  stride: usize,
  rows: i32,
  gates: i32,
  width: i32,
  padded: i32,
  to: usize,
  first: i32,
  end: i32,
): void {
  for (let p = first; p < end; p++) {
    const panel = to + ((p * gates * padded) << 5);
    for (let i = 0; i < PANEL; i += 4) {
      const row = p * PANEL + i;
      if (row >= rows) continue;
      const from = weights + row * stride;
      for (let gate = 0; gate < gates; gate++) {
        const at = panel + ((gate * padded) << 5) + (i << 2);
        packTurned(from + ((gate * width) << 2), stride, min(4, rows - row), width, at);
      }
    }
  }
}

/** Up to four rows of `width` numbers as columns 32 bytes apart. */
function packTurned(from: usize, stride: usize, rows: i32, width: i32, to: usize): void {
  let j = 0;
  if (rows == 4) {
    for (; j + 4 <= width; j += 4) {
      turnFour(from, stride, to);
      from += 16;
      to += 128;
    }
  }
  for (; j < width; j++) {
    for (let i = 0; i < rows; i++) store<f32>(to + (i << 2), load<f32>(from + i * stride));
    from += 4;
    to += 32;
  }
}

/** A 4 × 4 block turned over its diagonal. */
function turnFour(from: usize, stride: usize, to: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + stride);
  const c = v128.load(from + stride * 2);
  const d = v128.load(from + stride * 3);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const ef = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const gh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(ef, gh, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(ef, gh, 2, 3, 6, 7), 96);
}

/** `gates` runs of `width` numbers, each begun at a multiple of `padded`: a bias, or one row of weights. */
export function spread(from: usize, gates: i32, width: i32, padded: i32, to: usize): void {
  for (let gate = 0; gate < gates; gate++) {
    memory.copy(to + ((gate * padded) << 2), from + ((gate * width) << 2), width << 2);
  }
}
