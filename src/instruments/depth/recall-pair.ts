import { DEFAULT_CELLS } from '../../models/cells/roles.ts';
import {
  initialiseSkipNetwork,
  type SkipNetwork,
  skipNetworkGradients,
  skipNetworkLayout,
} from '../../models/depth/skip-network.ts';
import { createRandom } from '../../models/random.ts';
import { type RecallShape, recallTokens, sampleRecall } from '../../models/recall/recall.ts';
import type { DepthSettings } from './settings.ts';

/** What decides the numbers of the pair. */
export type PairSettings = Pick<DepthSettings, 'cell' | 'layers' | 'steps' | 'seed'>;

/** Units of every layer. */
export const HIDDEN = 12;
/** Letters to tell apart; guessing is right one time in so many. */
export const SYMBOLS = 4;
/** Examples of the batch whose error is followed back. */
const PROBE = 4;
/** Networks whose middle value is shown before training; odd, so that it is one network's own number. */
export const SEEDS = 5;

export const recallShape = ({ cell, layers, steps }: PairSettings): RecallShape => ({
  spec: DEFAULT_CELLS[cell],
  symbols: SYMBOLS,
  delay: steps - 2,
  hidden: HIDDEN,
  layers,
});

/** The task's network, with skip connections or without: otherwise the same. */
export function pairNetwork({ cell, layers }: PairSettings, skips: boolean): SkipNetwork {
  const classes = recallTokens(SYMBOLS).length;
  return { cell: DEFAULT_CELLS[cell], inputs: classes, classes, hidden: HIDDEN, layers, skips };
}

/** ‖∂L/∂a^[l]⟨t⟩‖ (L, T) of one batch of the task under these parameters. */
export function gradientMap(
  settings: PairSettings,
  skips: boolean,
  flat: Float64Array,
  batchSeed: number,
): Float64Array {
  const network = pairNetwork(settings, skips);
  const batch = sampleRecall(recallShape(settings), createRandom(batchSeed), PROBE);
  const size = { steps: settings.steps, batch: PROBE };
  return skipNetworkGradients(network, flat, batch, size, new Float64Array(flat.length)).norms;
}

/** Fresh parameters from a seed; the same with and without skip connections. */
export const freshParameters = (settings: PairSettings, seed: number): Float64Array =>
  initialiseSkipNetwork(pairNetwork(settings, false), createRandom(seed));

/** The middle of several networks' gradient maps before any training, cell by cell; seeds follow one another. */
export function initialMap(settings: PairSettings, skips: boolean): Float64Array {
  const maps = Array.from({ length: SEEDS }, (_, i) => {
    const seed = (settings.seed + i) % 2 ** 32;
    return gradientMap(settings, skips, freshParameters(settings, seed), seed);
  });
  const [first = new Float64Array()] = maps;
  return first.map((_, cell) => median(maps.map((map) => map[cell] ?? Number.NaN)));
}

/** The middle of an odd number of values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export const parameterCount = (settings: PairSettings): number =>
  skipNetworkLayout(pairNetwork(settings, false)).length;
