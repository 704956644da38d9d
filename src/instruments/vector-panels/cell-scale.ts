/** Share of the values that a scale holds; the few beyond it are drawn as its ends, their numbers are not cut. */
const HELD = 0.9;
const STEPS = [1, 2, 5, 10] as const;

/** The smallest of 1, 2, 5 · 10ⁿ that is not below a value. */
function roundUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return decade * (STEPS.find((step) => value <= step * decade * (1 + 1e-9)) ?? 10);
}

/**
 * One scale for all cells of a set: ± a round number that nine in ten sizes in a sample of its rows do not pass. 1 where nothing
 * can be said (no value, only zeros).
 */
export function cellScale(sample: ArrayLike<number>): number {
  const sizes = Float64Array.from(sample, Math.abs).filter(Number.isFinite).sort();
  const size = sizes[Math.floor(HELD * (sizes.length - 1))] ?? 0;
  return size > 0 ? roundUp(size) : 1;
}
