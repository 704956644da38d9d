import { createContext, type ReactNode, use, useId } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './Checkpoint.module.css';

/** `open`: not answered since the last change; `revealed`: the reader asked for the answer. */
export type Phase = 'open' | 'right' | 'wrong' | 'revealed';

export interface Attempt {
  /** Names the radio buttons, and is the question's id. */
  readonly name: string;
  readonly phase: Phase;
  readonly picked: string | null;
  readonly pick: (choice: string, correct: boolean) => void;
}

export const NO_ATTEMPT: Attempt = { name: '', phase: 'open', picked: null, pick: () => {} };
export const AttemptContext = createContext<Attempt>(NO_ATTEMPT);

const isOver = (phase: Phase): boolean => phase === 'right' || phase === 'revealed';

/** What a checkpoint asks, or asks to do. */
export const Question = (props: { readonly children: ReactNode }) => (
  <div className={styles.question} id={use(AttemptContext).name || undefined}>
    {props.children}
  </div>
);

/** One answer of several; the right one carries `correct`. */
export function Choice(props: { readonly correct?: boolean; readonly children: ReactNode }) {
  const id = useId();
  const attempt = use(AttemptContext);
  const correct = props.correct ?? false;
  const picked = attempt.picked === id;
  const over = isOver(attempt.phase);
  const verdict = over && correct ? 'right' : picked && attempt.phase === 'wrong' ? 'wrong' : undefined;
  return (
    <label className={styles.choice} data-verdict={verdict}>
      <input
        type="radio"
        name={attempt.name}
        checked={picked}
        disabled={over}
        onChange={() => attempt.pick(id, correct)}
      />
      <span>{props.children}</span>
      {verdict && <span aria-hidden="true">{verdict === 'right' ? '✓' : '✗'}</span>}
    </label>
  );
}

/** Shown when the reader asks for it. */
export function Hint(props: { readonly children: ReactNode }) {
  const text = useText();
  return (
    <details className={styles.hint}>
      <summary>{text('check.hint')}</summary>
      {props.children}
    </details>
  );
}

/** Why the answer is what it is; shown with it, never before. */
export function Explanation(props: { readonly children: ReactNode }) {
  return isOver(use(AttemptContext).phase) ? (
    <div className={styles.explanation}>{props.children}</div>
  ) : null;
}
