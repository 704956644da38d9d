import { Button } from '../../components/controls/Button.tsx';
import { formatBytes } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { textsMessages } from '../../i18n/messages/texts.ts';
import type { IntakeFault, IntakeProgress } from '../../workers/text-protocol.ts';
import { faultText } from './fault-text.ts';
import styles from './texts.module.css';

export interface IntakeNewsProps {
  /** Files that are being read, for so many milliseconds. */
  readonly intake: { readonly progress: IntakeProgress | null; readonly elapsed: number } | null;
  readonly fault: IntakeFault | null;
  /** Why the text will be gone with the page. */
  readonly unsaved: 'quota' | 'unavailable' | null;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

/** How the reading of files goes, and what came of it where that is not what the reader wanted. */
export function IntakeNews({ intake, fault, unsaved, onCancel, onDismiss }: IntakeNewsProps) {
  const text = useText(textsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  return (
    <>
      {intake && <Progress {...intake} onCancel={onCancel} />}
      {fault && (
        <div className={styles.fault} role="alert">
          <p>{faultText(text, fault, tag)}</p>
          <Button onClick={onDismiss}>{text('texts.dismiss')}</Button>
        </div>
      )}
      {unsaved && (
        <div className={styles.news} role="status">
          <p>{text(`texts.unsaved-${unsaved}`)}</p>
          <Button onClick={onDismiss}>{text('texts.dismiss')}</Button>
        </div>
      )}
    </>
  );
}

interface ProgressProps extends NonNullable<IntakeNewsProps['intake']> {
  readonly onCancel: () => void;
}

function Progress({ progress, elapsed, onCancel }: ProgressProps) {
  const text = useText(textsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const size = (bytes: number) => formatBytes(bytes, 3, tag);
  const share = progress ? Math.min(1, progress.done / Math.max(1, progress.total)) : null;
  const rate = progress && elapsed > 0 ? (1000 * progress.done) / elapsed : 0;
  return (
    <div className={styles.news}>
      <p>{progress ? text('texts.reading', { name: progress.name }) : text('texts.opening')}</p>
      <progress
        className={styles.meter}
        aria-label={text('texts.progress')}
        max={1}
        value={share ?? undefined}
      />
      <p className={styles.numbers}>
        {progress &&
          text('texts.so-far', {
            done: size(progress.done),
            total: size(progress.total),
            rate: size(rate),
            seconds: Math.ceil((progress.total - progress.done) / Math.max(1, rate)),
          })}
      </p>
      <Button onClick={onCancel}>{text('texts.cancel')}</Button>
    </div>
  );
}
