import { useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { Sparkline } from '../../components/plots/Sparkline.tsx';
import { useText } from '../../components/text/useText.tsx';
import type { RunState } from '../../store/run-state.ts';
import styles from './unrolled.module.css';

/** The loss of the last batch, and the way there. */
export function LossNow({ state }: { readonly state: RunState }) {
  const text = useText();
  const { frame, curve } = state;
  const columns = useMemo(() => ({ x: curve.steps, y: curve.loss, length: curve.length }), [curve]);
  return (
    <span className={styles.loss}>
      {text('train.loss')} <b data-testid="loss">{frame ? formatFixed(frame.stats.loss, 2) : '–'}</b>
      <Sparkline curve={columns} name={text('train.lossCurve')} width={110} height={24} />
    </span>
  );
}
