/** A block of equal cells: a matrix, or a vector with one column. */
export interface MatrixBlock {
  readonly id: 'recurrent' | 'input' | 'previous' | 'token' | 'bias' | 'weights' | 'operand' | 'bias-again';
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sign between two blocks: +, or nothing where a product is meant. */
export interface MatrixSign {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface StackedLayout {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly MatrixBlock[];
  readonly signs: readonly MatrixSign[];
  /** Where the joint of W_aa and W_ax stands in W_a. */
  readonly joint: number;
}

export const MATRIX_CELL = { width: 46, height: 21 } as const;
/** Room for a block's name and its columns' heads. */
export const MATRIX_HEAD = 42;
/** Column that stands for all columns left out. */
export const GAP_COLUMN = 26;
/** What a block's name and size need, where its cells are narrower. */
const TITLE_ROOM: Partial<Record<MatrixBlock['id'], number>> = { recurrent: 96, input: 104, weights: 200 };
const LEFT = 8;
const BETWEEN = 10;
const SIGN = 26;
const ROW_GAP = 30;
const BOTTOM = 26;

type Piece = readonly [id: MatrixBlock['id'], rows: number, columns: number] | string;

/** Whether columns were left out of this block, so that it is one narrow column wider. */
const extra = (id: MatrixBlock['id'], gap: boolean): number =>
  gap && (id === 'input' || id === 'weights') ? GAP_COLUMN : 0;

function placeRow(pieces: readonly Piece[], y: number, middle: number, gap: boolean) {
  const blocks: MatrixBlock[] = [];
  const signs: MatrixSign[] = [];
  let x = LEFT;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      signs.push({ x: x + SIGN / 2 - BETWEEN / 2, y: middle, text: piece });
      x += SIGN;
      continue;
    }
    const [id, rows, columns] = piece;
    blocks.push({ id, x, y, rows, columns });
    x += Math.max(columns * MATRIX_CELL.width + extra(id, gap), TITLE_ROOM[id] ?? 0) + BETWEEN;
  }
  return { blocks, signs, end: x };
}

/**
 * Geometry of W_aa a + W_ax x + b above W_a [a, x] + b, for `hidden` units and `shown` written-out input columns; `gap` adds a
 * narrow column (and a row to the vectors) for those that were left out. Sizes in px.
 */
export function layoutStacked(hidden: number, shown: number, gap: boolean): StackedLayout {
  const height = (rows: number) => rows * MATRIX_CELL.height;
  const tokenRows = shown + Number(gap);
  const top = MATRIX_HEAD;
  const middle = top + height(hidden) / 2;
  const first = placeRow(
    [
      ['recurrent', hidden, hidden],
      ['previous', hidden, 1],
      '+',
      ['input', hidden, shown],
      ['token', tokenRows, 1],
      '+',
      ['bias', hidden, 1],
    ],
    top,
    middle,
    gap,
  );
  const second = top + height(Math.max(hidden, tokenRows)) + ROW_GAP + MATRIX_HEAD;
  const last = placeRow(
    [['weights', hidden, hidden + shown], ['operand', hidden + tokenRows, 1], '+', ['bias-again', hidden, 1]],
    second,
    second + height(hidden) / 2,
    gap,
  );
  return {
    width: Math.max(first.end, last.end) + LEFT,
    height: second + height(hidden + tokenRows) + BOTTOM,
    blocks: [...first.blocks, ...last.blocks],
    signs: [...first.signs, ...last.signs],
    joint: LEFT + hidden * MATRIX_CELL.width,
  };
}
