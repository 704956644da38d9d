import { useText } from '../text/useText.tsx';
import styles from './plots.module.css';
import { topProbabilities } from './topProbabilities.ts';
import { visibleSymbol } from './visibleSymbol.ts';

export interface ProbabilityBarsProps {
  /** ŷ of one step, (V). */
  readonly probabilities: ArrayLike<number>;
  readonly vocabulary: readonly string[];
  /** Symbols shown; the rest are summed. */
  readonly count: number;
  /** Id of the symbol that really follows; null when unknown. */
  readonly target: number | null;
  /** What is said of it; absent: that it follows. */
  readonly targetNote?: string;
}

const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;

/** The most probable next symbols, the true one among them, and what is left for all others. */
export function ProbabilityBars(props: ProbabilityBarsProps) {
  const { probabilities, vocabulary, count, target } = props;
  const text = useText();
  const note = props.targetNote ?? text('figure.follows');
  const { top, rest, others } = topProbabilities(probabilities, count, target);
  const largest = top[0]?.probability ?? 1;
  return (
    <ol className={styles.probabilities} aria-label={text('figure.probabilities')}>
      {top.map(({ id, probability }) => (
        <li key={id} className={id === target ? styles.target : undefined}>
          <bdi className={styles.symbol}>{visibleSymbol(vocabulary[id] ?? `#${id}`)}</bdi>
          <span className={styles.probabilityTrack} aria-hidden="true">
            <span style={{ width: `${(100 * probability) / (largest || 1)}%` }} />
          </span>
          <span className={styles.barValue}>
            {percent(probability)}
            {id === target ? <small> {note}</small> : null}
          </span>
        </li>
      ))}
      {others > 0 ? (
        <li className={styles.rest}>
          <span>{text('figure.otherSymbols', { count: others })}</span>
          <span />
          <span className={styles.barValue}>{percent(rest)}</span>
        </li>
      ) : null}
    </ol>
  );
}
