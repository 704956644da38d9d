import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './controls.module.css';
import { type NumberRange, parseNumber } from './parseNumber.ts';

export interface NumberFieldProps extends NumberRange {
  readonly label: string;
  readonly value: number;
  /** The label is for screen readers only. */
  readonly quiet?: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (value: number) => void;
  /** Escape. */
  readonly onCancel?: () => void;
}

/** A number that is taken over on Enter or on leaving the field; what is wrong with it is said below it. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, quiet = false, onChange, onCancel } = props;
  const text = useText();
  const id = useId();
  const [draft, setDraft] = useState(String(value));
  const parsed = parseNumber(draft, props);
  useEffect(() => setDraft(String(value)), [value]);
  const commit = () => {
    if (parsed.ok && parsed.value !== value) onChange(parsed.value);
    else if (parsed.ok) onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape') return;
    setDraft(String(value));
    onCancel?.();
  };
  return (
    <span className={styles.field}>
      {quiet ? null : (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <input
        id={id}
        className={`${styles.input} ${styles.number}`}
        inputMode="decimal"
        autoComplete="off"
        aria-label={quiet ? label : undefined}
        aria-invalid={!parsed.ok}
        aria-describedby={parsed.ok ? undefined : `${id}-error`}
        value={draft}
        // biome-ignore lint/a11y/noAutofocus: it opens under the reader's hand, in place of the number just pressed.
        autoFocus={props.autoFocus}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {parsed.ok ? null : (
        <span id={`${id}-error`} className={styles.error} role="alert">
          {text(`figure.number.${parsed.reason}`, { min, max, found: draft })}
        </span>
      )}
    </span>
  );
}
