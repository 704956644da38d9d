import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { StackBox } from '../../../layout/stackTypes.ts';
import type { StackPlace } from '../../../models/cells/schedule.ts';
import { contrastText } from '../palette.ts';
import styles from './StackNet.module.css';
import type { TileLook } from './stackTypes.ts';

export interface StackTileProps {
  readonly box: StackBox;
  readonly look: TileLook;
  /** Its row in the grid of keys. */
  readonly row: number;
  readonly selected: boolean;
  readonly takesTab: boolean;
  /** Share of the tile's height at which the chosen unit's band begins, and the band's share; null shows none. */
  readonly band: readonly [number, number] | null;
  readonly onPick: (place: StackPlace, fromTop: number) => void;
  readonly onOpen?: ((place: StackPlace) => void) | undefined;
}

function Outline(props: { readonly box: StackBox; readonly grow?: number; readonly className: string }) {
  const { box, grow = 0, className } = props;
  return (
    <rect
      x={box.x - box.width / 2 - grow}
      y={box.y - box.height / 2 - grow}
      width={box.width + 2 * grow}
      height={box.height + 2 * grow}
      rx={4 + grow}
      className={className}
    />
  );
}

function Face({ box, look }: Pick<StackTileProps, 'box' | 'look'>) {
  const { face } = look;
  if (face.kind === 'strip') return <Outline box={box} className={styles.strip ?? ''} />;
  if (face.kind === 'pending') return <Outline box={box} className={styles.pending ?? ''} />;
  return (
    <>
      <g style={{ fill: face.fill }}>
        <Outline box={box} className={styles.value ?? ''} />
      </g>
      <text x={box.x} y={box.y} className={styles.number} fill={contrastText(face.fill)}>
        {face.text}
      </text>
    </>
  );
}

function Band({ box, band }: { readonly box: StackBox; readonly band: readonly [number, number] }) {
  const [start, share] = band;
  const top = box.y - box.height / 2 + start * box.height;
  return (
    <rect
      x={box.x - box.width / 2 - 2}
      y={top - 1}
      width={box.width + 4}
      height={share * box.height + 2}
      rx={2}
      className={styles.band}
    />
  );
}

/** How far down the tile was hit, 0 … 1: in a strip it says which unit. */
function shareFromTop(event: MouseEvent<SVGGElement>): number {
  const { top, height } = (event.currentTarget.children[1] ?? event.currentTarget).getBoundingClientRect();
  return Math.max(0, (event.clientY - top) / height);
}

/** One cell of the stack. Enter, or a second click, opens it where there is something to open. */
export const StackTile = memo(function StackTile(props: StackTileProps) {
  const { box, look, row, selected, onPick, onOpen } = props;
  const { layer, step, direction } = box;
  const place = { layer, step, direction };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    if (onOpen && selected) onOpen(place);
    else onPick(place, -1);
  };
  const chain = direction === 1 ? styles.backward : styles.forward;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      aria-label={look.name}
      aria-selected={selected}
      tabIndex={props.takesTab ? 0 : -1}
      data-grid={`${step},${row}`}
      data-layer={layer}
      data-step={step}
      data-direction={direction}
      data-current={look.current}
      className={`${styles.tile} ${chain} ${look.current ? styles.current : ''}`}
      onClick={(event) => onPick(place, shareFromTop(event))}
      onDoubleClick={() => onOpen?.(place)}
      onKeyDown={onKeyDown}
    >
      <Outline box={box} grow={4} className={(selected ? styles.ringSelected : styles.ring) ?? ''} />
      <Face box={box} look={look} />
      {props.band && look.face.kind === 'strip' ? <Band box={box} band={props.band} /> : null}
    </g>
  );
});
