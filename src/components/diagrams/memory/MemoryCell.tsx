import { type PointerEvent, useRef } from 'react';
import {
  laneBar,
  laneY,
  type MemoryColumn,
  type MemoryLaneBox,
  type MemoryLayout,
} from '../../../layout/memoryLanes.ts';
import { type SignedPalette, signedColor } from '../palette.ts';
import { roleStyle } from '../Symbol.tsx';
import styles from './MemoryLanes.module.css';
import type { MemoryLane } from './memoryTypes.ts';

export interface MemoryCellProps {
  readonly layout: MemoryLayout;
  readonly box: MemoryLaneBox;
  readonly column: MemoryColumn;
  readonly lane: MemoryLane;
  readonly row: number;
  readonly selected: boolean;
  readonly takesTab: boolean;
  readonly palette: SignedPalette;
  readonly onPick: () => void;
  /** A drag sets the value; absent: nothing can be held here. */
  readonly onDrag?: (value: number) => void;
}

const PIN = 'M0 -7a4 4 0 0 1 1.2 7.8L0 6L-1.2 .8A4 4 0 0 1 0 -7Z';
const DIAMOND = 'M0 -4.5L4.5 0L0 4.5L-4.5 0Z';
/** A pointer that has moved less has only been pressed, px. */
const STILL = 3;

/** A vertical drag within the lane, as the value under the pointer; a press alone selects. */
function useDrag({ onPick, onDrag }: Pick<MemoryCellProps, 'onPick' | 'onDrag'>) {
  const from = useRef<number | null>(null);
  const moved = useRef(false);
  if (!onDrag) return { onPointerDown: onPick };
  const valueAt = (event: PointerEvent<SVGGElement>) => {
    const track = event.currentTarget.querySelector('[data-track]')?.getBoundingClientRect();
    if (!track || track.height === 0) return null;
    return Math.max(0, Math.min(1, (track.bottom - event.clientY) / track.height));
  };
  return {
    onPointerDown(event: PointerEvent<SVGGElement>) {
      onPick();
      if (event.button !== 0) return;
      from.current = event.clientY;
      moved.current = false;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<SVGGElement>) {
      if (from.current === null) return;
      moved.current ||= Math.abs(event.clientY - from.current) > STILL;
      const value = moved.current ? valueAt(event) : null;
      if (value !== null) onDrag(value);
    },
    onPointerUp() {
      from.current = null;
    },
    onPointerCancel() {
      from.current = null;
    },
  };
}

function Mark({ layout, box, column, lane, palette }: MemoryCellProps) {
  const { step, x } = column;
  const value = lane.values[step] ?? Number.NaN;
  const width = Math.round(layout.pitch * 0.56);
  const candidate = lane.candidates?.[step];
  const fill = box.kind === 'state' ? signedColor(value, palette) : undefined;
  return (
    <>
      <rect
        {...laneBar(box, value)}
        x={x - width / 2}
        width={width}
        rx={2}
        className={styles[`bar-${box.kind}`]}
        fill={fill}
      />
      {candidate === undefined ? null : (
        <path
          d={DIAMOND}
          transform={`translate(${x} ${laneY(box, candidate)})`}
          style={roleStyle('candidate')}
          className={styles.candidate}
        />
      )}
    </>
  );
}

/** What the value would be without the reader's hand, where the hand makes a difference. */
function Before({ layout, box, column, lane }: MemoryCellProps) {
  const before = lane.before?.[column.step];
  const value = lane.values[column.step];
  if (before === undefined || value === undefined || Math.abs(before - value) < 0.005) return null;
  const width = Math.round(layout.pitch * 0.56) + 6;
  return (
    <rect
      {...laneBar(box, before)}
      x={column.x - width / 2}
      width={width}
      rx={3}
      className={styles.before}
      data-before=""
    />
  );
}

/** One value of one lane. */
export function MemoryCell(props: MemoryCellProps) {
  const { layout, box, column, lane, row, selected, takesTab, onDrag } = props;
  const { step, left, x } = column;
  const held = lane.held.has(step);
  const drag = useDrag(props);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      tabIndex={takesTab ? 0 : -1}
      aria-label={lane.name(step)}
      aria-selected={selected}
      data-grid={`${step},${row}`}
      data-lane={lane.id}
      data-step={step}
      data-term={lane.role}
      data-held={held}
      data-drag={onDrag !== undefined}
      className={styles.cell}
      {...drag}
    >
      <rect
        x={left + 2}
        y={box.top}
        width={layout.pitch - 4}
        height={box.height}
        rx={4}
        className={styles.track}
        data-track=""
      />
      <Mark {...props} />
      <Before {...props} />
      {held ? <path d={PIN} transform={`translate(${x} ${box.top + 2})`} className={styles.pin} /> : null}
    </g>
  );
}
