import type { ReactNode } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './unrolled.module.css';
import type { TrainingText } from './useTrainingText.ts';

/** Stands in the figure's room until the first numbers are there, or says why there are none. */
export function Waiting({ training }: { readonly training: TrainingText }): ReactNode {
  const text = useText();
  const { failure } = training;
  if (failure) {
    return (
      <div className={styles.waiting} role="alert">
        <p>
          {text('train.loadFailed', failure)} <Button onClick={training.retry}>{text('train.retry')}</Button>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.waiting} role="status">
      {text(training.text === null ? 'train.loadingText' : 'train.starting')}
    </div>
  );
}
