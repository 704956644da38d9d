/**
 * Largest network that the Gate lab shows. Everything is computed anew with every change, in plain TypeScript: one pass forward and
 * one back over 24 steps takes 0.1 s at 2 × 128 units and 0.3 s at 2 × 256 (100 symbols); 2 × 512 takes 2 s, which is no slider.
 */
export const LAB_LIMITS = {
  inputs: 8192,
  hidden: 256,
  layers: 4,
  classes: 8192,
  parameters: 3_200_000,
} as const;

export type LabSize = keyof typeof LAB_LIMITS;

/** A size of a network that is above its limit. */
export interface TooLarge {
  readonly size: LabSize;
  readonly found: number;
  readonly limit: number;
}

/** Sizes that the lab cannot show; none when it can. The number of parameters is told only where it is all that is too large. */
export function sizesAboveLimits(sizes: Readonly<Record<LabSize, number>>): readonly TooLarge[] {
  const above = (Object.keys(LAB_LIMITS) as LabSize[])
    .map((size) => ({ size, found: sizes[size], limit: LAB_LIMITS[size] }))
    .filter(({ found, limit }) => found > limit);
  const others = above.filter(({ size }) => size !== 'parameters');
  return others.length > 0 ? others : above;
}
