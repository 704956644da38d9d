import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { presenterMessages } from '../../i18n/messages/presenter.ts';
import styles from './presenter.module.css';
import type { NotesWindow } from './useNotesWindow.ts';

/** What did not go as asked: a stop that does not exist, a window that the browser did not allow. */
export function StageNotices(props: {
  readonly notes: NotesWindow;
  readonly missing: string | null;
  /** The figure that the address names. */
  readonly byFigure: string | null;
  readonly onDismiss: () => void;
}) {
  const text = useText(presenterMessages);
  const { notes, missing, byFigure } = props;
  return (
    <div className={styles.notices} role="status">
      {missing !== null && (
        <p>
          {text(byFigure === null ? 'presenter.missing' : 'presenter.missing-figure', { stop: missing })}
          <Button onClick={props.onDismiss}>{text('presenter.dismiss')}</Button>
        </p>
      )}
      {notes.blocked && (
        <p>
          {text('presenter.blocked')}
          <a href={notes.href} target="_blank" rel="noreferrer" onClick={notes.dismiss}>
            {text('presenter.blocked-link')}
          </a>
          <Button onClick={notes.dismiss}>{text('presenter.dismiss')}</Button>
        </p>
      )}
    </div>
  );
}
