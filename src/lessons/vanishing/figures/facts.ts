import { backNorms, probeBatch } from '../../../instruments/agreement/measure.ts';
import { type Cell, freshParameters, type Start } from '../../../instruments/agreement/nets.ts';
import { FLOW_TABLE } from '../../../instruments/agreement/settings.ts';
import { drawRecurrent, flowOf } from '../../../instruments/spectrum/flow.ts';
import { SPECTRUM_TABLE, type SpectrumSettings } from '../../../instruments/spectrum/settings.ts';
import { clipByNorm } from '../../../models/optim/clip.ts';
import { fallbackState } from '../../../url/fragment.ts';

/** The factor of a step and the number of steps that a checkpoint asks about. */
export const FADING = { factor: 0.9, steps: 50 } as const;

/** The gradient and the threshold of the checkpoint about clipping. */
export const TO_CLIP = { gradient: [6, -8], threshold: 5 } as const;

/** What clipping by norm leaves of it. */
export function clipped(): readonly [number, number] {
  const gradient = Float64Array.from(TO_CLIP.gradient);
  clipByNorm(gradient, TO_CLIP.threshold);
  return [gradient[0] ?? Number.NaN, gradient[1] ?? Number.NaN];
}

/** α of the checkpoint about time scales. */
export const LEAK = 0.98;

/** Steps after which a leak of α leaves 1/e of an error: −1 / ln α, about 1 / (1 − α). */
export const timeScale = (alpha: number): number => -1 / Math.log(alpha);

/** What arrives at the subject of what the last word's state receives, before training, in the nets of the first figure. */
export function freshShare(cell: Cell, start: Start): number {
  const { distance, seed } = fallbackState(FLOW_TABLE);
  const flat = freshParameters({ cell, distance, start, seed });
  const { hidden } = backNorms(cell, flat, probeBatch(distance, seed));
  return (hidden[distance] ?? Number.NaN) / (hidden[0] ?? Number.NaN);
}

/** What is left of an error at the far end of the figure of eigenvalues, under these settings and otherwise as it opens. */
export function leftOver(part: Partial<SpectrumSettings>): number {
  const settings = { ...fallbackState(SPECTRUM_TABLE), ...part };
  return flowOf(drawRecurrent(settings), settings).norms.at(-1) ?? Number.NaN;
}

/** The largest length on the way there. */
export function greatest(part: Partial<SpectrumSettings>): number {
  const settings = { ...fallbackState(SPECTRUM_TABLE), ...part };
  return Math.max(...flowOf(drawRecurrent(settings), settings).norms);
}
