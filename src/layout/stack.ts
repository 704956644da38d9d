import { columnEdges, sideEdges } from './stackEdges.ts';
import {
  isTwoWay,
  JOIN_HEIGHT,
  type LayerRows,
  OUTPUT_HEIGHT,
  PLUS_SIZE,
  type StackRows,
  stackRows,
  TOKEN_HEIGHT,
} from './stackRows.ts';
import type { StackBox, StackBoxKind, StackColumn, StackLayout, StackOptions } from './stackTypes.ts';
import { estimateTextWidth, fitText } from './textWidth.ts';

const TOKEN_SIZE = 16;
const TOKEN_PADDING = 16;
const WIDEST = 170;
/** Room between two columns' tiles: the arrow of the chain, and the skip connection's line. */
const BETWEEN = 40;
/** Room between the two directions' tiles of a column. */
const APART = 12;
const STUB = 40;
const TAIL = 24;
const STATE = { width: 28, height: 18 } as const;
const JOIN_WIDTH = 34;

/** Name of a box: what edges and paths call it. */
export const stackId = (kind: StackBoxKind, layer: number, step: number, direction = 0): string =>
  `${kind}:${layer}:${step}:${direction}`;
export const tokenId = (step: number): string => stackId('token', -1, step, -1);
export const outputId = (step: number): string => stackId('output', -1, step, -1);

function layoutColumns(options: StackOptions): readonly StackColumn[] {
  const tiles = isTwoWay(options) ? 2 * options.tile.width + APART : options.tile.width;
  let left = STUB;
  return options.tokens.map((text, step) => {
    const wanted = estimateTextWidth(text, TOKEN_SIZE) + TOKEN_PADDING;
    const width = Math.round(Math.max(tiles + BETWEEN, Math.min(WIDEST, wanted)));
    const token = fitText(text, TOKEN_SIZE, width - TOKEN_PADDING + 2);
    const column = { step, left, width, x: left + width / 2, token, clipped: token !== text };
    left += width;
    return column;
  });
}

function box(
  kind: StackBoxKind,
  place: readonly [layer: number, step: number, direction: number],
  [x, y, width, height]: readonly [number, number, number, number],
): StackBox {
  const [layer, step, direction] = place;
  return { id: stackId(kind, layer, step, direction), kind, layer, step, direction, x, y, width, height };
}

/** How far a direction's tile stands from the middle of its column: forward left, backward right. */
function tileOffset(options: StackOptions, direction: number): number {
  if (!isTwoWay(options)) return 0;
  return (direction === 0 ? -1 : 1) * ((options.tile.width + APART) / 2);
}

function layerBoxes(options: StackOptions, rows: LayerRows, { x, step }: StackColumn): readonly StackBox[] {
  const { layer, join, plus, tiles } = rows;
  const { width, height } = options.tile;
  return [
    ...tiles.map((y, direction) =>
      box('tile', [layer, step, direction], [x + tileOffset(options, direction), y, width, height]),
    ),
    ...(join === null ? [] : [box('join', [layer, step, -1], [x, join, JOIN_WIDTH, JOIN_HEIGHT])]),
    ...(plus === null ? [] : [box('plus', [layer, step, -1], [x, plus, PLUS_SIZE, PLUS_SIZE])]),
  ];
}

function columnBoxes(options: StackOptions, rows: StackRows, column: StackColumn): readonly StackBox[] {
  const { x, step, width } = column;
  const isLast = step === options.tokens.length - 1;
  const speaks = options.outputs === 'all' || (options.outputs === 'last' && isLast);
  return [
    ...rows.layers.flatMap((layer) => layerBoxes(options, layer, column)),
    box('token', [-1, step, -1], [x, rows.token, width - 8, TOKEN_HEIGHT]),
    ...(rows.output !== null && speaks
      ? [box('output', [-1, step, -1], [x, rows.output, 30, OUTPUT_HEIGHT])]
      : []),
  ];
}

/** The state before a chain's first step, and where the one after its last goes: left and right, or right and left. */
function stateBoxes(rows: StackRows, width: number): readonly StackBox[] {
  return rows.layers.flatMap(({ layer, tiles }) =>
    tiles.flatMap((y, direction) => {
      const [left, right] = [STATE.width / 2 + 1, width - STATE.width / 2 - 1];
      const [first, last] = direction === 0 ? [left, width - 2] : [right, 2];
      return [
        box('initial', [layer, -1, direction], [first, y, STATE.width, STATE.height]),
        box('final', [layer, -1, direction], [last, y, 0, 0]),
      ];
    }),
  );
}

/**
 * Geometry of a stack of recurrent layers: columns of time, a row of tiles for every layer and direction, the tokens below,
 * ŷ above, and a line for every operand. Pure; T = 0 gives the rows alone.
 */
export function layoutStack(options: StackOptions): StackLayout {
  const columns = layoutColumns(options);
  const rows = stackRows(options);
  const last = columns.at(-1);
  const end = last ? last.left + last.width : STUB;
  const width = end + (isTwoWay(options) ? STUB : TAIL);
  const boxes = [
    ...columns.flatMap((column) => columnBoxes(options, rows, column)),
    ...(last ? stateBoxes(rows, width) : []),
  ];
  const frame = { options, rows, byId: new Map(boxes.map((each) => [each.id, each])) };
  return {
    options,
    width,
    height: rows.height,
    columns,
    rows: tileRows(options, rows),
    boxes,
    edges: [...columns.flatMap((column) => columnEdges(frame, column)), ...(last ? sideEdges(frame) : [])],
    outputY: rows.output,
    tokenY: rows.token,
    timeY: rows.time,
  };
}

function tileRows(options: StackOptions, { layers }: StackRows) {
  const rows = layers.flatMap(({ layer, tiles }) =>
    tiles.map((y, direction) => ({ layer, direction, y, height: options.tile.height })),
  );
  return rows.sort((a, b) => a.y - b.y);
}

/** Height of one unit's band in a tile's strip: a tile stays below 68 px. */
export const tileBand = (units: number): number =>
  Math.max(1, Math.min(8, Math.floor(64 / Math.max(units, 1))));
