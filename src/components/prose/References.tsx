import { type ReactNode, useId } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './prose.module.css';

/** The sources at a lesson's end: a Markdown list inside. */
export function References(props: { readonly children: ReactNode }) {
  const text = useText();
  const id = useId();
  return (
    <section className={styles.references} aria-labelledby={id}>
      <h2 id={id}>{text('prose.references')}</h2>
      {props.children}
    </section>
  );
}
