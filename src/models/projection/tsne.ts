import { type TsneGradient, tsneGradient } from './tsne-gradient.ts';
import type { MapDimensions, SparseP, TsneEngine, TsneSettings } from './tsne-types.ts';

/** Each coordinate's own factor on its step grows while it goes downhill and shrinks where it turns (Jacobs 1988). */
export const GAIN_STEP = 0.2;
export const GAIN_SHRINK = 0.8;
export const LEAST_GAIN = 0.01;
/** Momentum while the exaggeration lasts, and after it. */
export const EARLY_MOMENTUM = 0.5;
export const LATE_MOMENTUM = 0.8;
/** How far a point may go in one iteration (as FIt-SNE has it): what is thrown out does not come back. */
export const LONGEST_STEP = 5;

export const tsneDefaults: TsneSettings = {
  perplexity: 30,
  dimensions: 2,
  learningRate: null,
  exaggeration: 12,
  exaggerationUntil: 250,
  lateExaggeration: 1,
  start: 'pca',
};

/**
 * η in the unit of the implementations that leave the 4 out of the gradient, as Belkina et al. (2019) count it: n / exaggeration,
 * and at least 200.
 */
export function learningRateOf({ learningRate, exaggeration }: TsneSettings, n: number): number {
  return learningRate ?? Math.max(200, n / exaggeration);
}

/** What iteration number `iteration` (from 0) is done with. */
export function scheduleAt(settings: TsneSettings, iteration: number) {
  const isEarly = iteration < settings.exaggerationUntil;
  return {
    exaggeration: isEarly ? settings.exaggeration : settings.lateExaggeration,
    momentum: isEarly ? EARLY_MOMENTUM : LATE_MOMENTUM,
  };
}

/**
 * t-SNE (van der Maaten & Hinton 2008) over all pairs, in 64 bits: the reference of the kernels. Nothing in it is random.
 * @param start (n, dimensions)
 */
export function createTsne(P: SparseP, settings: TsneSettings, start: ArrayLike<number>): TsneEngine {
  const { dimensions } = settings;
  const y = Float64Array.from(start);
  const state = { y, velocity: new Float64Array(y.length), gains: new Float64Array(y.length).fill(1) };
  const shown = Float32Array.from(y);
  const rate = learningRateOf(settings, y.length / dimensions);
  let iteration = 0;
  return {
    repulsion: 'exact',
    tier: 'js',
    positions: () => shown,
    step(iterations) {
      for (let i = 0; i < iterations; i++) {
        const { exaggeration, momentum } = scheduleAt(settings, iteration++);
        moveBy(state, tsneGradient(P, y, dimensions, exaggeration), rate, momentum, dimensions);
      }
      shown.set(y);
    },
    divergence: () => tsneGradient(P, y, dimensions).divergence,
    place(positions) {
      y.set(positions);
      shown.set(positions);
      state.velocity.fill(0);
      state.gains.fill(1);
    },
    get iteration() {
      return iteration;
    },
    dispose() {},
  };
}

interface Motion {
  readonly y: Float64Array;
  readonly velocity: Float64Array;
  readonly gains: Float64Array;
}

/** One step with momentum and gains; then the map's middle goes back to 0. */
function moveBy(
  motion: Motion,
  { gradient }: TsneGradient,
  rate: number,
  momentum: number,
  m: MapDimensions,
): void {
  const { y, velocity, gains } = motion;
  for (let i = 0; i < y.length; i++) {
    const turns = gradient[i]! * velocity[i]! > 0;
    gains[i] = Math.max(LEAST_GAIN, turns ? gains[i]! * GAIN_SHRINK : gains[i]! + GAIN_STEP);
    velocity[i] = momentum * velocity[i]! - rate * gains[i]! * (gradient[i]! / 4);
  }
  for (let i = 0; i < y.length; i += m) shorten(velocity.subarray(i, i + m));
  for (let i = 0; i < y.length; i++) y[i]! += velocity[i]!;
  centre(y, m);
}

function shorten(step: Float64Array): void {
  const length = Math.hypot(...step);
  if (length > LONGEST_STEP) for (let k = 0; k < step.length; k++) step[k]! *= LONGEST_STEP / length;
}

function centre(y: Float64Array, m: number): void {
  const means = new Float64Array(m);
  for (let i = 0; i < y.length; i++) means[i % m]! += (y[i]! * m) / y.length;
  for (let i = 0; i < y.length; i++) y[i]! -= means[i % m]!;
}
