/* A step of gradient descent with momentum and gains, as models/projection/tsne.ts has it. */

const GAIN_STEP: f32 = 0.2;
const GAIN_SHRINK: f32 = 0.8;
const LEAST_GAIN: f32 = 0.01;

/** What ../tsne-plan.ts writes: points (n × m), what moves them, and where the box around them goes (lowest and highest of each axis). */
@unmanaged
export class Motion {
  n: i32;
  m: i32;
  points: usize;
  velocity: usize;
  gains: usize;
  attraction: usize;
  repulsion: usize;
  box: usize;
}

/** Moves all points by exaggeration · attraction − repulsion · perForce, and their middle to 0. Nobody goes further than `longest`. */
export function descend(
  motion: Motion,
  exaggeration: f32,
  perForce: f32,
  rate: f32,
  momentum: f32,
  longest: f32,
): void {
  const bytes = <usize>motion.m << 2;
  const end = motion.points + <usize>motion.n * bytes;
  let offset: usize = 0;
  for (let at = motion.points; at < end; at += bytes) {
    let length: f32 = 0;
    for (let k: usize = 0; k < bytes; k += 4) {
      const v = hasten(motion, offset + k, exaggeration, perForce, rate, momentum);
      length += v * v;
    }
    if (!(length <= longest * longest)) shorten(motion.velocity + offset, bytes, longest / Mathf.sqrt(length));
    for (let k: usize = 0; k < bytes; k += 4) {
      store<f32>(at + k, load<f32>(at + k) + load<f32>(motion.velocity + offset + k));
    }
    offset += bytes;
  }
  for (let k = 0; k < motion.m; k++) centre(motion, k);
}

/** The new velocity of one coordinate. */
// @ts-ignore: decorator
@inline
function hasten(motion: Motion, at: usize, exaggeration: f32, perForce: f32, rate: f32, momentum: f32): f32 {
  const gradient = exaggeration * load<f32>(motion.attraction + at) - perForce * load<f32>(motion.repulsion + at);
  const velocity = load<f32>(motion.velocity + at);
  const gain = load<f32>(motion.gains + at);
  const turns = gradient * velocity > 0;
  const next = max(LEAST_GAIN, turns ? gain * GAIN_SHRINK : gain + GAIN_STEP);
  store<f32>(motion.gains + at, next);
  const moved = momentum * velocity - rate * next * gradient;
  store<f32>(motion.velocity + at, moved);
  return moved;
}

function shorten(velocity: usize, bytes: usize, by: f32): void {
  for (let k: usize = 0; k < bytes; k += 4) store<f32>(velocity + k, load<f32>(velocity + k) * by);
}

function centre(motion: Motion, axis: i32): void {
  const bytes = <usize>motion.m << 2;
  const first = motion.points + (<usize>axis << 2);
  const end = first + <usize>motion.n * bytes;
  let sum: f64 = 0;
  for (let at = first; at < end; at += bytes) sum += <f64>load<f32>(at);
  const mean = <f32>(sum / <f64>motion.n);
  for (let at = first; at < end; at += bytes) store<f32>(at, load<f32>(at) - mean);
  measure(motion, axis);
}

/** The box of one axis; NaN where a point has no place any more. */
export function measure(motion: Motion, axis: i32): void {
  const bytes = <usize>motion.m << 2;
  const first = motion.points + (<usize>axis << 2);
  const end = first + <usize>motion.n * bytes;
  let low: f32 = load<f32>(first);
  let high = low;
  for (let at = first; at < end; at += bytes) {
    low = min(low, load<f32>(at));
    high = max(high, load<f32>(at));
  }
  store<f32>(motion.box + (<usize>axis << 3), low);
  store<f32>(motion.box + (<usize>axis << 3), high, 4);
}
