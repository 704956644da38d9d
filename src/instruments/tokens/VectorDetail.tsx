import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { formatBytes } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { notationMessages } from '../../i18n/messages/notation.ts';
import { floatBytes } from '../counts/counts.ts';
import type { Lexicon, TokenColumn } from './lexicon.ts';
import styles from './tokens.module.css';

/** Rows of the vector that are written out on each side of its 1. */
const AROUND = 2;

interface Row {
  readonly id: number;
  readonly value: number;
}

/** The rows next to the 1, and null where rows are left out. */
function rowsAround(id: number, size: number): readonly (Row | null)[] {
  const first = Math.max(0, id - AROUND);
  const last = Math.min(size - 1, id + AROUND);
  const rows = Array.from({ length: last - first + 1 }, (_, i): Row => {
    return { id: first + i, value: Number(first + i === id) };
  });
  return [...(first > 0 ? [null] : []), ...rows, ...(last < size - 1 ? [null] : [])];
}

/** The selected token's vector, written out around its 1, and what it would cost to keep. */
export function VectorDetail(props: {
  readonly column: TokenColumn;
  readonly at: number;
  readonly lexicon: Lexicon;
}) {
  const text = useText(notationMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { column, at, lexicon } = props;
  const { size } = lexicon;
  const plain = new Intl.NumberFormat(tag);
  return (
    <section className={styles.detail} aria-label={text('tokens.detail')}>
      <p className={styles.detailTitle}>
        x<sup>⟨{at + 1}⟩</sup> · <bdi>{visibleSymbol(column.text)}</bdi>
      </p>
      <table className={styles.vector}>
        <tbody>
          {rowsAround(column.id, size).map((row, i) =>
            row ? (
              <tr key={row.id} data-one={row.value === 1}>
                <th scope="row">{plain.format(row.id)}</th>
                <td>
                  <bdi>{visibleSymbol(lexicon.tokenAt(row.id))}</bdi>
                </td>
                <td>{row.value}</td>
              </tr>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the gap above or below.
              <tr key={`gap-${i}`}>
                <th scope="row">⋮</th>
                <td>…</td>
                <td>0</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className={styles.detailText}>
        {column.known ? '' : `${text('tokens.replaced', { word: column.text })} `}
        {text('tokens.facts', {
          size,
          zeros: size - 1,
          vector: formatBytes(floatBytes(size), 3, tag),
          index: formatBytes(floatBytes(1), 3, tag),
        })}
      </p>
    </section>
  );
}
