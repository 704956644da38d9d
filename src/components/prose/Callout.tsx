import { type ReactNode, useId } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './prose.module.css';

/** A remark beside the argument: where common notes go wrong, what happens in practice, or a plain note. */
export function Callout(props: {
  readonly kind?: 'pitfall' | 'practice' | 'note';
  readonly title?: ReactNode;
  readonly children: ReactNode;
}) {
  const text = useText();
  const id = useId();
  const kind = props.kind ?? 'note';
  return (
    <div className={`${styles.callout} ${styles[kind]}`} role="note" aria-labelledby={id}>
      <p className={styles.label} id={id}>
        {props.title ?? text(`prose.${kind}`)}
      </p>
      {props.children}
    </div>
  );
}
