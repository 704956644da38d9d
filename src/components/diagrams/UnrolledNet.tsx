import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { MEASURES } from '../../layout/measures.ts';
import { fitDensity, layoutUnrolled } from '../../layout/unrolled.ts';
import type { FigureRole, UnrolledLayout, UnrolledView } from '../../layout/unrolledTypes.ts';
import type { LaneRole, SequenceTrace } from '../../models/cells/types.ts';
import type { GridPosition } from '../interaction/rovingGrid.ts';
import { useInSight } from '../interaction/useInSight.ts';
import { useRovingGrid } from '../interaction/useRovingGrid.ts';
import { useWidth } from '../interaction/useWidth.ts';
import { useZoom } from '../interaction/useZoom.ts';
import type { FigureSelection, FigureToken, LaneFrame, TermLinking } from './figureTypes.ts';
import { figureLanes } from './figureValues.ts';
import { NetDrawing } from './NetDrawing.tsx';
import netFrame from './netFrame.module.css';
import { RowLabels } from './RowLabels.tsx';
import type { FigureCursor } from './reveal.ts';
import type { Notation } from './symbols.ts';
import type { ActivePlace } from './UnrolledEdges.tsx';
import { useColumnValues } from './useColumns.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

export interface UnrolledNetProps extends TermLinking {
  readonly trace: SequenceTrace;
  /** Example of the batch; 0. */
  readonly batch?: number;
  /** One a step of the trace. */
  readonly tokens: readonly FigureToken[];
  readonly view: UnrolledView;
  readonly selected: FigureSelection | null;
  readonly onSelect: (selection: FigureSelection) => void;
  /** The value that the stepper reached; null shows everything. */
  readonly cursor: FigureCursor | null;
  readonly notation: Notation;
  /** Lanes whose weights were edited. */
  readonly editedRoles?: readonly FigureRole[];
  readonly lossStep: number | null;
  /** Accessible name of the figure. */
  readonly name: string;
  readonly onPlayToggle?: () => void;
  readonly onHelp?: () => void;
  /** Lanes under the net, in line with its columns. */
  readonly below?: (frame: LaneFrame) => ReactNode;
}

const LABELS = { wide: 80, narrow: 34 } as const;
const NARROW_BELOW = 560;
const ZOOM = { min: 0.2, max: 3 } as const;
const NOTHING: readonly FigureRole[] = [];

/** Geometry for the width at hand; the same object as long as nothing that it depends on changes. */
function useLayout(props: UnrolledNetProps, available: number): UnrolledLayout {
  const { trace, tokens, view, lossStep } = props;
  const unit = view.kind === 'one' ? view.unit : -1;
  const texts = tokens.map(({ text }) => text);
  const key = JSON.stringify([trace.spec, texts, trace.shape.hidden, unit, lossStep, available]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all of it by value: a new frame brings new objects with the same contents.
  return useMemo(
    () =>
      layoutUnrolled({
        spec: trace.spec,
        tokens: texts,
        units: trace.shape.hidden,
        view: unit < 0 ? { kind: 'all' } : { kind: 'one', unit },
        density: fitDensity(texts, available),
        lossStep,
      }),
    [key],
  );
}

/** PageUp and PageDown change the unit, beside the arrows of the grid. */
function gridKeys(props: UnrolledNetProps, unit: number, position: GridPosition) {
  const { trace, onSelect, onPlayToggle, onHelp } = props;
  const role = figureLanes(trace)[position.row] ?? 'hidden';
  const toUnit = (to: number) => {
    const clamped = Math.max(0, Math.min(trace.shape.hidden - 1, to));
    onSelect({ role, step: position.column, unit: clamped });
  };
  return {
    PageUp: () => toUnit(unit - 1),
    PageDown: () => toUnit(unit + 1),
    ...(onPlayToggle ? { ' ': onPlayToggle } : {}),
    ...(onHelp ? { '?': onHelp } : {}),
  };
}

function useGrid(props: UnrolledNetProps, svg: RefObject<SVGSVGElement | null>, unit: number) {
  const { trace, selected, onSelect } = props;
  const roles = figureLanes(trace);
  const size = { columns: trace.size.steps, rows: roles.length };
  const position = {
    column: Math.min(selected?.step ?? 0, Math.max(size.columns - 1, 0)),
    row: Math.max(0, selected ? roles.indexOf(selected.role) : 0),
  };
  const onMove = ({ column, row }: GridPosition) =>
    onSelect({ role: roles[row] ?? 'hidden', step: column, unit });
  const keys = gridKeys(props, unit, position);
  return { position, ...useRovingGrid({ container: svg, position, size, onMove, keys }) };
}

/** What the pointer is over: it emphasises lines and lights the term of its lane. */
function useHover(onTermHover: TermLinking['onTermHover']) {
  const [place, setPlace] = useState<ActivePlace | null>(null);
  const onHover = useCallback(
    (role: LaneRole | 'input' | null, step: number) => {
      setPlace(role && { role, step });
      onTermHover?.(role);
    },
    [onTermHover],
  );
  return { place, onHover };
}

/** Keeps the step that the stepper or the reader stands on in sight. */
function useFollow(scroller: RefObject<HTMLElement | null>, frame: LaneFrame, step: number | undefined) {
  const { columns, labelWidth, scale } = frame;
  const column = step === undefined ? undefined : columns[step];
  const x = column?.x ?? null;
  const half = (column?.width ?? 0) / 2;
  const center = labelWidth + (x ?? 0);
  useInSight(
    scroller,
    x === null
      ? null
      : {
          left: (center - half) * scale,
          right: (center + half) * scale,
          covered: labelWidth * scale,
        },
  );
}

/**
 * The unrolled recurrent net of any cell: columns of time, lanes of values, a line for every operand. It draws what the
 * trace holds and computes nothing itself. One tab stop; arrows, Home, End, PageUp, PageDown move within it.
 */
export function UnrolledNet(props: UnrolledNetProps) {
  const { trace, batch = 0, tokens, view, selected, cursor, notation, editedRoles = NOTHING } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(scroller) ?? 800;
  const narrow = width < NARROW_BELOW;
  const labelWidth = narrow ? LABELS.narrow : LABELS.wide;
  const layout = useLayout(props, width - labelWidth);
  const { scale, zoomTo } = useZoom(scroller, ZOOM);
  const unit = view.kind === 'one' ? view.unit : (selected?.unit ?? 0);
  const values = useColumnValues({ trace, batch, tokens, unit, view, cursor, notation });
  const hover = useHover(props.onTermHover);
  const grid = useGrid(props, svg, unit);
  const frame: LaneFrame = { columns: layout.columns, width: layout.width, labelWidth, narrow, scale };
  useFollow(scroller, frame, cursor?.step ?? selected?.step);
  const chosen = selected && values[selected.step]?.find(({ role }) => role === selected.role);
  const full = layout.width + labelWidth;
  return (
    <div className={netFrame.figure}>
      <ZoomButtons scale={scale} onScale={zoomTo} fit={width / full} shown={full > width || scale !== 1} />
      <div ref={scroller} className={netFrame.scroller} data-unrolled="">
        <div className={netFrame.net} style={{ width: full * scale }}>
          <RowLabels
            layout={layout}
            notation={notation}
            width={labelWidth}
            narrow={narrow}
            scale={scale}
            edited={editedRoles}
            highlightedTerm={props.highlightedTerm ?? null}
            {...(props.onTermHover ? { onTermHover: props.onTermHover } : {})}
          />
          <NetDrawing
            {...props}
            batch={batch}
            svg={svg}
            layout={layout}
            scale={scale}
            unit={unit}
            values={values}
            place={hover.place ?? selected}
            onHover={hover.onHover}
            onKeyDown={grid.onKeyDown}
            tab={grid.position}
            tokenSize={MEASURES[layout.options.density].tokenSize}
          />
        </div>
        {props.below?.(frame)}
      </div>
      <p className={netFrame.announcer} aria-live="polite">
        {chosen?.name}
      </p>
    </div>
  );
}
