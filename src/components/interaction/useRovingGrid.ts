import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { type GridPosition, type GridSize, moveInGrid } from './rovingGrid.ts';

export interface RovingGridOptions {
  /** Holds the cells; each carries `data-grid="column,row"`. */
  readonly container: RefObject<Element | null>;
  readonly position: GridPosition;
  readonly size: GridSize;
  readonly onMove: (to: GridPosition) => void;
  /** Other keys while the grid has the focus: play, help … */
  readonly keys?: Readonly<Record<string, () => void>>;
}

/**
 * One tab stop for a whole grid: arrows move within it, Tab leaves it. Returns the grid's key handler and says which
 * cell takes the tab stop.
 */
export function useRovingGrid({ container, position, size, onMove, keys = {} }: RovingGridOptions) {
  const follow = useRef(false);
  const { column, row } = position;
  useEffect(() => {
    // Also when something else moves the place (a walk) while the focus is in the grid: else Tab would stay inside.
    const isInside = container.current?.contains(document.activeElement) ?? false;
    if (!follow.current && !isInside) return;
    follow.current = false;
    const cell = container.current?.querySelector<SVGElement>(`[data-grid="${column},${row}"]`);
    if (cell === document.activeElement) return;
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [container, column, row]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveInGrid(event.key, position, size);
    const other = keys[event.key];
    if (!next && !other) return;
    event.preventDefault();
    event.stopPropagation();
    if (!next) other?.();
    else if (next.column !== column || next.row !== row) {
      follow.current = true;
      onMove(next);
    }
  };
  const tabIndexOf = (at: GridPosition): 0 | -1 => (at.column === column && at.row === row ? 0 : -1);
  return { onKeyDown, tabIndexOf };
}
