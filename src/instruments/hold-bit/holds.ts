import type { HoldBitSettings } from './settings.ts';

type Rows = HoldBitSettings['holds'];

/** Two decimals: what a hand can set, and a link can carry in four characters. */
const rounded = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 100) / 100;

/** The gate of a unit held at these steps, at one value; what was held there before is let go. */
export function holdSteps(rows: Rows, steps: readonly number[], unit: number, value: number): Rows {
  const others = releaseSteps(rows, steps, unit);
  return [...others, ...steps.map((step) => [step, unit, rounded(value)])];
}

export const releaseSteps = (rows: Rows, steps: readonly number[], unit: number): Rows =>
  rows.filter(([step = -1, of]) => !(of === unit && steps.includes(step)));

/** The steps from `from` to before `to`. */
export const stepsFrom = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
