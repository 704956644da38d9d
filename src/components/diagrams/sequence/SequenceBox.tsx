import { memo } from 'react';
import { halfHeight, halfWidth, TYPES, type TypeBox } from '../../../layout/sequenceTypes.ts';
import { fitText } from '../../../layout/textWidth.ts';
import { type SignedPalette, signedColor } from '../palette.ts';
import { roleStyle } from '../Symbol.tsx';
import styles from './SequenceNet.module.css';
import type { SequenceStep } from './sequenceTypes.ts';

export const BOX_ROLES = { input: 'input', state: 'hidden', output: 'prediction' } as const;

export interface SequenceBoxProps {
  readonly box: TypeBox;
  readonly pitch: number;
  /** Undefined while a box of the drawing before fades. */
  readonly step: SequenceStep | undefined;
  readonly name: string;
  readonly row: number;
  readonly selected: boolean;
  readonly takesTab: boolean;
  readonly palette: SignedPalette;
  readonly onPick: () => void;
}

function Outline(props: {
  readonly box: TypeBox;
  readonly pitch: number;
  readonly grow: number;
  readonly className: string;
}) {
  const { box, pitch, grow, className } = props;
  const [x, y] = [halfWidth(box.kind, pitch) + grow, halfHeight(box.kind) + grow];
  const radius = { input: 5, state: 4, output: 13 }[box.kind] + grow;
  return <rect x={box.x - x} y={box.y - y} width={2 * x} height={2 * y} rx={radius} className={className} />;
}

/** A hidden vector: a band for every unit, the first on top. */
function Strip({ box, pitch, step, palette }: SequenceBoxProps) {
  const values = step?.values;
  const half = halfWidth('state', pitch);
  const top = box.y - TYPES.strip / 2;
  return (
    <>
      <Outline box={box} pitch={pitch} grow={0} className={styles.empty ?? ''} />
      {values
        ? Array.from(values, (value, unit) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place.
              key={unit}
              x={box.x - half}
              y={top + (unit * TYPES.strip) / values.length}
              width={2 * half}
              height={TYPES.strip / values.length + 0.3}
              fill={signedColor(value, palette)}
            />
          ))
        : null}
      <Outline box={box} pitch={pitch} grow={0} className={styles.frame ?? ''} />
    </>
  );
}

function Output({ box, pitch, step }: SequenceBoxProps) {
  const room = 2 * halfWidth('output', pitch) - 6;
  const mark = step?.mark ?? null;
  return (
    <>
      <Outline box={box} pitch={pitch} grow={0} className={styles.shape ?? ''} />
      {step?.said ? (
        <>
          <text x={box.x} y={box.y - 7} className={styles.said}>
            {fitText(step.said, 13.5, room)}
          </text>
          <text x={box.x} y={box.y + 10} className={styles.percent}>
            {step.percent}
          </text>
        </>
      ) : null}
      {mark ? (
        <text
          x={box.x}
          y={box.y - halfHeight('output') - 12}
          className={mark === 'right' ? styles.right : styles.wrong}
        >
          {mark === 'right' ? '✓' : '✗'}
        </text>
      ) : null}
    </>
  );
}

function Input({ box, pitch, step }: SequenceBoxProps) {
  return (
    <>
      <Outline box={box} pitch={pitch} grow={0} className={styles.shape ?? ''} />
      <text x={box.x} y={box.y} className={styles.token}>
        {fitText(step?.token ?? '', 15, 2 * halfWidth('input', pitch) - 4)}
      </text>
    </>
  );
}

const FACES = { input: Input, state: Strip, output: Output } as const;

/** What is read, a state, or what is said, at one step. */
export const SequenceBox = memo(function SequenceBox(props: SequenceBoxProps) {
  const { box, selected, step } = props;
  const Face = FACES[box.kind];
  const fed = box.kind === 'input' && step?.fed ? styles.fed : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      aria-label={props.name}
      aria-selected={selected}
      tabIndex={props.takesTab ? 0 : -1}
      data-grid={`${box.step},${props.row}`}
      data-term={BOX_ROLES[box.kind]}
      data-box={`${box.kind}:${box.step}`}
      data-mark={box.kind === 'output' ? (step?.mark ?? undefined) : undefined}
      className={`${styles.box} ${selected ? styles.selected : ''} ${fed}`}
      style={{ ...roleStyle(BOX_ROLES[box.kind]), opacity: box.opacity }}
      onClick={props.onPick}
    >
      <Outline box={box} pitch={props.pitch} grow={5} className={styles.ring ?? ''} />
      <Face {...props} />
    </g>
  );
});
