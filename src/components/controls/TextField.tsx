import { useId } from 'react';
import styles from './controls.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** A message that says what to do; marks the field as wrong. */
  readonly error?: string | null;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

/** The learner's own text, in any script: its direction follows its letters. */
export function TextField(props: TextFieldProps) {
  const { label, value, hint, error, rows = 2, maxLength, onChange } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        className={styles.area}
        rows={rows}
        maxLength={maxLength}
        spellCheck={false}
        value={value}
        aria-invalid={Boolean(error)}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {error || hint ? (
        <p
          id={`${id}-note`}
          className={error ? styles.error : styles.hint}
          role={error ? 'alert' : undefined}
        >
          {error || hint}
        </p>
      ) : null}
    </div>
  );
}
