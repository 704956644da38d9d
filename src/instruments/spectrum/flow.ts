import { zeroCell } from '../../models/cells/parameters.ts';
import { backwardSequence, forwardSequence, zeroState } from '../../models/cells/sequence.ts';
import type { RnnSpec } from '../../models/cells/types.ts';
import { ACTIVATIONS } from '../../models/dense/activations.ts';
import { drawMatrix } from '../../models/gradient-flow/matrices.ts';
import { stepNorms } from '../../models/gradient-flow/norms.ts';
import { createRandom } from '../../models/random.ts';
import { type Spectrum, scaledSpectrum, spectrumOf } from './eigenvalues.ts';
import type { SpectrumSettings } from './settings.ts';

/** Sequences that are read at once, each with an error of its own. */
export const SEQUENCES = 8;

/** What decides the matrix but for its scale. */
type Draw = Pick<SpectrumSettings, 'kind' | 'units' | 'seed'>;

export interface Drawn {
  readonly matrix: Float64Array;
  readonly spectrum: Spectrum;
}

/** A fresh recurrent matrix, unscaled, and its spectrum. */
export function drawRecurrent({ kind, units, seed }: Draw): Drawn {
  const matrix = drawMatrix(kind, units, createRandom(seed));
  return { matrix, spectrum: spectrumOf(matrix, units) };
}

export interface Flow {
  readonly spectrum: Spectrum;
  /** ‖∂L/∂a^⟨T−k⟩‖ for k = 0 … T; 1 at k = 0. */
  readonly norms: Float64Array;
  /** Mean of g′ over all steps, units and sequences. */
  readonly slope: number;
}

/** Scales the matrix to the settings' ρ, runs the net over random inputs, and sends errors of length 1 back from its last step. */
export function flowOf({ matrix, spectrum }: Drawn, settings: Omit<SpectrumSettings, 'kind'>): Flow {
  const { units, steps, activation } = settings;
  const factor = settings.radius / spectrum.radius;
  const spec: RnnSpec = { kind: 'rnn', activation };
  const shape = { inputs: units, hidden: units };
  const cell = zeroCell(spec, shape);
  cell.recurrentWeights.set(matrix.map((value) => factor * value));
  for (let unit = 0; unit < units; unit++) cell.inputWeights[unit * (units + 1)] = settings.input;
  const random = createRandom(settings.seed + 1);
  const size = { steps, batch: SEQUENCES };
  const values = Float64Array.from({ length: steps * SEQUENCES * units }, () => random.normal());
  const initial = zeroState(spec, shape, SEQUENCES);
  const trace = forwardSequence(spec, shape, cell, { form: 'dense', values }, size, { initial });
  const finalHidden = unitVectors(SEQUENCES, units, () => random.normal());
  const gradients = backwardSequence(trace, cell, { finalHidden });
  const later = stepNorms(gradients.values.hidden ?? new Float64Array(), steps, SEQUENCES);
  const [first = Number.NaN] = stepNorms(gradients.initial.hidden, 1, SEQUENCES);
  return {
    spectrum: scaledSpectrum(spectrum, factor),
    norms: Float64Array.of(...later.toReversed(), first),
    slope: meanSlope(activation, trace.pre.candidate, trace.values.hidden),
  };
}

/** `count` vectors of length 1 in even directions, end to end. */
function unitVectors(count: number, n: number, normal: () => number): Float64Array {
  const vectors = Float64Array.from({ length: count * n }, normal);
  for (let i = 0; i < count; i++) {
    const vector = vectors.subarray(i * n, (i + 1) * n);
    const length = Math.hypot(...vector);
    for (let j = 0; j < n; j++) vector[j]! /= length;
  }
  return vectors;
}

function meanSlope(
  activation: RnnSpec['activation'],
  pre: Float64Array = new Float64Array(),
  values: Float64Array = new Float64Array(),
): number {
  const { derivative } = ACTIVATIONS[activation];
  return pre.reduce((sum, z, i) => sum + derivative(z, values[i]!), 0) / pre.length;
}
