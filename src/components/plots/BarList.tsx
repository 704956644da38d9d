import type { ReactNode } from 'react';
import { formatSigned } from '../diagrams/formatNumber.ts';
import styles from './plots.module.css';

export interface BarRow {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: number;
  /** What stands under the row when it is open. */
  readonly detail?: ReactNode;
  readonly marked?: boolean;
}

export interface BarListProps {
  readonly rows: readonly BarRow[];
  /** Longest bar; the largest row's when absent. Give it where several lists share a scale. */
  readonly largest?: number;
}

/** Largest size of a row, for a shared scale. */
export function largestOf(rows: readonly { readonly value: number }[]): number {
  return Math.max(0, ...rows.map(({ value }) => Math.abs(value)).filter(Number.isFinite));
}

function Bar({ value, largest }: { readonly value: number; readonly largest: number }) {
  const share = largest > 0 && Number.isFinite(value) ? (Math.abs(value) / largest) * 50 : 0;
  return (
    <span className={styles.barTrack} aria-hidden="true">
      <span
        className={value < 0 ? styles.barNegative : styles.barPositive}
        style={{ width: `${share}%`, insetInlineStart: value < 0 ? `${50 - share}%` : '50%' }}
      />
    </span>
  );
}

/** Signed contributions as bars about a common zero, each with its number. */
export function BarList({ rows, largest = largestOf(rows) }: BarListProps) {
  return (
    <ul className={styles.bars}>
      {rows.map(({ id, label, value, detail, marked }) => (
        <li key={id} className={marked ? styles.marked : undefined}>
          <span className={styles.barLabel}>{label}</span>
          <Bar value={value} largest={largest} />
          <span className={styles.barValue}>{formatSigned(value)}</span>
          {detail ? <div className={styles.barDetail}>{detail}</div> : null}
        </li>
      ))}
    </ul>
  );
}
