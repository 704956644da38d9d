import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { formatBytes } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import type { VectorSet } from '../../store/vectors-state.ts';
import styles from './vector-source.module.css';

type State = { readonly set: string; readonly phase: 'busy' | 'kept' | 'quota' | 'unavailable' };

/** Keeps the open set in this browser, if the reader wants that. Those that come with the notebook need not be, kept ones are. */
export function Remember({ set }: { readonly set: VectorSet }) {
  const text = useText(vectorsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const [state, setState] = useState<State | null>(null);
  const { info } = set;
  if (set.isPartial || info.origin === 'built-in' || info.origin === 'kept') return null;
  const phase = state?.set === info.id ? state.phase : null;
  const keep = async () => {
    setState({ set: info.id, phase: 'busy' });
    const result = await set.keep();
    setState({ set: info.id, phase: result.ok ? 'kept' : result.cause });
  };
  const isFault = phase === 'quota' || phase === 'unavailable';
  return (
    <div className={styles.bar}>
      {phase !== 'kept' && (
        <Button disabled={phase === 'busy'} onClick={() => void keep()}>
          {text('vectors.remember')}
        </Button>
      )}
      <p role="status" className={isFault ? styles.bad : styles.note}>
        {phase === null && text('vectors.remember-note', { size: formatBytes(info.bytes, 2, tag) })}
        {phase === null && info.hasSubwords && ` ${text('vectors.remember-subwords')}`}
        {phase === 'busy' && text('vectors.remembering')}
        {phase === 'kept' && text('vectors.remembered')}
        {isFault && text(`vectors.remember-${phase}`)}
      </p>
    </div>
  );
}
