import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import type { RunState } from '../../store/run-state.ts';
import styles from './unrolled.module.css';

/** Sizes of the run, its perplexity and gradient norm now. */
export function RunFacts({ state }: { readonly state: RunState }) {
  const text = useText();
  const { info, frame } = state;
  if (!info || !frame) return null;
  const { loss, gradientNorm } = frame.stats;
  return (
    <p className={styles.note}>
      {text('train.perplexity')} {formatFixed(Math.exp(loss), 1)} · {text('train.norm')}{' '}
      {formatFixed(gradientNorm, 2)} ·{' '}
      {text('train.facts', {
        tokens: info.tokens,
        vocabulary: info.vocabulary.length,
        parameters: info.parameterCount,
        batch: info.batch,
        steps: info.steps,
      })}
    </p>
  );
}
