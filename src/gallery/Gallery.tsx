import styles from './gallery.module.css';
import { STATES } from './states.ts';

export interface GalleryProps {
  /** The state to show alone; the list when absent. */
  readonly id?: string | null;
}

/** Dev route: the list of named states, or one of them with nothing around it. */
export function Gallery({ id }: GalleryProps) {
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
            <a href={`/gallery/${key}`}>{title}</a> <code>{key}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
