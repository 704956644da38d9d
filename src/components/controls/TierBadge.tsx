import { type ReactNode, useState } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './controls.module.css';
import { Dialog } from './Dialog.tsx';

export interface TierBadgeProps {
  /** What computes, such as WebGPU. */
  readonly tier: string;
  /** `warn`: it runs, but not on what was hoped for. */
  readonly tone: 'good' | 'warn';
  /** How fast, in words, such as 120 steps/s; null while nothing trains. */
  readonly speed: string | null;
  /** Why this tier: sentences, shown when the badge is opened. */
  readonly why: ReactNode;
}

/** Where the numbers are computed and how fast; opens to say why there. */
export function TierBadge({ tier, tone, speed, why }: TierBadgeProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={`${styles.button} ${styles.badge}`} onClick={() => setOpen(true)}>
        <span className={styles.dot} data-tone={tone} />
        {tier}
        {speed === null ? null : <span className={styles.steps}>· {speed}</span>}
      </button>
      <Dialog open={open} title={text('figure.tierTitle', { tier })} onClose={() => setOpen(false)}>
        {why}
      </Dialog>
    </>
  );
}
