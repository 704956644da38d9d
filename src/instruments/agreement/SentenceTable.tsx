import { useMemo } from 'react';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import styles from './agreement.module.css';
import { percent } from './DistanceChart.tsx';
import { CELLS, type Cell } from './nets.ts';
import { type Result, resultAt } from './results.ts';
import { freshPair, type Sentence, verdictOf } from './sentences.ts';

function Said(props: {
  readonly cell: Cell;
  readonly flat: Float64Array | null;
  readonly sentence: Sentence;
}) {
  const text = useText(agreementMessages);
  const { cell, flat, sentence } = props;
  const verdict = useMemo(() => (flat ? verdictOf(cell, flat, sentence) : null), [cell, flat, sentence]);
  if (!verdict) return <td className={styles.pending}>{text('agree.pending')}</td>;
  const { verb, share, isRight } = verdict;
  return (
    <td>
      <span className={isRight ? styles.right : styles.wrong}>
        <span aria-hidden="true">{isRight ? '✓' : '✗'}</span>{' '}
        {text('agree.says', { verb, share: percent(share) })}
        <span className="visually-hidden"> {text(isRight ? 'agree.right' : 'agree.wrong')}</span>
      </span>
    </td>
  );
}

/** Two fresh sentences that differ in the subject's number alone, and the verb that each trained net gives them. */
export function SentenceTable(props: { readonly results: readonly Result[]; readonly distance: number }) {
  const text = useText(agreementMessages);
  const { results, distance } = props;
  const pair = useMemo(() => freshPair(distance), [distance]);
  const caption = text('agree.sentences', { distance });
  const trained = (cell: Cell) => {
    const { state } = resultAt(results, cell, distance) ?? {};
    return state?.phase === 'done' ? state.parameters : null;
  };
  return (
    <ScrollBox label={caption} className={styles.scroll ?? ''}>
      <table className={`${styles.table} ${styles.verdicts}`} data-testid="sentences">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {CELLS.map((cell) => (
              <th key={cell} scope="col">
                {text(`agree.${cell}`)}
              </th>
            ))}
          </tr>
        </thead>
        {pair.map((sentence) => (
          <tbody key={sentence.answer}>
            <tr>
              <th scope="rowgroup" colSpan={CELLS.length} className={styles.sentence} lang="en">
                {sentence.words[0]} <strong>{sentence.words[1]}</strong> {sentence.words.slice(2).join(' ')} …{' '}
                <em>{sentence.answer}</em>
              </th>
            </tr>
            <tr>
              {CELLS.map((cell) => (
                <Said key={cell} cell={cell} flat={trained(cell)} sentence={sentence} />
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}
