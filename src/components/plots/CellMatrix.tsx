import { useId, useRef } from 'react';
import { contrastText } from '../diagrams/palette.ts';
import { useRovingGrid } from '../interaction/useRovingGrid.ts';
import { ScrollBox } from '../prose/ScrollBox.tsx';
import type { TermId } from '../prose/terms.ts';
import styles from './CellMatrix.module.css';

/** A cell of the matrix; `cut`: there, but left out of what is counted. */
export interface MatrixCell {
  readonly fill: string;
  /** Printed in the cell, at most five characters. */
  readonly text: string;
  /** For those who do not see the cell. */
  readonly name: string;
  readonly cut?: boolean;
  /** Framed. */
  readonly marked?: boolean;
  /** What formulas and prose call it: it lights up with them. */
  readonly term?: TermId | undefined;
}

export interface CellMatrixProps {
  readonly rows: number;
  readonly columns: number;
  /** Null: nothing stands there. */
  readonly cell: (row: number, column: number) => MatrixCell | null;
  readonly rowLabel: (row: number) => string;
  readonly columnLabel: (column: number) => string;
  /** What the rows and the columns are, written beside them. */
  readonly rowName: string;
  readonly columnName: string;
  readonly name: string;
  readonly selected: { readonly row: number; readonly column: number };
  readonly onSelect: (row: number, column: number) => void;
  /** Room for labels that are words; `MATRIX` if not said. */
  readonly labelWidth?: number;
  readonly columnWidth?: number;
}

/** Sizes that a plot in line with the columns needs. */
export const MATRIX = { label: 74, column: 46, row: 24, top: 42 } as const;

const widthsOf = ({ labelWidth = MATRIX.label, columnWidth = MATRIX.column }: CellMatrixProps) => ({
  label: labelWidth,
  column: columnWidth,
});

function Cell(props: {
  readonly matrix: CellMatrixProps;
  readonly row: number;
  readonly column: number;
  readonly hatch: string;
  readonly tabIndex: 0 | -1;
}) {
  const { matrix, row, column, hatch } = props;
  const cell = matrix.cell(row, column);
  const { selected } = matrix;
  const widths = widthsOf(matrix);
  const box = {
    x: widths.label + column * widths.column + 1,
    y: MATRIX.top + row * MATRIX.row + 1,
    width: widths.column - 2,
    height: MATRIX.row - 2,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      tabIndex={props.tabIndex}
      aria-label={cell?.name ?? '–'}
      aria-selected={selected.row === row && selected.column === column}
      data-grid={`${column},${row}`}
      data-cut={cell?.cut ?? false}
      data-empty={cell === null}
      data-marked={cell?.marked}
      data-term={cell?.term}
      className={styles.cell}
      onClick={() => matrix.onSelect(row, column)}
    >
      <rect {...box} rx={3} style={cell ? { fill: cell.cut ? `url(#${hatch})` : cell.fill } : undefined} />
      {cell ? (
        <text
          x={box.x + box.width / 2}
          y={box.y + box.height / 2 + 0.5}
          style={cell.cut ? undefined : { fill: contrastText(cell.fill) }}
        >
          {cell.text}
        </text>
      ) : null}
    </g>
  );
}

function Labels({ matrix }: { readonly matrix: CellMatrixProps }) {
  const { rows, columns, selected } = matrix;
  const widths = widthsOf(matrix);
  return (
    <>
      <text x={4} y={13} className={styles.axis}>
        {matrix.rowName === '' ? '' : `${matrix.rowName} ↓ · `}
        {matrix.columnName} →
      </text>
      {Array.from({ length: columns }, (_, column) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is what it is.
          key={`column ${column}`}
          x={widths.label + (column + 0.5) * widths.column}
          y={MATRIX.top - 8}
          className={styles.columnLabel}
          data-selected={column === selected.column}
        >
          {matrix.columnLabel(column)}
        </text>
      ))}
      {Array.from({ length: rows }, (_, row) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is what it is.
          key={`row ${row}`}
          x={widths.label - 8}
          y={MATRIX.top + (row + 0.5) * MATRIX.row}
          className={styles.rowLabel}
          data-selected={row === selected.row}
        >
          {matrix.rowLabel(row)}
        </text>
      ))}
    </>
  );
}

/** A small matrix with every number readable; the arrow keys move in it, and what is cut off is hatched. */
export function CellMatrix(props: CellMatrixProps) {
  const { rows, columns, selected } = props;
  const root = useRef<SVGSVGElement>(null);
  const hatch = `hatch${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  const { onKeyDown, tabIndexOf } = useRovingGrid({
    container: root,
    position: selected,
    size: { columns, rows },
    onMove: ({ column, row }) => props.onSelect(row, column),
  });
  const widths = widthsOf(props);
  const width = widths.label + columns * widths.column + 4;
  return (
    <ScrollBox label={props.name} className={styles.scroll ?? ''}>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no tables. */}
      <svg
        ref={root}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, one at a time.
        role="grid"
        aria-label={props.name}
        width={width}
        height={MATRIX.top + rows * MATRIX.row + 4}
        className={styles.matrix}
        onKeyDown={onKeyDown}
        data-export=""
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" className={styles.hatchGround} />
            <path d="M0 6L6 0" className={styles.hatch} />
          </pattern>
        </defs>
        <Labels matrix={props} />
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is what it is.
          <g key={row} role="row" aria-label={props.rowLabel(row)}>
            {Array.from({ length: columns }, (__, column) => (
              <Cell
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is what it is.
                key={column}
                matrix={props}
                row={row}
                column={column}
                hatch={hatch}
                tabIndex={tabIndexOf({ column, row })}
              />
            ))}
          </g>
        ))}
      </svg>
    </ScrollBox>
  );
}
