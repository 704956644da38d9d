import type { LaneRole, SequenceTrace } from '../../models/cells/types.ts';
import type { CsvValue } from '../interaction/csv.ts';
import type { FigureToken } from './figureTypes.ts';
import { figureLanes, valueAt } from './figureValues.ts';
import { type Notation, plainSymbol, roleSymbol } from './symbols.ts';

/** The figure's numbers of one unit as a table: one row a step, one column a lane. All digits. */
export function traceRows(
  trace: SequenceTrace,
  tokens: readonly FigureToken[],
  unit: number,
  notation: Notation,
  batch = 0,
): readonly (readonly CsvValue[])[] {
  const lanes = figureLanes(trace);
  const head = ['t', 'x', ...lanes.map((role) => plainSymbol(roleSymbol(role, notation, trace.spec.kind)))];
  const body = Array.from({ length: trace.size.steps }, (_, step) => [
    step + 1,
    tokens[step]?.text ?? '',
    ...lanes.map((role: LaneRole) => valueAt(trace, role, step, unit, batch)),
  ]);
  return [head, ...body];
}

/** Every unit's numbers of several layers, one row a layer, step and unit. */
export function layerRows(
  traces: readonly SequenceTrace[],
  tokens: readonly FigureToken[],
  notation: Notation,
): readonly (readonly CsvValue[])[] {
  const tables = traces.map((trace) => allUnitRows(trace, tokens, notation));
  const head = ['layer', ...(tables[0]?.[0] ?? [])];
  return [head, ...tables.flatMap((rows, layer) => rows.slice(1).map((row) => [layer + 1, ...row]))];
}

/** Every unit's numbers, one row a step and unit. */
export function allUnitRows(
  trace: SequenceTrace,
  tokens: readonly FigureToken[],
  notation: Notation,
  batch = 0,
): readonly (readonly CsvValue[])[] {
  const units = Array.from({ length: trace.shape.hidden }, (_, unit) => unit);
  const tables = units.map((unit) => traceRows(trace, tokens, unit, notation, batch));
  const head = ['unit', ...(tables[0]?.[0] ?? [])];
  return [head, ...tables.flatMap((rows, unit) => rows.slice(1).map((row) => [unit + 1, ...row]))];
}
