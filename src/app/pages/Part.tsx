import type { ReactNode } from 'react';
import { ErrorPanel } from '../../components/prose/ErrorPanel.tsx';
import { useText } from '../../components/text/useText.tsx';
import { useLoaded } from '../useLoaded.ts';
import styles from './pages.module.css';

/** A part of the page that is fetched on its own; what cannot be fetched can be tried again. `load` must be stable. */
export function Part<T>(props: {
  readonly load: () => Promise<T>;
  readonly children: (value: T) => ReactNode;
}) {
  const text = useText();
  const [loaded, retry] = useLoaded(props.load);
  if (loaded.state === 'ready') return props.children(loaded.value);
  if (loaded.state === 'failed') return <ErrorPanel scope="chunk" error={loaded.error} onRetry={retry} />;
  return (
    <p className={styles.loading} role="status">
      {text('shell.loading')}
    </p>
  );
}
