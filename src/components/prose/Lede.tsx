import type { ReactNode } from 'react';
import styles from './prose.module.css';

/** The opening paragraph of a lesson. */
export const Lede = (props: { readonly children: ReactNode }) => (
  <div className={styles.lede}>{props.children}</div>
);
