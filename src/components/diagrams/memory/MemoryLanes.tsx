import { type RefObject, useMemo, useRef } from 'react';
import { laneBase, layoutMemory, type MemoryColumn, type MemoryLayout } from '../../../layout/memoryLanes.ts';
import { useInSight } from '../../interaction/useInSight.ts';
import { useRovingGrid } from '../../interaction/useRovingGrid.ts';
import { useWidth } from '../../interaction/useWidth.ts';
import type { TermLinking } from '../figureTypes.ts';
import type { SignedPalette } from '../palette.ts';
import { roleStyle } from '../Symbol.tsx';
import { useSignedPalette } from '../useSignedPalette.ts';
import { MemoryCell } from './MemoryCell.tsx';
import { MemoryLabels } from './MemoryLabels.tsx';
import styles from './MemoryLanes.module.css';
import { MemoryNumbers, MemoryTimes, MemoryTokens } from './MemoryTokens.tsx';
import type { MemoryLane, MemoryPlace, MemoryToken } from './memoryTypes.ts';

export interface MemoryLanesProps extends TermLinking {
  readonly tokens: readonly MemoryToken[];
  readonly lanes: readonly MemoryLane[];
  readonly inputWord: string;
  readonly selected: MemoryPlace;
  readonly onSelect: (place: MemoryPlace) => void;
  /** A press on a token that is selected already, or Enter. */
  readonly onToken: (step: number) => void;
  /** Keys other than the arrows, at the selected place. */
  readonly keys: Readonly<Record<string, () => void>>;
  /** A value of a gate dragged to a height; absent: nothing can be held. */
  readonly onDrag?: (row: number, step: number, value: number) => void;
  /** Accessible name. */
  readonly name: string;
}

const LABELS = { wide: 122, narrow: 46 } as const;
const NARROW_BELOW = 560;

/** Keeps the selected column in sight. */
function useFollow(
  scroller: RefObject<HTMLElement | null>,
  column: MemoryColumn | undefined,
  label: number,
  pitch: number,
) {
  const left = label + (column?.left ?? 0);
  useInSight(scroller, column ? { left, right: left + pitch, covered: label } : null);
}

/** Behind the values: the selected step, steps that write, and each lane's base. */
function Ground(props: {
  readonly layout: MemoryLayout;
  readonly tokens: readonly MemoryToken[];
  readonly step: number;
}) {
  const { layout, tokens, step } = props;
  return (
    <>
      {layout.columns.map((column) => {
        const writes = tokens[column.step]?.kind === 'write';
        if (!writes && column.step !== step) return null;
        return (
          <rect
            key={column.step}
            x={column.left}
            y={0}
            width={layout.pitch}
            height={layout.height}
            rx={6}
            className={column.step === step ? styles.selectedColumn : styles.writeColumn}
          />
        );
      })}
      {layout.lanes.map((box) => (
        <line
          key={box.top}
          x1={0}
          x2={layout.width}
          y1={laneBase(box)}
          y2={laneBase(box)}
          className={styles.base}
        />
      ))}
    </>
  );
}

/** Values of one lane, a cell a step. */
function Lane(
  props: MemoryLanesProps & {
    readonly layout: MemoryLayout;
    readonly lane: MemoryLane;
    readonly row: number;
    readonly palette: SignedPalette;
    readonly takesTab: (step: number) => boolean;
  },
) {
  const { layout, lane, row, selected, onSelect, onDrag } = props;
  const box = layout.lanes[row - 1];
  if (!box) return null;
  const canHold = onDrag && lane.kind === 'gate' && lane.role === 'update';
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
    <g role="row" style={roleStyle(lane.role)}>
      {layout.columns.map((column) => (
        <MemoryCell
          key={column.step}
          layout={layout}
          box={box}
          column={column}
          lane={lane}
          row={row}
          selected={selected.row === row && selected.step === column.step}
          takesTab={props.takesTab(column.step)}
          palette={props.palette}
          onPick={() => onSelect({ row, step: column.step })}
          {...(canHold ? { onDrag: (value: number) => onDrag(row, column.step, value) } : {})}
        />
      ))}
    </g>
  );
}

function useGeometry({ tokens, lanes }: MemoryLanesProps, available: number): MemoryLayout {
  const kinds = lanes.map(({ kind }) => kind).join();
  const steps = tokens.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds are what of the lanes counts; a new frame brings new lanes of the same kinds.
  return useMemo(
    () => layoutMemory({ steps, lanes: lanes.map(({ kind }) => kind), available }),
    [steps, kinds, available],
  );
}

/**
 * A gated unit's life over time: what is read, how far the gate is open, what the memory holds, what would be answered. Bars in
 * line under one another; dashed is what would be without the reader's hand. One tab stop; arrows move, a drag holds a gate.
 */
export function MemoryLanes(props: MemoryLanesProps) {
  const { tokens, lanes, selected, onSelect, onToken } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(scroller) ?? 900;
  const narrow = width < NARROW_BELOW;
  const label = narrow ? LABELS.narrow : LABELS.wide;
  const layout = useGeometry(props, width - label - 2);
  const palette = useSignedPalette();
  const { onKeyDown, tabIndexOf } = useRovingGrid({
    container: svg,
    position: { column: selected.step, row: selected.row },
    size: { columns: tokens.length, rows: lanes.length + 1 },
    onMove: ({ column, row }) => onSelect({ row, step: column }),
    keys: props.keys,
  });
  useFollow(scroller, layout.columns[selected.step], label, layout.pitch);
  const takesTab = (row: number) => (step: number) => tabIndexOf({ column: step, row }) === 0;
  const isSelected = (step: number) => selected.row === 0 && selected.step === step;
  return (
    <div ref={scroller} className={styles.scroller} data-memory="">
      <div className={styles.net} style={{ width: layout.width + label }}>
        <MemoryLabels {...props} layout={layout} width={label} narrow={narrow} />
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table element; the figure has a table of the same numbers. */}
        <svg
          ref={svg}
          data-export=""
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, one at a time.
          role="grid"
          aria-label={props.name}
          className={styles.svg}
          width={layout.width}
          height={layout.height}
          onKeyDown={onKeyDown}
        >
          <Ground layout={layout} tokens={tokens} step={selected.step} />
          <MemoryTokens
            layout={layout}
            tokens={tokens}
            selected={selected}
            takesTab={takesTab(0)}
            onPick={(step) => (isSelected(step) ? onToken(step) : onSelect({ row: 0, step }))}
          />
          {lanes.map((lane, i) => (
            <Lane
              key={lane.id}
              {...props}
              layout={layout}
              lane={lane}
              row={i + 1}
              palette={palette}
              takesTab={takesTab(i + 1)}
            />
          ))}
          <MemoryNumbers layout={layout} lanes={lanes} />
          <MemoryTimes layout={layout} step={selected.step} />
        </svg>
      </div>
    </div>
  );
}
