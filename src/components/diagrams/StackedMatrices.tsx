import { memo, useRef } from 'react';
import {
  GAP_COLUMN,
  layoutStacked,
  MATRIX_CELL,
  type MatrixBlock,
  type StackedLayout,
} from '../../layout/stackedMatrices.ts';
import { fitText } from '../../layout/textWidth.ts';
import { useRovingGrid } from '../interaction/useRovingGrid.ts';
import { formatFixed } from './formatNumber.ts';
import { contrastText, type SignedPalette, signedColor } from './palette.ts';
import styles from './StackedMatrices.module.css';
import { roleStyle, SymbolSpans } from './Symbol.tsx';
import { litAt, type MatrixPlace, RULES } from './stackedBlocks.ts';
import type { MathSymbol } from './symbols.ts';
import { useSignedPalette } from './useSignedPalette.ts';

export interface StackedMatricesProps {
  /** n_a. */
  readonly hidden: number;
  /** Written-out input columns: their tokens' texts. */
  readonly tokens: readonly string[];
  /** Input columns that are left out; 0 where none is. */
  readonly omitted: number;
  readonly weight: (place: MatrixPlace) => number;
  readonly bias: (row: number) => number;
  /** Entry of [a, x] that a drawn column multiplies. */
  readonly operand: (column: number) => number;
  readonly titles: Readonly<
    Record<MatrixBlock['id'], { readonly symbol: MathSymbol; readonly note: string }>
  >;
  readonly name: string;
  readonly cellName: (place: MatrixPlace) => string;
  readonly selected: MatrixPlace;
  readonly onSelect: (place: MatrixPlace) => void;
}

const NAME_SIZE = 12;

interface CellProps {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly digits: number;
  readonly palette: SignedPalette;
}

const Cell = memo(function Cell({ x, y, value, digits, palette }: CellProps) {
  const fill = signedColor(value, palette);
  return (
    <>
      <rect
        x={x}
        y={y}
        width={MATRIX_CELL.width}
        height={MATRIX_CELL.height}
        fill={fill}
        className={styles.cell}
      />
      <text
        x={x + MATRIX_CELL.width / 2}
        y={y + MATRIX_CELL.height / 2}
        fill={contrastText(fill)}
        className={styles.number}
      >
        {formatFixed(value, digits)}
      </text>
    </>
  );
});

interface BlockProps extends StackedMatricesProps {
  readonly block: MatrixBlock;
  readonly palette: SignedPalette;
}

function Title({ block, titles }: BlockProps) {
  const { symbol, note } = titles[block.id];
  return (
    <text x={block.x} y={block.y - 26} className={styles.title} style={roleStyle(RULES[block.id].role)}>
      <SymbolSpans symbol={symbol} />
      {note === '' ? null : (
        <tspan dy={symbol.sub ? '-0.28em' : 0} className={styles.note}>
          {' '}
          {note}
        </tspan>
      )}
    </text>
  );
}

/** Heads of a matrix's columns: numbers of old units, texts of tokens. */
function Heads({ block, hidden, tokens }: BlockProps) {
  const first = RULES[block.id].first(hidden);
  return (
    <g className={styles.heads}>
      {Array.from({ length: block.columns }, (_, i) => {
        const token = tokens[first + i - hidden];
        const text =
          token === undefined ? String(first + i + 1) : fitText(token, NAME_SIZE, MATRIX_CELL.width - 2);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          <text key={i} x={block.x + (i + 0.5) * MATRIX_CELL.width} y={block.y - 7}>
            {text}
          </text>
        );
      })}
    </g>
  );
}

/** Columns (or rows of a vector) that are left out: they are multiplied by 0, or are 0. */
function Gap({ block, omitted }: BlockProps) {
  const { kind } = RULES[block.id];
  if (omitted === 0 || kind === 'bias' || block.id === 'recurrent' || block.id === 'previous') return null;
  const right = block.x + block.columns * MATRIX_CELL.width;
  const middle = block.y + (block.rows * MATRIX_CELL.height) / 2;
  const below = block.y + (block.rows - 0.5) * MATRIX_CELL.height;
  return kind === 'matrix' ? (
    <text x={right + GAP_COLUMN / 2} y={middle} className={styles.gap}>
      ⋯
    </text>
  ) : (
    <text x={block.x + MATRIX_CELL.width / 2} y={below} className={styles.gap}>
      ⋮
    </text>
  );
}

function MatrixCells(
  props: BlockProps & { readonly grid?: { readonly tabIndexOf: (at: MatrixPlace) => 0 | -1 } },
) {
  const { block, hidden, palette, grid } = props;
  const first = RULES[block.id].first(hidden);
  return Array.from({ length: block.rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is its unit.
    <g key={row} {...(grid ? { role: 'row' } : {})}>
      {Array.from({ length: block.columns }, (_, i) => {
        const place = { row, column: first + i };
        const focus = grid
          ? {
              role: 'gridcell',
              tabIndex: grid.tabIndexOf(place),
              'aria-label': props.cellName(place),
              'data-grid': `${place.column},${row}`,
            }
          : { 'data-twin': `${place.column},${row}` };
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the stacked matrix has the same cells, and takes keys.
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
            key={i}
            {...focus}
            className={styles.place}
            onPointerEnter={() => props.onSelect(place)}
            onClick={() => props.onSelect(place)}
          >
            <Cell
              x={block.x + i * MATRIX_CELL.width}
              y={block.y + row * MATRIX_CELL.height}
              value={props.weight(place)}
              digits={2}
              palette={palette}
            />
          </g>
        );
      })}
    </g>
  ));
}

/** A vector: what the selected weight multiplies, or the bias of its row, is lit. */
function VectorCells(props: BlockProps) {
  const { block, hidden, palette, omitted } = props;
  const { kind, first } = RULES[block.id];
  const isOperand = kind === 'operand';
  const gap = isOperand && block.id !== 'previous' && omitted > 0 ? 1 : 0;
  return Array.from({ length: block.rows - gap }, (_, row) => {
    const at = first(hidden) + row;
    return (
      <Cell
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
        key={row}
        x={block.x}
        y={block.y + row * MATRIX_CELL.height}
        value={isOperand ? props.operand(at) : props.bias(row)}
        digits={isOperand && at >= hidden ? 0 : 2}
        palette={palette}
      />
    );
  });
}

/** Drawn over all cells: a neighbour would cover an outline of the cell's own. */
function Lit(props: BlockProps) {
  const at = litAt(props.block, props.hidden, props.selected);
  if (!at) return null;
  return (
    <rect
      x={props.block.x + at.column * MATRIX_CELL.width}
      y={props.block.y + at.row * MATRIX_CELL.height}
      width={MATRIX_CELL.width}
      height={MATRIX_CELL.height}
      className={styles.lit}
      data-lit={props.block.id}
    />
  );
}

function RowFrame({ block, selected }: BlockProps) {
  if (RULES[block.id].kind !== 'matrix') return null;
  return (
    <rect
      x={block.x}
      y={block.y + selected.row * MATRIX_CELL.height}
      width={block.columns * MATRIX_CELL.width}
      height={MATRIX_CELL.height}
      className={styles.row}
    />
  );
}

function Signs({ layout }: { readonly layout: StackedLayout }) {
  return layout.signs.map(({ x, y, text }) => (
    <text key={`${x} ${y}`} x={x} y={y} className={styles.sign}>
      {text}
    </text>
  ));
}

/** W_aa a + W_ax x + b above W_a [a, x] + b with the same numbers: pointing at an entry lights it wherever it stands. */
export function StackedMatrices(props: StackedMatricesProps) {
  const { hidden, tokens, omitted, selected, onSelect } = props;
  const svg = useRef<SVGSVGElement>(null);
  const palette = useSignedPalette();
  const layout = layoutStacked(hidden, tokens.length, omitted > 0);
  const grid = useRovingGrid({
    container: svg,
    position: selected,
    size: { columns: hidden + tokens.length, rows: hidden },
    onMove: onSelect,
  });
  const stacked = layout.blocks.find(({ id }) => id === 'weights');
  return (
    <svg ref={svg} width={layout.width} height={layout.height} className={styles.drawing} data-export>
      <title>{props.name}</title>
      <Signs layout={layout} />
      {layout.blocks.map((block) => {
        const all = { ...props, block, palette };
        const { kind } = RULES[block.id];
        const cells = kind === 'matrix' ? <MatrixCells {...all} /> : <VectorCells {...all} />;
        return (
          <g key={block.id}>
            <Title {...all} />
            {kind === 'matrix' ? <Heads {...all} /> : null}
            {block.id === 'weights' ? (
              // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table element; the figure has a table.
              <g role="grid" aria-label={props.name} onKeyDown={grid.onKeyDown}>
                <MatrixCells {...all} grid={grid} />
              </g>
            ) : (
              cells
            )}
            <Gap {...all} />
            <RowFrame {...all} />
            <Lit {...all} />
          </g>
        );
      })}
      {stacked ? (
        <path
          d={`M${layout.joint} ${stacked.y - 18}v${stacked.rows * MATRIX_CELL.height + 24}`}
          className={styles.joint}
        />
      ) : null}
    </svg>
  );
}
