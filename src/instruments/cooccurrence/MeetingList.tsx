import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { significant } from '../ngrams/format.ts';
import tools from '../tools/tools.module.css';
import styles from './cooccurrence.module.css';
import { type Meeting, type Meetings, wordsAround } from './near.ts';

/** Words shown on either side of a meeting. */
const REACH = 4;

interface MeetingProps {
  readonly read: ReadText;
  readonly meeting: Meeting;
  readonly byDistance: boolean;
}

function MeetingRow({ read, meeting, byDistance }: MeetingProps) {
  const text = useText(cooccurrenceMessages);
  const { from, ids } = wordsAround(read.corpus, meeting, REACH);
  const { distance } = meeting;
  return (
    <li className={styles.meeting}>
      <span className={styles.adds}>
        {byDistance && distance > 1 ? `1/${distance}` : '1'}
        <span className={styles.distance}>{text('near.apart', { distance })}</span>
      </span>
      <span className={styles.passage} dir="auto">
        {Array.from(ids, (id, i) => {
          const at = from + i;
          const word = read.words[id] ?? '';
          const isMet = at === meeting.row || at === meeting.column;
          return (
            // A word's place in the text is what it is.
            <span key={at}>
              {i > 0 && ' '}
              {isMet ? <b data-met={at === meeting.row ? 'row' : 'column'}>{word}</b> : word}
            </span>
          );
        })}
      </span>
    </li>
  );
}

/** 12 × 1 + 3 × 1/2 + …: how a cell's number comes about. */
export function sumText({ distances, sum, count }: Meetings, byDistance: boolean): string {
  if (count === 0) return '0';
  if (!byDistance) return `${count} × 1 = ${count}`;
  const parts = Array.from(distances, (many, i) => ({ many, distance: i + 1 })).filter(
    ({ many }) => many > 0,
  );
  const terms = parts.map(({ many, distance }) => `${many} × ${distance === 1 ? '1' : `1/${distance}`}`);
  return `${terms.join(' + ')} = ${significant(sum, 6)}`;
}

export interface MeetingListProps {
  readonly read: ReadText;
  readonly row: string;
  readonly column: string;
  readonly meetings: Meetings;
  readonly byDistance: boolean;
}

/** The selected cell: its arithmetic, and the first places of the text that count into it. */
export function MeetingList({ read, row, column, meetings, byDistance }: MeetingListProps) {
  const text = useText(cooccurrenceMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { first, count, sum } = meetings;
  return (
    <section className={styles.meetings} aria-label={text('near.where')}>
      <p className={tools.readout} role="status" data-testid="cell">
        {text('near.cell-sum', { row, column, sum: sumText(meetings, byDistance) })}
        {sum > 0 && ` ${text('near.cell-log', { log: significant(Math.log(sum), 4) })}`}
      </p>
      <p className={tools.note}>
        {text('near.places', { count, all: formatWhole(count, tag), shown: first.length })}{' '}
        {row === column && count > 0 && text('near.itself')}
      </p>
      <ol className={styles.places}>
        {first.map((meeting) => (
          <MeetingRow
            key={`${meeting.row} ${meeting.column}`}
            read={read}
            meeting={meeting}
            byDistance={byDistance}
          />
        ))}
      </ol>
    </section>
  );
}
