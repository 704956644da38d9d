import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import type { ChainRow } from './chain.ts';
import { significant } from './format.ts';
import styles from './ngrams.module.css';

/** Struck-out tokens shown before the kept ones; the others are counted. */
const DROPPED_SHOWN = 3;

/** What stands before a token: the kept part as it is, the rest struck out. */
function History({ history, kept }: Pick<ChainRow, 'history' | 'kept'>) {
  const text = useText(ngramsMessages);
  const dropped = history.length - kept;
  const hidden = Math.max(0, dropped - DROPPED_SHOWN);
  if (history.length === 0) return <span>{text('ngrams.nothing')}</span>;
  return (
    <>
      {hidden > 0 && <span>… {text('ngrams.dropped', { count: hidden })}</span>}
      {history.slice(hidden).map((token, i) => {
        const Mark = i + hidden < dropped ? 'del' : 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place.
        return <Mark key={i + hidden}>{visibleSymbol(token)}</Mark>;
      })}
    </>
  );
}

export interface ChainTableProps {
  readonly rows: readonly ChainRow[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
}

/** The chain rule, a row for each factor. A token's button opens how its number comes about. */
export function ChainTable({ rows, selected, onSelect }: ChainTableProps) {
  const text = useText(ngramsMessages);
  const heads = ['history', 'token', 'counts', 'p', 'log', 'sum'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={text('ngrams.chain-title')}>
      <table className={styles.rows}>
        <caption>{text('ngrams.chain-table')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {text(`ngrams.head-${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place.
              key={i}
              data-selected={i === selected}
              data-impossible={!(row.probability > 0)}
            >
              <td className={styles.history}>
                <History history={row.history} kept={row.kept} />
              </td>
              <th scope="row">
                <button
                  type="button"
                  className={styles.token}
                  aria-pressed={i === selected}
                  onClick={() => onSelect(i)}
                >
                  {visibleSymbol(row.known ? row.text : '⟨UNK⟩')}
                </button>
              </th>
              <td>
                {row.count} / {row.total}
              </td>
              <td>{significant(row.probability, 3)}</td>
              <td>{significant(row.log, 3)}</td>
              <td>{significant(row.sum, 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
