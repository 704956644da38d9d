import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { UnrolledCell, UnrolledColumn } from '../../layout/unrolledTypes.ts';
import type { LaneRole } from '../../models/cells/types.ts';
import type { FigureToken } from './figureTypes.ts';
import { timeOf } from './figureValues.ts';
import { formatBoxed } from './formatNumber.ts';
import netFrame from './netFrame.module.css';
import { contrastText, type SignedPalette, signedColor } from './palette.ts';
import { roleStyle } from './Symbol.tsx';
import styles from './UnrolledNet.module.css';

/** One value of a column, ready to draw. */
export interface ColumnValue {
  readonly role: LaneRole;
  readonly value: number;
  readonly revealed: boolean;
  readonly held: boolean;
  /** Accessible name. */
  readonly name: string;
}

export interface ColumnViewProps {
  readonly column: UnrolledColumn;
  readonly cells: readonly UnrolledCell[];
  readonly values: readonly ColumnValue[];
  readonly token: FigureToken;
  readonly tokenCell: UnrolledCell;
  readonly timeY: number;
  readonly tokenSize: number;
  /** Row of the cell that takes the tab stop; null when it is in another column. */
  readonly tabRow: number | null;
  readonly selectedRole: LaneRole | null;
  readonly highlighted: string | null;
  readonly palette: SignedPalette;
  readonly reached: boolean;
  readonly onPick: (role: LaneRole, step: number, fromTop: number) => void;
  readonly onHover: (role: LaneRole | 'input' | null, step: number) => void;
}

const PIN = 'M0 -7a4 4 0 0 1 1.2 7.8L0 6L-1.2 .8A4 4 0 0 1 0 -7Z';

function Outline(props: {
  readonly cell: UnrolledCell;
  readonly grow?: number;
  readonly className: string | undefined;
  readonly fill?: string;
}) {
  const { cell, grow = 0, className, fill } = props;
  const [w, h] = [cell.width + 2 * grow, cell.height + 2 * grow];
  if (cell.shape === 'round')
    return <circle cx={cell.x} cy={cell.y} r={w / 2} className={className} fill={fill} />;
  const radius = cell.shape === 'pill' ? h / 2 : cell.shape === 'strip' ? 4 : 7;
  return (
    <rect
      x={cell.x - w / 2}
      y={cell.y - h / 2}
      width={w}
      height={h}
      rx={radius + (cell.shape === 'pill' ? 0 : grow)}
      className={className}
      fill={fill}
    />
  );
}

function Number_(props: { readonly cell: UnrolledCell; readonly value: ColumnValue; readonly fill: string }) {
  const { cell, value, fill } = props;
  return (
    <text
      x={cell.x}
      y={cell.y}
      className={cell.shape === 'round' || cell.width < 48 ? styles.numberSmall : styles.number}
      fill={contrastText(fill)}
    >
      {formatBoxed(value.value)}
    </text>
  );
}

function ValueMark(props: {
  readonly cell: UnrolledCell;
  readonly value: ColumnValue;
  readonly palette: SignedPalette;
}) {
  const { cell, value } = props;
  if (cell.shape === 'strip')
    return <Outline cell={cell} className={value.revealed ? styles.strip : styles.pending} />;
  if (!value.revealed) return <Outline cell={cell} className={styles.pending} />;
  const fill = signedColor(value.value, props.palette);
  return (
    <>
      <Outline cell={cell} className={styles.outline} fill={fill} />
      <Number_ cell={cell} value={value} fill={fill} />
    </>
  );
}

/** How far down the box was hit, 0 … 1: in a strip it says which unit. The ring around the box comes first. */
function shareFromTop(event: MouseEvent<SVGGElement>): number {
  const { top, height } = (event.currentTarget.children[1] ?? event.currentTarget).getBoundingClientRect();
  return Math.max(0, (event.clientY - top) / height);
}

interface ValueCellProps extends ColumnViewProps {
  readonly cell: UnrolledCell;
  readonly value: ColumnValue;
  readonly row: number;
}

function ValueCell(props: ValueCellProps) {
  const { cell, value, row, column, onPick, onHover } = props;
  const selected = props.selectedRole === value.role;
  const pick = (fromTop: number) => onPick(value.role, column.step, fromTop);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') pick(-1);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      aria-label={value.name}
      aria-selected={selected}
      tabIndex={props.tabRow === row ? 0 : -1}
      data-grid={`${column.step},${row}`}
      data-term={value.role}
      data-step={column.step}
      style={roleStyle(value.role)}
      className={`${styles.cell} ${props.highlighted === value.role ? styles.lit : ''}`}
      onClick={(event) => pick(shareFromTop(event))}
      onKeyDown={onKeyDown}
      onPointerEnter={() => onHover(value.role, column.step)}
      onPointerLeave={() => onHover(null, column.step)}
    >
      <Outline cell={cell} grow={3.5} className={selected ? styles.ringSelected : styles.ring} />
      <ValueMark cell={cell} value={value} palette={props.palette} />
      {value.held ? (
        <path
          d={PIN}
          className={styles.pin}
          transform={`translate(${cell.x + cell.width / 2 - 3} ${cell.y - cell.height / 2 + 2})`}
        />
      ) : null}
    </g>
  );
}

function Token(props: ColumnViewProps) {
  const { column, token, tokenCell, timeY, highlighted } = props;
  const time = timeOf(token, column.step);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table headers.
    <g
      role="rowheader"
      aria-label={`t=${time} ${token.text}`}
      data-term="input"
      style={roleStyle('input')}
      className={highlighted === 'input' ? styles.lit : undefined}
      onPointerEnter={() => props.onHover('input', column.step)}
      onPointerLeave={() => props.onHover(null, column.step)}
    >
      <text
        x={tokenCell.x}
        y={tokenCell.y}
        className={token.known ? styles.token : styles.tokenUnknown}
        fontSize={props.tokenSize}
        direction="ltr"
      >
        {column.clipped ? <title>{token.text}</title> : null}
        {`\u2068${column.token}\u2069`}
      </text>
      <text x={column.x} y={timeY} className={netFrame.time}>
        t={time}
      </text>
    </g>
  );
}

/** One time step. Memoised: a hover elsewhere does not draw it again. */
export const UnrolledColumnView = memo(function UnrolledColumnView(props: ColumnViewProps) {
  const { cells, values, column } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
    <g role="row" aria-rowindex={column.step + 1} className={props.reached ? undefined : styles.future}>
      <Token {...props} />
      {cells.map((cell, row) => {
        const value = values[row];
        return value ? <ValueCell key={value.role} {...props} cell={cell} value={value} row={row} /> : null;
      })}
    </g>
  );
});
