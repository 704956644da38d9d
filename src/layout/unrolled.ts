import { laneRoles } from '../models/cells/roles.ts';
import type { CellSpec, LaneRole } from '../models/cells/types.ts';
import { columnEdges } from './edges/edges.ts';
import type { Frame } from './edges/tracks.ts';
import { MEASURES, type Measures } from './measures.ts';
import { estimateTextWidth, fitText } from './textWidth.ts';
import type {
  UnrolledCell,
  UnrolledColumn,
  UnrolledLayout,
  UnrolledOptions,
  UnrolledRow,
} from './unrolledTypes.ts';

/** Room around a token's text within its column. */
const TOKEN_PADDING = 18;
/** Gap between the memory's row and the first gate: two lines of edges run through it. */
const HIGHWAY_GAP: Readonly<Record<CellSpec['kind'], number>> = { rnn: 24, gru: 50, lstm: 34 };
/** Gap above the LSTM's hidden row: a line turns in it. */
const HIDDEN_GAP = 28;
/** Gap above a full GRU's candidate: the reset product stands in it. */
const RESET_GAP = 34;
const INPUT_GAP = 30;
const INITIAL_WIDTH = 26;
const MARGIN = 10;
const READOUT_ABOVE = 28;

/** The lane that runs along the top and carries the past: the LSTM's c, else a. */
export const memoryRole = (spec: CellSpec): LaneRole => (spec.kind === 'lstm' ? 'cell' : 'hidden');

/** Height of one unit's band in a strip: a strip stays below about 100 px. */
export function bandHeight(units: number): number {
  return Math.max(1, Math.min(8, Math.floor(100 / Math.max(units, 1))));
}

function layoutColumns(options: UnrolledOptions, m: Measures): readonly UnrolledColumn[] {
  let left = m.stub;
  return options.tokens.map((text, step) => {
    const wanted = estimateTextWidth(text, m.tokenSize) + TOKEN_PADDING;
    const width = Math.round(Math.min(m.widest, Math.max(m.pitch, wanted)));
    const token = fitText(text, m.tokenSize, width - TOKEN_PADDING + 2);
    const column = { step, left, width, x: left + width / 2, token, clipped: token !== text };
    left += width;
    return column;
  });
}

function gapBefore(spec: CellSpec, role: LaneRole, index: number, m: Measures): number {
  if (index === 1) return HIGHWAY_GAP[spec.kind];
  if (role === 'hidden') return HIDDEN_GAP;
  const reset = spec.kind === 'gru' && spec.variant === 'full';
  return reset && role === 'candidate' ? RESET_GAP : m.rowGap;
}

function laneHeight(options: UnrolledOptions, role: LaneRole, m: Measures): number {
  if (options.view.kind === 'all') return bandHeight(options.units) * options.units;
  return role === 'cell' ? 2 * m.cellRadius : m.boxHeight;
}

function layoutRows(options: UnrolledOptions, m: Measures): readonly UnrolledRow[] {
  const { spec } = options;
  const rows: UnrolledRow[] = [];
  const above = options.lossStep !== null && spec.kind !== 'lstm' ? READOUT_ABOVE : 0;
  let bottom = MARGIN + above;
  laneRoles(spec).forEach((role, index) => {
    const height = laneHeight(options, role, m);
    const top = bottom + (index === 0 ? 0 : gapBefore(spec, role, index, m));
    rows.push({ role, y: top + height / 2, height });
    bottom = top + height;
  });
  const input = { role: 'input' as const, y: bottom + INPUT_GAP + 13, height: 26 };
  const time = { role: 'time' as const, y: input.y + 13 + 9, height: 18 };
  return [...rows, input, time];
}

function laneCell(options: UnrolledOptions, row: UnrolledRow, column: UnrolledColumn, m: Measures) {
  const role = row.role as LaneRole;
  const all = options.view.kind === 'all';
  const round = role === 'cell' && !all;
  const plain = role === 'hidden' ? ('pill' as const) : ('box' as const);
  return {
    role,
    step: column.step,
    unit: options.view.kind === 'one' ? options.view.unit : null,
    x: column.x,
    y: row.y,
    width: round ? 2 * m.cellRadius : m.boxWidth,
    height: row.height,
    shape: all ? ('strip' as const) : round ? ('round' as const) : plain,
  };
}

function initialCells(options: UnrolledOptions, rows: readonly UnrolledRow[]): UnrolledCell[] {
  const carried: readonly LaneRole[] = options.spec.kind === 'lstm' ? ['cell', 'hidden'] : ['hidden'];
  return rows
    .filter(({ role }) => carried.includes(role as LaneRole))
    .map(({ role, y }) => ({
      role: role as LaneRole,
      step: -1,
      unit: null,
      x: INITIAL_WIDTH / 2 + 1,
      y,
      width: INITIAL_WIDTH,
      height: 18,
      shape: 'initial' as const,
    }));
}

/** ŷ stands where the hidden pill has room: below it in an LSTM, above it where a itself is the highway. */
function predictionCell(options: UnrolledOptions, rows: readonly UnrolledRow[], column: UnrolledColumn) {
  const hidden = rows.find(({ role }) => role === 'hidden');
  if (!hidden) return [];
  const below = options.spec.kind === 'lstm';
  const y = below ? hidden.y + hidden.height / 2 + 17 : hidden.y - hidden.height / 2 - 22;
  const cell: UnrolledCell = {
    role: 'prediction',
    step: column.step,
    unit: null,
    x: column.x + (below ? 31 : 0),
    y,
    width: 18,
    height: 18,
    shape: 'prediction',
  };
  return [cell];
}

function layoutCells(
  options: UnrolledOptions,
  rows: readonly UnrolledRow[],
  columns: readonly UnrolledColumn[],
  m: Measures,
): readonly UnrolledCell[] {
  const lanes = rows.filter(({ role }) => role !== 'input' && role !== 'time');
  const input = rows.find(({ role }) => role === 'input');
  const tokens = columns.map(({ step, x, width }) => ({
    role: 'input' as const,
    step,
    unit: null,
    x,
    y: input?.y ?? 0,
    width: width - 8,
    height: 26,
    shape: 'token' as const,
  }));
  const loss = options.lossStep === null ? undefined : columns[options.lossStep];
  return [
    ...columns.flatMap((column) => lanes.map((row) => laneCell(options, row, column, m))),
    ...tokens,
    ...initialCells(options, rows),
    ...(loss ? predictionCell(options, rows, loss) : []),
  ];
}

/**
 * Geometry of an unrolled recurrent net: columns of time, rows of lanes, and for every value the lines from its true
 * operands (cells/{rnn,gru,lstm}). Pure; T = 0 gives an empty figure with its rows.
 */
export function layoutUnrolled(options: UnrolledOptions): UnrolledLayout {
  const m = MEASURES[options.density];
  const columns = layoutColumns(options, m);
  const rows = layoutRows(options, m);
  const cells = layoutCells(options, rows, columns, m);
  const last = columns.at(-1);
  const width = (last ? last.left + last.width : m.stub) + m.tail;
  const frame: Frame = { options, measures: m, columns, rows, cells, width };
  const drawn = columns.map((column) => columnEdges(frame, column.step));
  return {
    options,
    width,
    height: (rows.at(-1)?.y ?? 0) + 9 + MARGIN,
    columns,
    rows,
    cells,
    nodes: drawn.flatMap(({ nodes }) => nodes),
    edges: drawn.flatMap(({ edges }) => edges),
    band: options.view.kind === 'all' ? bandHeight(options.units) : 0,
  };
}

/** The widest density that shows the whole sequence in `available` px; the compact one where none does. */
export function fitDensity(tokens: readonly string[], available: number): UnrolledOptions['density'] {
  const { pitch, stub, tail } = MEASURES.comfortable;
  return tokens.length * pitch + stub + tail <= available ? 'comfortable' : 'compact';
}
