import { type OneUnit, unitLoss } from '../../models/gradient-flow/one-unit.ts';
import { type CliffFunction, WINDOW } from './settings.ts';

/** Points of the map, across and up. */
export const GRID = { columns: 176, rows: 120 } as const;

interface Ranges {
  /** log10 of the losses at which the map's colours end. */
  readonly map: readonly [number, number];
  /** Ends of the loss chart's axis. */
  readonly chart: readonly [number, number];
}

/** tanh keeps the loss below (1 + 0.3)²; without it the loss knows no bounds. */
export const RANGES: Readonly<Record<CliffFunction, Ranges>> = {
  tanh: { map: [-2, Math.log10(2)], chart: [1e-6, 1e1] },
  linear: { map: [-4, 6], chart: [1e-8, 1e20] },
};

/** log10 L over the window (rows × columns), row by row from the lowest bias; +∞ where the loss overflows. */
export function lossMap(unit: OneUnit): Float64Array {
  const { columns, rows } = GRID;
  const along = ([low, high]: readonly [number, number], share: number) => low + share * (high - low);
  return Float64Array.from({ length: rows * columns }, (_, i) => {
    const weight = along(WINDOW.weight, ((i % columns) + 0.5) / columns);
    const bias = along(WINDOW.bias, (Math.floor(i / columns) + 0.5) / rows);
    return Math.log10(unitLoss(unit, { weight, bias }).loss);
  });
}
