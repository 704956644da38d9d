import type { ReactNode } from 'react';
import { useLoaded } from '../interaction/useLoaded.ts';
import { useText } from '../text/useText.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import styles from './prose.module.css';

/** A part of the page that is fetched on its own; what cannot be fetched can be tried again. `load` must be stable. */
export function Part<T>(props: {
  readonly load: () => Promise<T>;
  /** A part of a figure: it keeps no page's room while it loads. */
  readonly small?: boolean;
  readonly children: (value: T) => ReactNode;
}) {
  const text = useText();
  const [loaded, retry] = useLoaded(props.load);
  if (loaded.state === 'ready') return props.children(loaded.value);
  if (loaded.state === 'failed') return <ErrorPanel scope="chunk" error={loaded.error} onRetry={retry} />;
  return (
    <p className={props.small ? styles.loading : `${styles.loading} ${styles.tall}`} role="status">
      {text('shell.loading')}
    </p>
  );
}
