import type { ReactNode } from 'react';
import type { BodyProps } from './body.ts';
import { UNPOINTED } from './settings.ts';
import { TrainingBar } from './TrainingBar.tsx';
import styles from './unrolled.module.css';

export interface BarsProps extends Omit<BodyProps, 'table'> {
  /** What stands beside training: a `WalkBar`. */
  readonly children?: ReactNode;
}

/** Training on the left, walking on the right. */
export function Bars({ view, pace, onPace, children }: BarsProps) {
  const { state, run, figure } = view;
  return (
    <div className={styles.bars}>
      <TrainingBar
        playing={state.phase === 'playing'}
        ready={state.phase === 'playing' || state.phase === 'paused'}
        pace={pace}
        onPace={onPace}
        onToggle={view.toggleTraining}
        onOnce={() => run.step(1)}
        onReset={() => {
          figure.change(UNPOINTED);
          run.reset();
        }}
      />
      {children}
    </div>
  );
}
