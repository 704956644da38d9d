import { useId } from 'react';
import { TAG_BAR, type TagRowPlace } from '../../../layout/tagChart.ts';
import type { WordColumn } from '../../../layout/wordColumns.ts';
import type { GridPosition } from '../../interaction/rovingGrid.ts';
import { roleStyle } from '../Symbol.tsx';
import styles from './TagChart.module.css';
import type { TagCell, TagRow } from './tagTypes.ts';

function Bar(props: {
  readonly x: number;
  readonly y: number;
  readonly cell: TagCell;
  readonly hatch: string | null;
}) {
  const { x, y, cell, hatch } = props;
  const left = x - TAG_BAR.width / 2;
  const filled = TAG_BAR.height * (cell.value ?? 0);
  const box = (top: number, height: number) =>
    `M${left} ${top}h${TAG_BAR.width}v${height}h${-TAG_BAR.width}z`;
  return (
    <>
      <path d={box(y, TAG_BAR.height)} className={cell.value === null ? styles.absent : styles.frame} />
      <path
        d={box(y + TAG_BAR.height - filled, filled)}
        className={styles.fill}
        {...(hatch ? { style: { fill: `url(#${hatch})` } } : {})}
      />
      <path d={`M${left - 4} ${y + TAG_BAR.height / 2}h${TAG_BAR.width + 8}`} className={styles.half} />
    </>
  );
}

/** What can be pressed, and the ring about it: bar and number stand inside. */
function Ring({
  x,
  y,
  isSelected,
}: {
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
}) {
  const box = {
    x: x - TAG_BAR.width / 2 - 5,
    y: y - 5,
    width: TAG_BAR.width + 10,
    height: TAG_BAR.height + 28,
    rx: 6,
  };
  return (
    <>
      <rect {...box} className={styles.hit} />
      <rect {...box} className={isSelected ? styles.ringSelected : styles.ring} />
    </>
  );
}

export interface TagRowBarsProps {
  readonly row: TagRow;
  readonly columns: readonly WordColumn[];
  readonly place: TagRowPlace;
  readonly start: number;
  /** Its row in the grid of keys. */
  readonly line: number;
  readonly selected: number | null;
  readonly takesTab: (at: GridPosition) => 0 | -1;
  readonly onPick: (step: number) => void;
}

/** A tagger's bars for one sentence, each with its number. */
export function TagRowBars({
  row,
  columns,
  place,
  start,
  line,
  selected,
  takesTab,
  onPick,
}: TagRowBarsProps) {
  const pattern = useId();
  const hatch = row.unsure ? pattern : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
    <g role="row" style={roleStyle(row.role)} data-row={row.id}>
      {hatch ? (
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="3" height="6" className={styles.fill} />
          </pattern>
        </defs>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no table headers. */}
      <text role="rowheader" x={start} y={place.label} className={styles.label}>
        {row.label}
      </text>
      {row.cells.map((cell, step) => {
        const x = columns[step]?.x ?? 0;
        const isSelected = selected === step;
        return (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its step.
            key={step}
            role="gridcell"
            aria-label={cell.name}
            aria-selected={isSelected}
            tabIndex={takesTab({ column: step, row: line })}
            data-grid={`${step},${line}`}
            data-step={step}
            className={styles.cell}
            onClick={() => onPick(step)}
          >
            <Ring x={x} y={place.bar} isSelected={isSelected} />
            <Bar x={x} y={place.bar} cell={cell} hatch={hatch} />
            <text x={x} y={place.value} className={styles.value}>
              {cell.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
