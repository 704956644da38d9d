import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { RankedAnswer, VectorSet } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import styles from './vector-panels.module.css';

/** How many rows were looked at, and how long that took: as the worker measured it. */
export function Scanned({ answer }: { readonly answer: Pick<RankedAnswer, 'scanned' | 'ms'> }) {
  const text = useText(vectorPanelMessages);
  const ms = answer.ms >= 100 ? answer.ms.toFixed(0) : answer.ms.toPrecision(2);
  return (
    <p className={styles.note} data-testid="scanned">
      {text('vectorpanels.scanned', { count: answer.scanned, ms })}
    </p>
  );
}

/** The worker failed at a question. */
export function Failed({ detail }: { readonly detail: string | null }) {
  const text = useText(vectorPanelMessages);
  if (detail === null) return null;
  return (
    <p className={styles.error} role="alert">
      {text('vectorpanels.failed', { detail })}
    </p>
  );
}

const MOST_NEAR = 4;

interface MissingWordProps {
  readonly set: VectorSet;
  readonly word: string;
  /** Puts another word in its place. */
  readonly onReplace: (word: string) => void;
}

/** A word that the set lacks, and those it has that are spelt nearly so. */
function MissingWord({ set, word, onReplace }: MissingWordProps) {
  const text = useText(vectorPanelMessages);
  const { answer } = useAnswer(set, { kind: 'find', text: word, count: MOST_NEAR });
  return (
    <div className={styles.missing}>
      <p>{text('vectorpanels.unknown', { word, count: set.info.words })}</p>
      {answer && answer.found.length > 0 && (
        <p className={styles.choices}>
          {text('vectorpanels.meant')}{' '}
          {answer.found.map((found) => (
            <button
              key={found.word}
              type="button"
              className={styles.chip}
              onClick={() => onReplace(found.word)}
            >
              {found.word}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

const MOST_MISSING = 3;

export interface MissingWordsProps {
  readonly set: VectorSet;
  readonly words: readonly string[];
  readonly onReplace: (missing: string, word: string) => void;
}

/** Words that were asked for and that the set lacks. */
export function MissingWords({ set, words, onReplace }: MissingWordsProps) {
  const text = useText(vectorPanelMessages);
  if (words.length === 0) return null;
  const more = words.length - MOST_MISSING;
  return (
    <div role="alert" className={styles.missings}>
      {words.slice(0, MOST_MISSING).map((word) => (
        <MissingWord key={word} set={set} word={word} onReplace={(other) => onReplace(word, other)} />
      ))}
      {more > 0 && <p className={styles.error}>{text('vectorpanels.unknown-more', { count: more })}</p>}
    </div>
  );
}
