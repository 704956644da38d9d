/** A box of the drawing, px. */
export interface NetBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A block of weights: everything above it meets everything below it. */
export interface NetBlock {
  /** Closed outline, from the width of what is above to that of what is below. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

export interface WindowNetLayout {
  readonly width: number;
  readonly height: number;
  /** N: a word, and its vector's D cells under it. */
  readonly words: readonly { readonly box: NetBox; readonly cells: readonly NetBox[] }[];
  readonly hiddenBlock: NetBlock | null;
  /** H. */
  readonly units: readonly NetBox[];
  readonly outputBlock: NetBlock;
  /** One row a word that may follow: its name ends at `labelX`, its bar begins at `x` and is at most `width` long. */
  readonly rows: readonly (NetBox & { readonly labelX: number })[];
}

export interface WindowNetSizes {
  readonly width: number;
  readonly context: number;
  readonly dimensions: number;
  /** 0: no tanh layer. */
  readonly hidden: number;
  /** Words that may follow, so many are drawn. */
  readonly rows: number;
}

const WORD = { height: 34, gap: 10 } as const;
const CELL = { height: 22, most: 20 } as const;
const BLOCK = 56;
const ROW = { height: 24, bar: 14, label: 104, value: 62 } as const;
const PAD = 4;

/** `count` cells side by side, as wide as `most` at the most, in the middle of a stretch. */
function strip(count: number, from: number, width: number, y: number, most: number): NetBox[] {
  const cell = Math.min(most, width / Math.max(1, count));
  const start = from + (width - cell * count) / 2;
  return Array.from({ length: count }, (_, i) => ({
    x: start + i * cell,
    y,
    width: cell,
    height: CELL.height,
  }));
}

const ends = (cells: readonly NetBox[]): readonly [number, number] => {
  const [first, last] = [cells[0], cells[cells.length - 1]];
  return first && last ? [first.x, last.x + last.width] : [0, 0];
};

function block(above: readonly [number, number], below: readonly [number, number], y: number): NetBlock {
  const [top, bottom] = [y + 5, y + BLOCK - 5];
  return {
    path: `M${above[0]} ${top}L${above[1]} ${top}L${below[1]} ${bottom}L${below[0]} ${bottom}Z`,
    labelX: (above[0] + above[1]) / 2,
    labelY: y + BLOCK / 2,
  };
}

/** The network with a fixed window, from the words that are read down to those that may follow. */
export function windowNet({ width, context, dimensions, hidden, rows }: WindowNetSizes): WindowNetLayout {
  const inner = width - 2 * PAD;
  const slot = inner / Math.max(1, context);
  const words = Array.from({ length: context }, (_, i) => {
    const x = PAD + i * slot + WORD.gap / 2;
    const room = slot - WORD.gap;
    return {
      box: { x, y: PAD, width: room, height: WORD.height },
      cells: strip(dimensions, x, room, PAD + WORD.height + 8, CELL.most),
    };
  });
  let y = PAD + WORD.height + 8 + CELL.height;
  const read = ends(words.flatMap(({ cells }) => cells));
  const units = hidden > 0 ? strip(hidden, PAD, inner, y + BLOCK, CELL.most + 6) : [];
  const hiddenBlock = hidden > 0 ? block(read, ends(units), y) : null;
  if (hidden > 0) y += BLOCK + CELL.height;
  const outputBlock = block(hidden > 0 ? ends(units) : read, [PAD, PAD + inner], y);
  y += BLOCK;
  const bars = Array.from({ length: rows }, (_, i) => ({
    labelX: PAD + ROW.label - 8,
    x: PAD + ROW.label,
    y: y + i * ROW.height + (ROW.height - ROW.bar) / 2,
    width: Math.max(0, inner - ROW.label - ROW.value),
    height: ROW.bar,
  }));
  return { width, height: y + rows * ROW.height + PAD, words, hiddenBlock, units, outputBlock, rows: bars };
}
