import { samplingMessages } from '../../i18n/messages/sampling.ts';
import type { Cut } from '../../models/sampling/choice.ts';
import { useText } from '../text/useText.tsx';
import styles from './ChoiceBars.module.css';
import { percentText } from './percentText.ts';
import { visibleSymbol } from './visibleSymbol.ts';

export interface ChoiceRow {
  readonly id: number;
  readonly token: string;
  /** P as the model says. */
  readonly said: number;
  /** P as the token is drawn. */
  readonly offered: number;
  readonly cut: Cut | null;
  readonly isDrawn: boolean;
}

export interface ChoiceBarsProps {
  readonly rows: readonly ChoiceRow[];
  /** All tokens that have no row, together. */
  readonly rest: { readonly count: number; readonly said: number; readonly offered: number };
}

function Bars(props: { readonly said: number; readonly offered: number; readonly largest: number }) {
  const width = (p: number) => ({ width: `${(100 * p) / (props.largest || 1)}%` });
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.said} style={width(props.said)} />
      <span className={styles.offered} style={width(props.offered)} />
    </span>
  );
}

function Row({ row, largest }: { readonly row: ChoiceRow; readonly largest: number }) {
  const text = useText(samplingMessages);
  const note = row.cut ? text(`sample.cut-${row.cut}`) : row.isDrawn ? text('sample.was-drawn') : '';
  return (
    <tr data-cut={row.cut ?? undefined} data-drawn={row.isDrawn || undefined}>
      <th scope="row">
        <bdi>{visibleSymbol(row.token)}</bdi>
        {note !== '' && <small>{note}</small>}
      </th>
      <td className={styles.bars}>
        <Bars {...row} largest={largest} />
      </td>
      <td>{percentText(row.said)}</td>
      <td>{row.cut ? '–' : percentText(row.offered)}</td>
      <td className={styles.note}>{note}</td>
    </tr>
  );
}

/** Two bars a token: what the model says, and what it is drawn with. */
export function ChoiceBars({ rows, rest }: ChoiceBarsProps) {
  const text = useText(samplingMessages);
  const largest = Math.max(0, ...rows.flatMap(({ said, offered }) => [said, offered]));
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{text('sample.bars')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('sample.head-token')}</th>
          <td />
          <th scope="col" className={styles.keySaid}>
            {text('sample.said')}
          </th>
          <th scope="col" className={styles.keyOffered}>
            {text('sample.offered')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} largest={largest} />
        ))}
      </tbody>
      {rest.count > 0 && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {text('sample.others', { count: rest.count })}
            </th>
            <td>{percentText(rest.said)}</td>
            <td>{percentText(rest.offered)}</td>
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  );
}
