import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { UnrolledLayout } from '../../layout/unrolledTypes.ts';
import type { LaneRole } from '../../models/cells/types.ts';
import type { GridPosition } from '../interaction/rovingGrid.ts';
import { timeBefore } from './figureValues.ts';
import { HIDDEN } from './hidden.ts';
import netFrame from './netFrame.module.css';
import { isRevealed } from './reveal.ts';
import { StripCanvas } from './StripCanvas.tsx';
import { roleStyle, SymbolSpans } from './Symbol.tsx';
import { roleSymbol } from './symbols.ts';
import { type ColumnValue, UnrolledColumnView } from './UnrolledColumnView.tsx';
import { ActiveEdges, type ActivePlace, Operations, QuietEdges } from './UnrolledEdges.tsx';
import styles from './UnrolledNet.module.css';
import type { UnrolledNetProps } from './UnrolledNet.tsx';
import { useColumnCells } from './useColumns.ts';
import { useSignedPalette } from './useSignedPalette.ts';

export interface NetDrawingProps extends UnrolledNetProps {
  readonly batch: number;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly layout: UnrolledLayout;
  readonly scale: number;
  readonly unit: number;
  readonly values: readonly (readonly ColumnValue[])[];
  readonly place: ActivePlace | null;
  readonly onHover: (role: LaneRole | 'input' | null, step: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly tab: GridPosition;
  readonly tokenSize: number;
}

/** The selected time step, behind everything: behind the strips' canvas too. */
function SelectedColumn(props: {
  readonly layout: UnrolledLayout;
  readonly scale: number;
  readonly step: number;
}) {
  const { layout, scale, step } = props;
  const column = layout.columns[step];
  if (!column) return null;
  const { left, width } = column;
  return (
    <svg
      aria-hidden="true"
      data-export=""
      className={netFrame.behind}
      width={layout.width * scale}
      height={layout.height * scale}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
    >
      <rect
        x={left + 3}
        y={1}
        width={width - 6}
        height={layout.height + 8}
        rx={8}
        className={styles.selectedColumn}
      />
    </svg>
  );
}

/** Initial states and ŷ: letters, not values of a step. */
function Letters({ layout, notation, tokens }: Pick<NetDrawingProps, 'layout' | 'notation' | 'tokens'>) {
  const { cells, options } = layout;
  const before = timeBefore(tokens);
  const shown = cells.filter(({ shape }) => shape === 'initial' || shape === 'prediction');
  return (
    <g {...HIDDEN}>
      {shown.map(({ role, step, x, y, shape }) => (
        <text key={`${role}${step}`} x={x} y={y} style={roleStyle(role)} className={styles.initial}>
          <SymbolSpans symbol={roleSymbol(role, notation, options.spec.kind)} />
          {shape === 'initial' ? (
            <tspan className={netFrame.superscript} dy="-0.5em">
              ⟨{before}⟩
            </tspan>
          ) : null}
        </text>
      ))}
    </g>
  );
}

/** In the view of all units, the band of the one that the panel shows. */
function SelectedBand({ layout, selected }: Pick<NetDrawingProps, 'layout' | 'selected'>) {
  const cell =
    selected && layout.cells.find(({ role, step }) => role === selected.role && step === selected.step);
  if (!selected || cell?.shape !== 'strip') return null;
  const band = cell.height / layout.options.units;
  const y = cell.y - cell.height / 2 + selected.unit * band;
  return (
    <rect
      x={cell.x - cell.width / 2 - 2}
      y={y - 1}
      width={cell.width + 4}
      height={band + 2}
      rx={2}
      className={styles.band}
      pointerEvents="none"
    />
  );
}

function Columns(props: NetDrawingProps) {
  const { layout, trace, values, selected, tokens, unit, view, onSelect, cursor } = props;
  const cells = useColumnCells(layout);
  const palette = useSignedPalette();
  const units = trace.shape.hidden;
  const onPick = useCallback(
    (role: LaneRole, step: number, fromTop: number) => {
      const within = Math.max(0, Math.min(units - 1, Math.floor(fromTop * units)));
      onSelect({ role, step, unit: view.kind === 'all' && fromTop >= 0 ? within : unit });
    },
    [onSelect, units, unit, view.kind],
  );
  const time = layout.rows.at(-1)?.y ?? 0;
  return layout.columns.map((column) => {
    const { step } = column;
    const [own, token, at] = [cells[step], tokens[step], values[step]];
    if (!own || !token || !at) return null;
    return (
      <UnrolledColumnView
        key={step}
        column={column}
        cells={own.cells}
        tokenCell={own.token}
        values={at}
        token={token}
        timeY={time}
        tokenSize={props.tokenSize}
        tabRow={props.tab.column === step ? props.tab.row : null}
        selectedRole={selected?.step === step ? selected.role : null}
        highlighted={props.highlightedTerm ?? null}
        palette={palette}
        reached={!cursor || step <= cursor.step}
        onPick={onPick}
        onHover={props.onHover}
      />
    );
  });
}

/** A function of the LSTM's output that is too long for a pill is written g. */
function outputName({ spec }: NetDrawingProps['trace']): string {
  if (spec.kind !== 'lstm') return 'g';
  return spec.output.length <= 4 ? spec.output : 'g';
}

/** The drawing itself; labels and lanes stand around it. */
export function NetDrawing(props: NetDrawingProps) {
  const { layout, scale, trace, cursor, selected } = props;
  const palette = useSignedPalette();
  const reached = cursor?.step ?? Number.POSITIVE_INFINITY;
  return (
    <div className={netFrame.drawing}>
      {selected ? <SelectedColumn layout={layout} scale={scale} step={selected.step} /> : null}
      {layout.band > 0 ? (
        <StripCanvas
          layout={layout}
          trace={trace}
          batch={props.batch}
          palette={palette}
          scale={scale}
          isShown={(role, step) => isRevealed(trace.spec, cursor, role, step)}
        />
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table element; TraceTable is the table. */}
      <svg
        ref={props.svg}
        data-export=""
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, one at a time.
        role="grid"
        aria-label={props.name}
        aria-rowcount={layout.columns.length}
        className={netFrame.svg}
        width={layout.width * scale}
        height={layout.height * scale}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        onKeyDown={props.onKeyDown}
        tabIndex={layout.columns.length === 0 ? 0 : -1}
      >
        <QuietEdges layout={layout} reached={reached} />
        <ActiveEdges layout={layout} place={props.place} />
        <Operations layout={layout} functionName={outputName(trace)} reached={reached} />
        <Letters layout={layout} notation={props.notation} tokens={props.tokens} />
        <Columns {...props} />
        <g {...HIDDEN}>
          <SelectedBand layout={layout} selected={selected} />
        </g>
      </svg>
    </div>
  );
}
