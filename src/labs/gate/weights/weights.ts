import { type LabNetwork, labLayout, type Origin, seededParameters } from '../model.ts';
import { type GateSettings, LINK_EDITS, LINK_WEIGHTS } from '../state/settings.ts';

/** The parameters on show and where they came from. */
export interface Weights {
  readonly parameters: Float64Array;
  readonly origin: Origin;
  /** Changed by hand since. */
  readonly edited: boolean;
}

type Carried = Pick<GateSettings, 'edits' | 'weights'>;

/** What the seed gives, which edits are counted from. */
export const seededFor = (network: LabNetwork, { seed, forgetBias }: GateSettings): Float64Array =>
  seededParameters(network, seed, { forget: forgetBias });

/** The parameters that the settings alone describe: those of a link, or the seed's with a link's edits. */
export function startingWeights(network: LabNetwork, settings: GateSettings): Weights {
  const { weights, edits, seed } = settings;
  if (weights && weights.length === labLayout(network).length) {
    return { parameters: Float64Array.from(weights), origin: { kind: 'link' }, edited: false };
  }
  const parameters = seededFor(network, settings);
  const inside = edits.filter(([index = -1]) => index >= 0 && index < parameters.length);
  for (const [index = 0, value = 0] of inside) parameters[index] = value;
  return { parameters, origin: { kind: 'seed', seed }, edited: inside.length > 0 };
}

/** Characters of base64 for so many 32-bit floats. */
const linkLength = (count: number): number => Math.ceil((count * 4 * 4) / 3);

/** What of the parameters a link can carry: a few edits of the seed's, or all of them, or nothing. */
export function carriedWeights(
  network: LabNetwork,
  settings: GateSettings,
  parameters: Float64Array,
): Carried {
  const seeded = seededFor(network, settings);
  const edits: (readonly number[])[] = [];
  parameters.forEach((value, index) => {
    if (value !== seeded[index]) edits.push([index, value]);
  });
  if (edits.length <= LINK_EDITS) return { edits, weights: null };
  const fits = linkLength(parameters.length) <= LINK_WEIGHTS;
  return { edits: [], weights: fits ? Float32Array.from(parameters) : null };
}

/** Whether a link made now gives these parameters back, as far as 32-bit floats go. */
export function isCarried(network: LabNetwork, settings: GateSettings, { parameters }: Weights): boolean {
  const again = startingWeights(network, settings).parameters;
  return parameters.every((value, index) => value === again[index] || Math.fround(value) === again[index]);
}
