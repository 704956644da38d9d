import { madd, nmadd, splat } from './vector';

/*
 * Four Fourier transforms side by side, one a lane: element k is 32 bytes, four real parts and four imaginary ones. Stockham's
 * self-sorting form (Van Loan 1992, section 1.7), radix 4 and, where the length wants it, 2, 3 or 5.
 *
 * A plan is what ../fft-plan.ts writes: length, number of stages, then of each stage its radix and the address of its twiddles:
 * for every p the powers w^p … w^(p(r−1)), each cosine and −sine.
 */

const SIN60: f32 = 0.8660254037844386;
const COS72: f32 = 0.30901699437494745;
const COS36: f32 = 0.8090169943749475;
const SIN72: f32 = 0.9510565162951535;
const SIN36: f32 = 0.5877852522924731;

/** X_k = Σ x_j e^(−2πi jk/N). `x` and `spare` each hold N elements; returns which of the two has the result. */
export function transform(plan: usize, x: usize, spare: usize): usize {
  let n = load<i32>(plan);
  const stages = load<i32>(plan, 4);
  let stride = 1;
  for (let i = 0; i < stages; i++) {
    const radix = load<i32>(plan + (i << 3), 8);
    const twiddles = load<usize>(plan + (i << 3), 12);
    const part = n / radix;
    if (radix == 4) stage4(x, spare, part, stride, twiddles);
    else if (radix == 2) stage2(x, spare, part, stride, twiddles);
    else if (radix == 3) stage3(x, spare, part, stride, twiddles);
    else stage5(x, spare, part, stride, twiddles);
    const from = x;
    x = spare;
    spare = from;
    n = part;
    stride *= radix;
  }
  return x;
}

/** Stores (re, im) · (c + i s). */
// @ts-ignore: decorator
@inline
function storeTurned(to: usize, re: v128, im: v128, c: v128, s: v128): void {
  v128.store(to, nmadd(im, s, f32x4.mul(re, c)));
  v128.store(to, madd(re, s, f32x4.mul(im, c)), 16);
}

function stage4(x: usize, y: usize, part: i32, stride: i32, twiddles: usize): void {
  const step = <usize>(part * stride) << 5;
  const out = <usize>stride << 5;
  for (let p = 0; p < part; p++) {
    const c1 = v128.load32_splat(twiddles);
    const s1 = v128.load32_splat(twiddles, 4);
    const c2 = v128.load32_splat(twiddles, 8);
    const s2 = v128.load32_splat(twiddles, 12);
    const c3 = v128.load32_splat(twiddles, 16);
    const s3 = v128.load32_splat(twiddles, 20);
    twiddles += 24;
    for (const end = x + out; x < end; x += 32) {
      const at2 = x + step * 2;
      const sumRe = f32x4.add(v128.load(x), v128.load(at2));
      const sumIm = f32x4.add(v128.load(x, 16), v128.load(at2, 16));
      const at1 = x + step;
      const at3 = at2 + step;
      const otherRe = f32x4.add(v128.load(at1), v128.load(at3));
      const otherIm = f32x4.add(v128.load(at1, 16), v128.load(at3, 16));
      v128.store(y, f32x4.add(sumRe, otherRe));
      v128.store(y, f32x4.add(sumIm, otherIm), 16);
      const y2 = y + out * 2;
      storeTurned(y2, f32x4.sub(sumRe, otherRe), f32x4.sub(sumIm, otherIm), c2, s2);
      const re = f32x4.sub(v128.load(x), v128.load(at2));
      const im = f32x4.sub(v128.load(x, 16), v128.load(at2, 16));
      const turnRe = f32x4.sub(v128.load(at1, 16), v128.load(at3, 16));
      const turnIm = f32x4.sub(v128.load(at3), v128.load(at1));
      storeTurned(y + out, f32x4.add(re, turnRe), f32x4.add(im, turnIm), c1, s1);
      storeTurned(y2 + out, f32x4.sub(re, turnRe), f32x4.sub(im, turnIm), c3, s3);
      y += 32;
    }
    y += out * 3;
  }
}

function stage2(x: usize, y: usize, part: i32, stride: i32, twiddles: usize): void {
  const step = <usize>(part * stride) << 5;
  const out = <usize>stride << 5;
  for (let p = 0; p < part; p++) {
    const c = v128.load32_splat(twiddles);
    const s = v128.load32_splat(twiddles, 4);
    twiddles += 8;
    for (const end = x + out; x < end; x += 32) {
      const re = v128.load(x);
      const im = v128.load(x, 16);
      const otherRe = v128.load(x + step);
      const otherIm = v128.load(x + step, 16);
      v128.store(y, f32x4.add(re, otherRe));
      v128.store(y, f32x4.add(im, otherIm), 16);
      storeTurned(y + out, f32x4.sub(re, otherRe), f32x4.sub(im, otherIm), c, s);
      y += 32;
    }
    y += out;
  }
}

function stage3(x: usize, y: usize, part: i32, stride: i32, twiddles: usize): void {
  const step = <usize>(part * stride) << 5;
  const out = <usize>stride << 5;
  const half = splat(0.5);
  const sine = splat(SIN60);
  for (let p = 0; p < part; p++) {
    for (const end = x + out; x < end; x += 32) {
      const at1 = x + step;
      const at2 = at1 + step;
      const sumRe = f32x4.add(v128.load(at1), v128.load(at2));
      const sumIm = f32x4.add(v128.load(at1, 16), v128.load(at2, 16));
      // −i · sin 60° · (x₁ − x₂)
      const turnRe = f32x4.mul(sine, f32x4.sub(v128.load(at1, 16), v128.load(at2, 16)));
      const turnIm = f32x4.mul(sine, f32x4.sub(v128.load(at2), v128.load(at1)));
      const re = v128.load(x);
      const im = v128.load(x, 16);
      v128.store(y, f32x4.add(re, sumRe));
      v128.store(y, f32x4.add(im, sumIm), 16);
      const midRe = nmadd(half, sumRe, re);
      const midIm = nmadd(half, sumIm, im);
      turnedTo(y + out, f32x4.add(midRe, turnRe), f32x4.add(midIm, turnIm), twiddles);
      turnedTo(y + out * 2, f32x4.sub(midRe, turnRe), f32x4.sub(midIm, turnIm), twiddles + 8);
      y += 32;
    }
    twiddles += 16;
    y += out * 2;
  }
}

// @ts-ignore: decorator
@inline
function turnedTo(to: usize, re: v128, im: v128, twiddle: usize): void {
  storeTurned(to, re, im, v128.load32_splat(twiddle), v128.load32_splat(twiddle, 4));
}

function stage5(x: usize, y: usize, part: i32, stride: i32, twiddles: usize): void {
  const step = <usize>(part * stride) << 5;
  const out = <usize>stride << 5;
  for (let p = 0; p < part; p++) {
    for (const end = x + out; x < end; x += 32) {
      five(x, y, step, out, twiddles);
      y += 32;
    }
    twiddles += 32;
    y += out * 4;
  }
}

// @ts-ignore: decorator
@inline
function five(x: usize, y: usize, step: usize, out: usize, twiddles: usize): void {
  const at1 = x + step;
  const at4 = x + step * 4;
  const at2 = at1 + step;
  const at3 = at2 + step;
  const re = v128.load(x);
  const im = v128.load(x, 16);
  const aRe = f32x4.add(v128.load(at1), v128.load(at4));
  const aIm = f32x4.add(v128.load(at1, 16), v128.load(at4, 16));
  const bRe = f32x4.add(v128.load(at2), v128.load(at3));
  const bIm = f32x4.add(v128.load(at2, 16), v128.load(at3, 16));
  v128.store(y, f32x4.add(re, f32x4.add(aRe, bRe)));
  v128.store(y, f32x4.add(im, f32x4.add(aIm, bIm)), 16);
  const cRe = f32x4.sub(v128.load(at1), v128.load(at4));
  const cIm = f32x4.sub(v128.load(at1, 16), v128.load(at4, 16));
  const dRe = f32x4.sub(v128.load(at2), v128.load(at3));
  const dIm = f32x4.sub(v128.load(at2, 16), v128.load(at3, 16));
  const midRe = nmadd(splat(COS36), bRe, madd(splat(COS72), aRe, re));
  const midIm = nmadd(splat(COS36), bIm, madd(splat(COS72), aIm, im));
  // −i (sin 72° (x₁ − x₄) + sin 36° (x₂ − x₃))
  const turnRe = madd(splat(SIN36), dIm, f32x4.mul(splat(SIN72), cIm));
  const turnIm = f32x4.neg(madd(splat(SIN36), dRe, f32x4.mul(splat(SIN72), cRe)));
  turnedTo(y + out, f32x4.add(midRe, turnRe), f32x4.add(midIm, turnIm), twiddles);
  turnedTo(y + out * 4, f32x4.sub(midRe, turnRe), f32x4.sub(midIm, turnIm), twiddles + 24);
  const farRe = nmadd(splat(COS36), aRe, madd(splat(COS72), bRe, re));
  const farIm = nmadd(splat(COS36), aIm, madd(splat(COS72), bIm, im));
  const spinRe = nmadd(splat(SIN72), dIm, f32x4.mul(splat(SIN36), cIm));
  const spinIm = nmadd(splat(SIN36), cRe, f32x4.mul(splat(SIN72), dRe));
  turnedTo(y + out * 2, f32x4.add(farRe, spinRe), f32x4.add(farIm, spinIm), twiddles + 8);
  turnedTo(y + out * 3, f32x4.sub(farRe, spinRe), f32x4.sub(farIm, spinIm), twiddles + 16);
}
