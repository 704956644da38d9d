import type { ReactNode } from 'react';
import styles from './gallery.module.css';
import { STATES } from './states.ts';

export interface GalleryProps {
  /** The state to show alone; the list when absent. */
  readonly id?: string | null;
  /** A link to a state: only the app knows the addresses of the page's language. */
  readonly link: (id: string, title: string) => ReactNode;
}

/** Dev route: the list of named states, or one of them with nothing around it. */
export function Gallery({ id, link }: GalleryProps) {
  const state = STATES.find((candidate) => candidate.id === id);
  if (state) {
    return (
      <section className={styles.state} data-gallery-state={state.id}>
        <h2 className={styles.title}>{state.title}</h2>
        <div className={styles.card}>{state.render()}</div>
      </section>
    );
  }
  return (
    <section className={styles.state}>
      {id ? <p role="alert">There is no state “{id}”.</p> : null}
      <ul className={styles.index}>
        {STATES.map(({ id: key, title }) => (
          <li key={key}>
            {link(key, title)} <code>{key}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
