import { memo, type SyntheticEvent, useRef, useState } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import { useRovingGrid } from '../../components/interaction/useRovingGrid.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import styles from './VectorCells.module.css';

export interface VectorCellsProps {
  /** Accessible name. */
  readonly name: string;
  /** d numbers. */
  readonly values: ArrayLike<number>;
  /** The colours run from −scale to scale, for every vector of the set. */
  readonly scale: number;
}

/** Dimensions up to which a line has so many cells: the block lies flat, and a finger still hits a cell. */
const COLUMNS = [
  [25, 10],
  [64, 16],
  [160, 20],
  [500, 25],
] as const;
const MOST_COLUMNS = 40;

const columnsOf = (d: number): number => COLUMNS.find(([most]) => d <= most)?.[1] ?? MOST_COLUMNS;

/** The colours and what they stand for. */
function Legend({ scale }: { readonly scale: number }) {
  const text = useText(vectorPanelMessages);
  const says = text('vectorpanels.cells-scale', { scale: String(scale) });
  return (
    <span className={styles.legend} role="img" aria-label={says} title={says}>
      <span>−{scale}</span>
      <span className={styles.ramp} />
      <span>+{scale}</span>
    </span>
  );
}

interface CellProps {
  readonly column: number;
  readonly row: number;
  readonly tabIndex: 0 | -1;
  readonly name: string;
  readonly fill: string;
  readonly isRead: boolean;
}

const Cell = memo(function Cell({ column, row, tabIndex, name, fill, isRead }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a picture, not of a table of text.
    <span
      role="gridcell"
      tabIndex={tabIndex}
      aria-label={name}
      data-grid={`${column},${row}`}
      data-read={isRead || undefined}
      className={styles.cell}
      style={{ background: fill }}
    />
  );
});

/** Which cell is read: under the pointer, or with the focus. */
function useReading(d: number, columns: number) {
  const [at, setAt] = useState(0);
  const [isRead, setRead] = useState(false);
  const place = Math.max(0, Math.min(at, d - 1));
  const read = ({ target }: SyntheticEvent) => {
    const cell = target instanceof Element ? target.closest('[data-grid]')?.getAttribute('data-grid') : null;
    const [column, row] = (cell ?? '').split(',').map(Number);
    if (column === undefined || row === undefined) return;
    setAt(row * columns + column);
    setRead(true);
  };
  return { place, isRead, read, setAt, leave: () => setRead(false) };
}

/** The numbers of a vector as coloured cells; pointing at one, or going to it by the arrow keys, reads its dimension and value. */
export function VectorCells({ name, values, scale }: VectorCellsProps) {
  const text = useText(vectorPanelMessages);
  const root = useRef<HTMLDivElement>(null);
  const palette = useSignedPalette();
  const d = values.length;
  const columns = columnsOf(d);
  const rows = Array.from({ length: Math.ceil(d / columns) }, (_, row) => row);
  const { place, isRead, read, setAt, leave } = useReading(d, columns);
  const position = { column: place % columns, row: Math.floor(place / columns) };
  const { onKeyDown, tabIndexOf } = useRovingGrid({
    container: root,
    position,
    size: { columns, rows: rows.length },
    onMove: ({ column, row }) => setAt(Math.min(row * columns + column, d - 1)),
  });
  const says = (i: number) =>
    text('vectorpanels.cell', { dimension: i + 1, value: formatFixed(values[i] ?? Number.NaN, 4) });
  const cells = (row: number) =>
    Array.from({ length: Math.min(columns, d - row * columns) }, (_, column) => row * columns + column);
  return (
    <div className={styles.block}>
      {/* biome-ignore lint/a11y/useSemanticElements: cells of a picture, not of a table of text. */}
      <div
        ref={root}
        role="grid"
        aria-label={name}
        tabIndex={-1}
        className={styles.cells}
        onKeyDown={onKeyDown}
        onFocus={read}
        onBlur={leave}
        onPointerOver={read}
        onPointerLeave={leave}
      >
        {rows.map((row) => (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          <div
            key={row}
            role="row"
            tabIndex={-1}
            className={styles.row}
            style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
          >
            {cells(row).map((i) => (
              <Cell
                key={i}
                column={i % columns}
                row={row}
                tabIndex={tabIndexOf({ column: i % columns, row })}
                name={says(i)}
                fill={signedColor((values[i] ?? Number.NaN) / scale, palette)}
                isRead={isRead && i === place}
              />
            ))}
          </div>
        ))}
      </div>
      <p className={styles.foot}>
        <Legend scale={scale} />
        <span className={styles.readout} data-testid="cell" aria-hidden="true">
          {isRead ? says(place) : text('vectorpanels.cells', { count: d })}
        </span>
      </p>
    </div>
  );
}
