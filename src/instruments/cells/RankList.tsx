import type { ReactNode } from 'react';
import { formatFixed, formatSigned } from '../../components/diagrams/formatNumber.ts';
import styles from './cells.module.css';

export interface RankRow {
  readonly id: string;
  readonly label: string;
  /** What the button does, in full. */
  readonly title: string;
  readonly r: number;
  /** |r| that chance alone reaches. */
  readonly chance: number;
  readonly chosen: boolean;
  readonly strip?: ReactNode;
  readonly onChoose: () => void;
}

/** |r| on a track from 0 to 1, with a mark where chance ends. */
function Bar({ r, chance }: Pick<RankRow, 'r' | 'chance'>) {
  return (
    <span className={styles.track} aria-hidden="true">
      <span
        className={r < 0 ? styles.negative : styles.positive}
        style={{ width: `${100 * Math.abs(r)}%` }}
      />
      <span className={styles.chance} style={{ left: `${100 * chance}%` }} />
    </span>
  );
}

/** What follows what, each with its r and what chance alone would reach. */
export function RankList(props: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly RankRow[];
  /** What a row says that is no better than chance. */
  readonly unsure: string;
}) {
  const { caption, heads, rows, unsure } = props;
  return (
    <table className={styles.ranks}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-chosen={row.chosen || undefined}>
            <th scope="row">
              <button
                type="button"
                className={styles.choose}
                aria-pressed={row.chosen}
                title={row.title}
                onClick={row.onChoose}
              >
                {row.label}
              </button>
            </th>
            <td className={styles.barCell}>{row.strip ?? <Bar r={row.r} chance={row.chance} />}</td>
            <td className={Math.abs(row.r) > row.chance ? styles.number : styles.weak}>
              {formatSigned(row.r)}
              {Math.abs(row.r) > row.chance ? null : <span className={styles.hidden}> {unsure}</span>}
            </td>
            <td className={styles.weak}>{formatFixed(row.chance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
