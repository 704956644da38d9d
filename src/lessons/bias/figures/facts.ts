/** Cosine of the checkpoint's word with the direction. */
export const SHARE = 0.6;

/** Length of what is left of a unit vector without its part along a direction. */
export const restLength = (cosine: number): number => Math.sqrt(1 - cosine ** 2);
