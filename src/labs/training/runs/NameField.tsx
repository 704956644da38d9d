import { type KeyboardEvent, useState } from 'react';
import styles from '../lab.module.css';

/** A name in the making: Enter or leaving the field takes it, Escape gives null. */
export function NameField(props: {
  readonly label: string;
  readonly value: string;
  readonly onDone: (name: string | null) => void;
}) {
  const { label, value, onDone } = props;
  const [draft, setDraft] = useState(value);
  const take = () => {
    const name = draft.trim();
    onDone(name === '' || name === value ? null : name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's own Enter and Escape: the name is still being written.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') take();
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <input
      className={styles.name}
      aria-label={label}
      dir="auto"
      maxLength={120}
      value={draft}
      // biome-ignore lint/a11y/noAutofocus: it opens under the reader's hand, in place of the name.
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  );
}
