import { useCountText } from '../../components/diagrams/softmax-tree/useCountText.ts';
import type { FoldsHandle } from '../../components/diagrams/softmax-tree/useFolds.ts';
import { wordsUnder } from '../../components/diagrams/softmax-tree/wordsUnder.ts';
import { useText } from '../../components/text/useText.tsx';
import { softmaxTreeMessages } from '../../i18n/messages/softmax-tree.ts';
import type { Part } from './queue.ts';
import styles from './softmax-tree.module.css';
import type { Merges } from './useMerges.ts';

/** Parts that are listed. */
const LISTED = 14;
const NAMED = 3;

export interface PartNameProps {
  readonly part: Part;
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  readonly folds: FoldsHandle;
}

/** What a part is called: its word, or the words that it joins. */
export function usePartName({ words, counts, folds }: Omit<PartNameProps, 'part'>) {
  return ({ id }: Part): string => {
    if (id < 0) return words[~id] ?? '';
    const named = wordsUnder(folds, counts, id, NAMED + 1).map((leaf) => words[leaf] ?? '');
    return named.length > NAMED ? `${named.slice(0, NAMED).join(' · ')} …` : named.join(' · ');
  };
}

export interface QueuePanelProps extends Omit<PartNameProps, 'part'> {
  readonly merges: Merges;
}

/** Parts by weight, the lightest first: what stands at the head is joined next. */
export function QueuePanel(props: QueuePanelProps) {
  const { parts } = props.merges.queue;
  const text = useText(softmaxTreeMessages);
  const { whole } = useCountText();
  const nameOf = usePartName(props);
  const most = parts.at(-1)?.count ?? 0;
  return (
    <section className={styles.queue} aria-label={text('tree.queue')}>
      <p className={styles.heading}>{text('tree.queue')}</p>
      <ol>
        {parts.slice(0, LISTED).map((part, place) => (
          <li
            key={part.id}
            data-next={(place < 2 && parts.length > 1) || undefined}
            data-inner={part.id >= 0 || undefined}
          >
            <span className={styles.partName} dir="auto">
              {nameOf(part)}
            </span>
            <span className={styles.partCount}>{whole(part.count)}</span>
            <span className={styles.partBar} aria-hidden="true">
              <span
                className={styles.partFill}
                style={{ width: `${most > 0 ? (100 * part.count) / most : 0}%` }}
              />
            </span>
          </li>
        ))}
      </ol>
      {parts.length > LISTED && (
        <p className={styles.queueRest}>{text('tree.queue-rest', { count: parts.length - LISTED })}</p>
      )}
    </section>
  );
}
