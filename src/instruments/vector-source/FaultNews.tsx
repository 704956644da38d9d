import { Button } from '../../components/controls/Button.tsx';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import type { OpenFault } from '../../store/vectors-state.ts';
import { faultText, flawText } from './fault-text.ts';
import { setName } from './say.ts';
import styles from './vector-source.module.css';

export interface FaultNewsProps {
  readonly fault: OpenFault;
  /** Something else is still open. */
  readonly isOtherOpen: boolean;
  readonly onTakeGood: () => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Faults that another attempt can mend without a change to the file. */
const PASSING: ReadonlySet<string> = new Set(['fetch', 'stopped', 'unreadable', 'memory']);

/** What is wrong with what was to be opened, and what can be done. */
export function FaultNews({ fault, isOtherOpen, onTakeGood, onAgain, onClose }: FaultNewsProps) {
  const text = useText(vectorsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { good, flaws } = fault;
  return (
    <div className={styles.fault} role="alert">
      <p>
        <b dir="auto">{text('vectors.faulty', { name: setName(text, fault) })}</b>
      </p>
      <p>{faultText(text, fault.fault, tag)}</p>
      {flaws.map((flaw) => (
        <p key={flaw.code}>{flawText(text, flaw, tag)}</p>
      ))}
      {isOtherOpen && <p>{text('vectors.stays')}</p>}
      <div className={styles.bar}>
        {good && (
          <Button primary onClick={onTakeGood}>
            {text('vectors.take-good', { count: good.words, shown: formatWhole(good.words, tag) })}
          </Button>
        )}
        {PASSING.has(fault.fault.code) && <Button onClick={onAgain}>{text('vectors.again')}</Button>}
        <Button onClick={onClose}>{text('vectors.close')}</Button>
      </div>
    </div>
  );
}
