/** Ends of the colour scale, powers of ten. */
export const SCALE = { low: -4, high: 0 } as const;

/** A magnitude's place between the ends of the logarithmic scale, 0 … 1; 0 for none at all. */
export function heat(value: number): number {
  if (!(value > 0)) return 0;
  return Math.max(0, Math.min(1, (Math.log10(value) - SCALE.low) / (SCALE.high - SCALE.low)));
}
