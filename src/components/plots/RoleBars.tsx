import { useRef } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import { roleStyle } from '../diagrams/Symbol.tsx';
import { useWidth } from '../interaction/useWidth.ts';
import styles from './RoleBars.module.css';

export interface RoleBar {
  readonly id: string;
  /** Gives the colour. */
  readonly role: FigureRole;
  readonly label: string;
  /** Beside the label, in small. */
  readonly note: string;
  /** Length of the bar, 0 … 1. */
  readonly share: number;
  readonly value: string;
}

export interface RoleBarsProps {
  readonly name: string;
  readonly rows: readonly RoleBar[];
}

const ROW = { height: 50, bar: 14, text: 16 } as const;
/** What is there has a bar that can be seen. */
const THINNEST = 2;

/** Bars on one scale, each with its name above it and its number at the line's end. */
export function RoleBars({ name, rows }: RoleBarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 520;
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        role="img"
        aria-label={`${name}. ${rows.map(({ label, value }) => `${label}: ${value}`).join('; ')}`}
        width={width}
        height={rows.length * ROW.height}
        className={styles.svg}
        data-export=""
      >
        {rows.map(({ id, role, label, note, share, value }, i) => (
          <g key={id} transform={`translate(0 ${i * ROW.height})`} style={roleStyle(role)} data-bar={id}>
            <text className={styles.label} y={ROW.text}>
              {label}
              <tspan className={styles.note} dx={10}>
                {note}
              </tspan>
            </text>
            <text className={styles.value} x={width} y={ROW.text}>
              {value}
            </text>
            <rect className={styles.track} y={ROW.text + 8} width={width} height={ROW.bar} rx={3} />
            <rect
              className={styles.fill}
              y={ROW.text + 8}
              width={share > 0 ? Math.max(THINNEST, share * width) : 0}
              height={ROW.bar}
              rx={share * width > 6 ? 3 : 0}
            />
          </g>
        ))}
      </svg>
    </div>
  );
}
