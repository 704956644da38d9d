import { type ReactNode, useState } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './controls.module.css';
import { Dialog } from './Dialog.tsx';

export interface TierBadgeProps {
  /** What computes, such as WebGPU. */
  readonly tier: string;
  /** `warn`: it runs, but not on what was hoped for. */
  readonly tone: 'good' | 'warn';
  /** Null while nothing trains. */
  readonly stepsPerSecond: number | null;
  /** Why this tier: sentences, shown when the badge is opened. */
  readonly why: ReactNode;
}

/** Where the numbers are computed and how fast; opens to say why there. */
export function TierBadge({ tier, tone, stepsPerSecond, why }: TierBadgeProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const digits = stepsPerSecond !== null && stepsPerSecond < 10 ? 1 : 0;
  return (
    <>
      <button type="button" className={`${styles.button} ${styles.badge}`} onClick={() => setOpen(true)}>
        <span className={styles.dot} data-tone={tone} />
        {tier}
        {stepsPerSecond === null ? null : (
          <span className={styles.steps}>
            · {text('figure.stepsPerSecond', { count: stepsPerSecond.toFixed(digits) })}
          </span>
        )}
      </button>
      <Dialog open={open} title={text('figure.tierTitle', { tier })} onClose={() => setOpen(false)}>
        {why}
      </Dialog>
    </>
  );
}
