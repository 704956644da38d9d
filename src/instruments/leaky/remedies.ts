import {
  backwardDelayed,
  type DelayedNet,
  type DelayedParameters,
  forwardDelayed,
} from '../../models/gradient-flow/delayed.ts';
import { drawMatrix } from '../../models/gradient-flow/matrices.ts';
import { stepNorms } from '../../models/gradient-flow/norms.ts';
import { createRandom, type Random } from '../../models/random.ts';
import { spectrumOf } from '../spectrum/eigenvalues.ts';
import type { LeakySettings } from './settings.ts';

/** The plain net, and three ways of giving the error a longer reach. */
export const REMEDIES = ['plain', 'leaky', 'skip', 'long'] as const;
export type Remedy = (typeof REMEDIES)[number];

export const UNITS = 16;
/** Sequences whose lengths are averaged. */
export const SEQUENCES = 4;
/** Standard deviation of what enters each unit at each step. */
const INPUT = 0.3;

export function remedyNet(remedy: Remedy, { alpha, delay }: LeakySettings): DelayedNet {
  const delays = { plain: [1], leaky: [1], skip: [1, delay], long: [delay] }[remedy];
  const leak = remedy === 'leaky' ? alpha : 0;
  return { activation: 'tanh', leak, delays, units: UNITS, inputs: UNITS };
}

/** A random matrix of spectral radius ρ. */
function drawScaled(radius: number, random: Random): Float64Array {
  const matrix = drawMatrix('gaussian', UNITS, random);
  const factor = radius / spectrumOf(matrix, UNITS).radius;
  return matrix.map((value) => factor * value);
}

export interface RemedyFlow {
  readonly remedy: Remedy;
  /** ‖∂L/∂a^⟨T−k⟩‖ for k = 0 … T − 1; 1 at k = 0. */
  readonly norms: Float64Array;
}

/**
 * The four nets read the same random inputs, and an error of length 1 enters at the last step. All use the same matrix on the
 * short edges, and another one of the same spectral radius on the long ones.
 */
export function remedyFlows(settings: LeakySettings): readonly RemedyFlow[] {
  const random = createRandom(settings.seed);
  const [short, far] = [drawScaled(settings.radius, random), drawScaled(settings.radius, random)];
  const input = Float64Array.from({ length: UNITS * UNITS }, (_, i) => (i % (UNITS + 1) === 0 ? INPUT : 0));
  const sequences = Array.from({ length: SEQUENCES }, () => ({
    values: Float64Array.from({ length: (settings.steps + 1) * UNITS }, () => random.normal()),
    error: unitVector(random),
  }));
  return REMEDIES.map((remedy) => {
    const net = remedyNet(remedy, settings);
    const parameters: DelayedParameters = {
      recurrent: net.delays.map((delay) => (delay === 1 ? short : far)),
      input,
    };
    const each = sequences.map(({ values, error }) => {
      const trace = forwardDelayed(net, parameters, values);
      return stepNorms(backwardDelayed(net, parameters, trace, error), trace.steps, 1).toReversed();
    });
    return { remedy, norms: quadraticMean(each) };
  });
}

function unitVector(random: Random): Float64Array {
  const vector = Float64Array.from({ length: UNITS }, () => random.normal());
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function quadraticMean(rows: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array()] = rows;
  return first.map((_, k) => Math.sqrt(rows.reduce((sum, row) => sum + row[k]! ** 2, 0) / rows.length));
}
