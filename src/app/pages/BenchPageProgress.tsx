import { useId } from 'react';
import type { Progress } from '../../../bench/browser/bench.ts';
import { useText } from '../../components/text/useText.tsx';
import { benchMessages } from '../../i18n/messages/bench.ts';
import styles from './BenchPage.module.css';
import type { BenchState } from './useBench.ts';
import { useBenchWords } from './useBenchWords.ts';

/** Who is at work now, and how much is done. */
export function BenchPageProgress({ bench }: { readonly bench: BenchState }) {
  const { phase, progress, reason } = bench;
  const text = useText(benchMessages);
  return (
    <>
      {phase === 'running' && progress && <Running progress={progress} />}
      {/* Said aloud once at the end; the stages in between would drown a screen reader. */}
      <p role="status" className={styles.hint}>
        {phase === 'done' && text('bench.state-done')}
        {phase === 'stopped' && text('bench.state-stopped')}
        {phase === 'failed' && text('bench.state-failed', { reason: reason ?? '' })}
      </p>
    </>
  );
}

function Running({ progress: { done, total, shape, stage } }: { readonly progress: Progress }) {
  const text = useText(benchMessages);
  const words = useBenchWords();
  const id = useId();
  const at = { network: words.shape(shape), contestant: words.contestant(stage.contestant) };
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{text('bench.progress')}</label>
      <progress id={id} max={total} value={done} />
      <span className={styles.hint}>
        {stage.stage === 'prepare'
          ? text('bench.at-prepare', at)
          : text('bench.at-round', { ...at, round: stage.round })}
      </span>
    </div>
  );
}
