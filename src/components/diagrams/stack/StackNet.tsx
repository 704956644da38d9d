import { type RefObject, useCallback, useMemo, useRef } from 'react';
import type { StackBox, StackEdge, StackLayout } from '../../../layout/stackTypes.ts';
import type { StackPlace } from '../../../models/cells/schedule.ts';
import type { GridPosition } from '../../interaction/rovingGrid.ts';
import { useInSight } from '../../interaction/useInSight.ts';
import { useRovingGrid } from '../../interaction/useRovingGrid.ts';
import { useWidth } from '../../interaction/useWidth.ts';
import { useZoom } from '../../interaction/useZoom.ts';
import type { FigureToken } from '../figureTypes.ts';
import netFrame from '../netFrame.module.css';
import type { Notation } from '../symbols.ts';
import { useSignedPalette } from '../useSignedPalette.ts';
import { ZoomButtons } from '../ZoomButtons.tsx';
import { StackCanvas } from './StackCanvas.tsx';
import { LitLines, QuietLines, StackMarks, TileMarks } from './StackEdges.tsx';
import { StackLabels } from './StackLabels.tsx';
import styles from './StackNet.module.css';
import { StackTile } from './StackTile.tsx';
import type { LookAt } from './stackTypes.ts';

export interface StackNetProps {
  readonly layout: StackLayout;
  /** One a step. */
  readonly tokens: readonly FigureToken[];
  /** n_a: units of a strip. */
  readonly units: number;
  readonly lookAt: LookAt;
  readonly selected: StackPlace | null;
  /** The unit whose band is framed in the selected tile; null frames none. */
  readonly unit: number | null;
  /** `unit` is where the pointer hit the strip; null for keys. */
  readonly onSelect: (place: StackPlace, unit: number | null) => void;
  /** A selected cell is opened: Enter, or a second click. */
  readonly onOpen?: (place: StackPlace) => void;
  /** Lines that stand out; absent: those that lead into the selected cell. */
  readonly lit?: ReadonlySet<string>;
  readonly notation: Notation;
  /** Accessible name of the figure. */
  readonly name: string;
  readonly onPlayToggle?: () => void;
  readonly onHelp?: () => void;
}

const LABELS = { wide: 70, narrow: 40 } as const;
const NARROW_BELOW = 560;
const ZOOM = { min: 0.2, max: 3 } as const;

const idOf = ({ layer, step, direction }: StackPlace): string => `tile:${layer}:${step}:${direction}`;

function useGrid(props: StackNetProps, svg: RefObject<SVGSVGElement | null>) {
  const { layout, selected, onSelect } = props;
  const { rows, columns } = layout;
  const found = rows.findIndex(
    ({ layer, direction }) => layer === selected?.layer && direction === selected.direction,
  );
  const position = {
    column: Math.max(0, Math.min(selected?.step ?? 0, columns.length - 1)),
    row: found >= 0 ? found : Math.max(0, rows.length - 1),
  };
  const onMove = ({ column, row }: GridPosition) => {
    const { layer = 0, direction = 0 } = rows[row] ?? {};
    onSelect({ layer, direction, step: column }, null);
  };
  const keys = {
    ...(props.onPlayToggle ? { ' ': props.onPlayToggle } : {}),
    ...(props.onHelp ? { '?': props.onHelp } : {}),
  };
  const size = { columns: columns.length, rows: rows.length };
  return { position, ...useRovingGrid({ container: svg, position, size, onMove, keys }) };
}

/** Keeps the selected column in sight. */
function useFollow(
  scroller: RefObject<HTMLElement | null>,
  { layout, selected }: StackNetProps,
  labelWidth: number,
  scale: number,
) {
  const column = layout.columns[selected?.step ?? -1];
  const at = (x: number) => (labelWidth + x) * scale;
  useInSight(
    scroller,
    column
      ? { left: at(column.left), right: at(column.left + column.width), covered: labelWidth * scale }
      : null,
  );
}

/** Tiles of one layer and direction. */
function TileRow(props: StackNetProps & { readonly row: number; readonly tab: GridPosition }) {
  const { layout, row, selected, units, unit, lookAt, onSelect, onOpen } = props;
  const here = layout.rows[row];
  const boxes = useMemo(
    () =>
      layout.boxes.filter(
        (box): box is StackBox =>
          box.kind === 'tile' && box.layer === here?.layer && box.direction === here.direction,
      ),
    [layout, here],
  );
  const onPick = useCallback(
    (place: StackPlace, fromTop: number) => {
      const hit = Math.max(0, Math.min(units - 1, Math.floor(fromTop * units)));
      onSelect(place, fromTop >= 0 ? hit : null);
    },
    [onSelect, units],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
    <g role="row">
      {boxes.map((box) => {
        const isSelected = selected !== null && idOf(selected) === box.id;
        return (
          <StackTile
            key={box.id}
            box={box}
            look={lookAt(box)}
            row={row}
            selected={isSelected}
            takesTab={props.tab.row === row && props.tab.column === box.step}
            band={isSelected && unit !== null ? [unit / units, 1 / units] : null}
            onPick={onPick}
            onOpen={onOpen}
          />
        );
      })}
    </g>
  );
}

function Tokens({ layout, tokens }: Pick<StackNetProps, 'layout' | 'tokens'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
    <g role="row">
      {layout.columns.map(({ step, x, token, clipped }) => (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no table headers.
        <g key={step} role="columnheader" aria-label={`t=${step + 1} ${tokens[step]?.text ?? ''}`}>
          <text x={x} y={layout.tokenY} className={tokens[step]?.known ? styles.token : styles.tokenUnknown}>
            {clipped ? <title>{tokens[step]?.text}</title> : null}
            {`\u2068${token}\u2069`}
          </text>
          <text x={x} y={layout.timeY} className={netFrame.time}>
            t={step + 1}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Lines to light: the path that is given, or the operands of the selected cell. */
function useLit({ lit, selected }: StackNetProps): (edge: StackEdge) => boolean {
  const target = selected ? idOf(selected) : null;
  return useCallback((edge) => (lit ? lit.has(edge.id) : edge.to === target), [lit, target]);
}

/**
 * A stack of recurrent layers over time, one way or both: a tile for every cell, a line for every operand. It draws what it is
 * told and computes nothing. One tab stop; ←/→ move through time, ↑/↓ through the layers, Enter opens.
 */
export function StackNet(props: StackNetProps) {
  const { layout, tokens, units, lookAt, notation } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(scroller) ?? 800;
  const narrow = width < NARROW_BELOW;
  const labelWidth = narrow ? LABELS.narrow : LABELS.wide;
  const { scale, zoomTo } = useZoom(scroller, ZOOM);
  const palette = useSignedPalette();
  const grid = useGrid(props, svg);
  const isLit = useLit(props);
  useFollow(scroller, props, labelWidth, scale);
  const full = layout.width + labelWidth;
  const chosen = props.selected && layout.columns.length > 0 ? lookAt(props.selected).name : null;
  return (
    <div className={netFrame.figure}>
      <ZoomButtons scale={scale} onScale={zoomTo} fit={width / full} shown={full > width || scale !== 1} />
      <div ref={scroller} className={netFrame.scroller} data-stack="">
        <div className={netFrame.net} style={{ width: full * scale }}>
          <StackLabels layout={layout} width={labelWidth} narrow={narrow} scale={scale} />
          <div className={netFrame.drawing}>
            <StackCanvas layout={layout} units={units} lookAt={lookAt} palette={palette} scale={scale} />
            {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table element; the figure has a table of the same numbers. */}
            <svg
              ref={svg}
              data-export=""
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, one at a time.
              role="grid"
              aria-label={props.name}
              className={netFrame.svg}
              width={layout.width * scale}
              height={layout.height * scale}
              viewBox={`0 0 ${layout.width} ${layout.height}`}
              onKeyDown={grid.onKeyDown}
              tabIndex={layout.columns.length === 0 ? 0 : -1}
            >
              <QuietLines layout={layout} />
              <LitLines layout={layout} isLit={isLit} />
              <StackMarks layout={layout} notation={notation} />
              {(tokens.length > 0 ? layout.rows : []).map(({ layer, direction }, row) => (
                <TileRow key={`${layer}-${direction}`} {...props} row={row} tab={grid.position} />
              ))}
              <TileMarks layout={layout} lookAt={lookAt} />
              {tokens.length > 0 ? <Tokens layout={layout} tokens={tokens} /> : null}
            </svg>
          </div>
        </div>
      </div>
      <p className={netFrame.announcer} aria-live="polite">
        {chosen}
      </p>
    </div>
  );
}
