import { topProbabilities } from '../../components/plots/topProbabilities.ts';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { significant } from '../ngrams/format.ts';
import styles from './tree-walk.module.css';
import type { Forest, Walk } from './view.ts';

/** Words that are listed by name. */
const SHOWN = 8;

const percent = (value: number): string => `${significant(100 * value, 3)} %`;

interface LeavesPanelProps {
  readonly forest: Forest;
  readonly walk: Walk;
  readonly onTarget: (word: string) => void;
}

function Bar(props: { readonly share: number; readonly isTarget: boolean }) {
  return (
    <span className={styles.track} aria-hidden="true" data-target={props.isTarget || undefined}>
      <span style={{ width: `${100 * props.share}%` }} />
    </span>
  );
}

interface Named {
  readonly id: number;
  readonly probability: number;
}

/** All of the probability as one bar: the words that are named, then the rest. */
function Whole({ top, target }: { readonly top: readonly Named[]; readonly target: number }) {
  return (
    <span className={styles.whole} aria-hidden="true">
      {top.map(({ id, probability }) => (
        <span key={id} data-target={id === target || undefined} style={{ width: `${100 * probability}%` }} />
      ))}
    </span>
  );
}

/** All leaves as bars: the most probable ones and the target by name, the others together, and what they sum to. */
export function LeavesPanel({ forest: { info, pair }, walk, onTarget }: LeavesPanelProps) {
  const text = useText(treeWalkMessages);
  const { top, rest, others } = topProbabilities(walk.probabilities, SHOWN, pair.target);
  const largest = top[0]?.probability ?? 1;
  return (
    <section className={styles.panel} data-testid="leaves">
      <p className={styles.heading}>{text('treewalk.leaves-title')}</p>
      <p className={styles.aside}>
        {text('treewalk.leaves-note', { context: info.words[pair.context] ?? '' })}
      </p>
      <ol className={styles.leaves}>
        {top.map(({ id, probability }) => (
          <li key={id} data-leaf={id}>
            <button
              type="button"
              className={styles.leaf}
              aria-pressed={id === pair.target}
              onClick={() => onTarget(info.words[id] ?? '')}
            >
              <bdi>{info.words[id]}</bdi>
            </button>
            <Bar share={probability / largest} isTarget={id === pair.target} />
            <span className={styles.number}>{percent(probability)}</span>
          </li>
        ))}
        <li className={styles.rest}>
          <span className={styles.aside}>{text('treewalk.others', { count: others })}</span>
          <span className={styles.number}>{percent(rest)}</span>
        </li>
        <li className={styles.total}>
          <span>{text('treewalk.leaves-sum')}</span>
          <Whole top={top} target={pair.target} />
          <span className={styles.number}>{`${(100 * walk.sum).toFixed(4)} %`}</span>
        </li>
      </ol>
    </section>
  );
}
