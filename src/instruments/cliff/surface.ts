import { type OneUnit, unitLoss } from '../../models/gradient-flow/one-unit.ts';
import { WINDOW } from './settings.ts';

/** Points of the map, across and up. */
export const GRID = { columns: 176, rows: 120 } as const;

/** log10 of the loss at which the map's colours end. */
export const LOSS_RANGE = [-4, 1] as const;

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
