import { useText } from '../../components/text/useText.tsx';
import styles from './unrolled.module.css';
import type { UnrolledView } from './view.ts';

/** Keeps the net's room while a new run has no numbers yet. */
export function Starting({ view }: { readonly view: UnrolledView }) {
  const text = useText();
  if (view.state.phase !== 'starting' && view.state.phase !== 'paused') return null;
  return (
    <div className={styles.waiting} role="status">
      {text('train.starting')}
    </div>
  );
}
