import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { formatFixed } from '../diagrams/formatNumber.ts';
import { paintSigned, type SignedPalette } from '../diagrams/palette.ts';
import { useSignedPalette } from '../diagrams/useSignedPalette.ts';
import styles from './plots.module.css';

export interface HeatmapProps {
  readonly rows: number;
  readonly columns: number;
  readonly value: (row: number, column: number) => number;
  readonly rowLabel: (row: number) => string;
  readonly columnLabel: (column: number) => string;
  /** Accessible name. */
  readonly name: string;
  /** The value whose colour is full; what is beyond is clamped. Stated beside the map. */
  readonly limit: number;
  readonly selected?: { readonly row?: number; readonly column?: number };
  readonly onPick?: (row: number, column: number) => void;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function draw(canvas: HTMLCanvasElement, props: HeatmapProps, palette: SignedPalette): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { rows, columns, limit, value } = props;
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const image = context.createImageData(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      paintSigned(image.data, 4 * (row * columns + column), value(row, column) / (limit || 1), palette);
    }
  }
  context.putImageData(image, 0, 0);
}

function placeOf(event: PointerEvent<HTMLElement>, { rows, columns }: HeatmapProps): Place {
  const box = event.currentTarget.getBoundingClientRect();
  const within = (share: number, count: number) =>
    Math.max(0, Math.min(count - 1, Math.floor(share * count)));
  return {
    row: within((event.clientY - box.top) / box.height, rows),
    column: within((event.clientX - box.left) / box.width, columns),
  };
}

/** A matrix as coloured cells, one pixel each, scaled up: any size draws at once. The pointer reads single numbers. */
export function Heatmap(props: HeatmapProps) {
  const { rows, columns, value, rowLabel, columnLabel, name, limit, selected, onPick } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = useSignedPalette();
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    if (canvas.current) draw(canvas.current, props, palette);
  });
  const ratio = Math.min(1, rows / Math.max(columns, 1));
  const column = selected?.column;
  return (
    <figure className={styles.heat}>
      <div
        className={styles.heatFrame}
        style={{ aspectRatio: `1 / ${Math.max(ratio, 0.12)}` }}
        onPointerMove={(event) => setPlace(placeOf(event, props))}
        onPointerLeave={() => setPlace(null)}
        onPointerUp={(event) => {
          const { row, column: picked } = placeOf(event, props);
          onPick?.(row, picked);
        }}
      >
        <canvas ref={canvas} role="img" aria-label={name} className={styles.heatCanvas} />
        {column === undefined ? null : (
          <span
            className={styles.heatColumn}
            style={{ left: `${(column / columns) * 100}%`, width: `${100 / columns}%` }}
          />
        )}
      </div>
      <figcaption className={styles.readout}>
        {place
          ? `${rowLabel(place.row)} → ${columnLabel(place.column)}: ${formatFixed(value(place.row, place.column), 4)}`
          : `−${formatFixed(limit)} … +${formatFixed(limit)}`}
      </figcaption>
    </figure>
  );
}
