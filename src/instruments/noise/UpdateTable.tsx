import { formatFixed, formatSigned } from '../../components/diagrams/formatNumber.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import { significant } from '../ngrams/format.ts';
import { DataTable } from '../tools/DataTable.tsx';
import tools from '../tools/tools.module.css';
import styles from './updates.module.css';
import type { PairUpdate, UpdateRow } from './updates.ts';

export interface UpdateTableProps {
  readonly now: PairUpdate;
  /** Before the pair was learnt by hand; null: it was not. */
  readonly before: PairUpdate | null;
  readonly words: readonly string[];
  /** Word that is read. */
  readonly input: string;
  /** η. */
  readonly rate: number;
}

/** σ as a bar from 0 to 1, with the answer that is wanted, and where it stood before. */
function AnswerBar({ row, before }: { readonly row: UpdateRow; readonly before: UpdateRow | undefined }) {
  return (
    <span className={styles.answer} data-label={row.label} aria-hidden="true">
      <span className={styles.answerFill} style={{ width: `${100 * row.probability}%` }} />
      {before && (
        <span className={styles.answerBefore} style={{ insetInlineStart: `${100 * before.probability}%` }} />
      )}
      <span className={styles.wanted} style={{ insetInlineStart: `${100 * row.label}%` }} />
    </span>
  );
}

const HEADS = ['word', 'label', 'score', 'sigma', 'bar', 'error', 'gradient', 'step'] as const;

/** The K + 1 questions of a pair, and what each asks of its row; then what they ask of h together. */
export function UpdateTable({ now, before, words, input, rate }: UpdateTableProps) {
  const text = useText(noiseMessages);
  const numbers = (row: UpdateRow, was: UpdateRow | undefined) => [
    String(row.label),
    formatSigned(row.score, 3),
    was
      ? `${formatFixed(was.probability, 3)} → ${formatFixed(row.probability, 3)}`
      : formatFixed(row.probability, 3),
    <AnswerBar key="bar" row={row} before={was} />,
    formatSigned(row.error, 3),
    significant(row.gradient, 3),
    significant(rate * row.gradient, 3),
  ];
  const hidden = [
    '',
    '',
    '',
    '',
    '',
    significant(now.hiddenGradient, 3),
    significant(rate * now.hiddenGradient, 3),
  ];
  return (
    <ScrollBox label={text('updates.title')} className={`${tools.scroller} ${styles.tableBox}`}>
      <DataTable
        className={styles.updates}
        caption={text('updates.table', { word: input })}
        heads={HEADS.map((head) => text(`updates.head-${head}`))}
        rows={[
          ...now.rows.map((row, i) => ({
            id: `${i} ${row.id}`,
            cells: [
              <span key="word" data-label={row.label} className={styles.asked}>
                {words[row.id] ?? ''}
              </span>,
              ...numbers(row, before?.rows[i]),
            ],
          })),
          {
            id: 'h',
            cells: [
              <span key="word" className={styles.hidden}>
                {text('updates.hidden', { word: input })}
              </span>,
              ...hidden,
            ],
          },
        ]}
      />
    </ScrollBox>
  );
}
