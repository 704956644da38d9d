import { useMemo } from 'react';
import {
  type CheckedWeight,
  checkWeight,
  differenceCurve,
  gradientOf,
  type MatrixView,
  matrixView,
} from './check.ts';
import type { CheckSettings } from './check-settings.ts';
import type { Reading } from './reading.ts';

/** The chosen weight of a reading, its gradient map, and both ways of finding its derivative. */
export interface Check {
  readonly matrix: MatrixView;
  readonly row: number;
  readonly column: number;
  readonly index: number;
  readonly analytic: Float64Array;
  readonly h: number;
  readonly checked: CheckedWeight;
  readonly curve: readonly { readonly x: number; readonly y: number }[];
}

/** Computed again only where something changed that it depends on. */
export function useCheck(reading: Reading | null, settings: CheckSettings): Check | null {
  const { matrix: id, row, column, kind, length, logH } = settings;
  const analytic = useMemo(() => reading && gradientOf(reading, { kind, length }), [reading, kind, length]);
  const chosen = useMemo(() => {
    if (!reading) return null;
    const matrix = matrixView(reading, id);
    const [r, c] = [Math.min(row, matrix.rowIds.length) - 1, Math.min(column, matrix.columnIds.length) - 1];
    return { matrix, row: r, column: c, index: matrix.index(r, c) };
  }, [reading, id, row, column]);
  const index = chosen?.index ?? 0;
  const curve = useMemo(
    () => (reading && analytic ? differenceCurve(reading, analytic, index) : []),
    [reading, analytic, index],
  );
  return useMemo(() => {
    if (!reading || !analytic || !chosen) return null;
    const h = 10 ** logH;
    return { ...chosen, analytic, h, curve, checked: checkWeight(reading, analytic, chosen.index, h) };
  }, [reading, analytic, chosen, curve, logH]);
}
