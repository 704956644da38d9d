import { useState } from 'react';
import styles from './controls.module.css';

export interface ConfirmButtonProps {
  readonly children: string;
  /** Accessible name where the word does not say enough. */
  readonly label: string;
  /** What stands on it once it was pressed: the second press does it. */
  readonly question: string;
  readonly onConfirm: () => void;
}

/** Deletes something for good: at the second press. To leave it, or Escape, takes the first one back. */
export function ConfirmButton({ children, label, question, onConfirm }: ConfirmButtonProps) {
  const [isAsked, setAsked] = useState(false);
  const press = () => {
    setAsked(!isAsked);
    if (isAsked) onConfirm();
  };
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={isAsked ? `${question} ${label}` : label}
      title={label}
      onClick={press}
      onBlur={() => setAsked(false)}
      onKeyDown={(event) => event.key === 'Escape' && setAsked(false)}
    >
      {isAsked ? question : children}
    </button>
  );
}
