import { useEffect, useState } from 'react';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { presenterMessages } from '../../i18n/messages/presenter.ts';
import { readStop, writeTalk } from '../../url/stop.ts';
import type { TalkSubject } from '../subjects.ts';
import type { KeyAction } from './keys.ts';
import { NotesClock } from './NotesClock.tsx';
import { NotesView } from './NotesView.tsx';
import styles from './notes.module.css';
import { usePath } from './paths.ts';
import type { Command } from './presentation.ts';
import { useNotesChannel } from './useNotesChannel.ts';
import { usePresenterKeys } from './usePresenterKeys.ts';

const COMMANDS: Partial<Record<KeyAction, Command>> = {
  next: { kind: 'next' },
  previous: { kind: 'previous' },
  first: { kind: 'first' },
  last: { kind: 'last' },
  blackout: { kind: 'blackout' },
};

/** No stage answers: it can be opened here, and the notes go on with it. */
function Lost(props: {
  readonly subject: TalkSubject;
  readonly talk: string;
  readonly stop: string | undefined;
}) {
  const text = useText(presenterMessages);
  const { of, slug } = props.subject;
  const stage = usePath({ name: 'present', of, slug });
  return (
    <div className={styles.lost} role="alert">
      <p>
        <b>{text('notes.lost')}</b> {text('notes.lost-text')}
      </p>
      <a
        className="button primary"
        href={stage + writeTalk(props.talk, props.stop)}
        target="_blank"
        rel="noreferrer"
      >
        {text('notes.open')}
      </a>
    </div>
  );
}

/** The second window: notes, what comes next, the time, and the same keys. Narrow, it is a remote for a phone's screen. */
export function NotesPage({ subject }: { readonly subject: TalkSubject }) {
  const text = useText(presenterMessages);
  const locale = useLocale();
  const talk = useTalkId();
  const { state, lost, send } = useNotesChannel(talk);
  usePresenterKeys((action) => {
    const command = COMMANDS[action];
    if (command) send(command);
    return command !== undefined;
  });
  return (
    <div className={styles.window}>
      {lost && <Lost subject={subject} talk={talk} stop={state?.stops[state.index]?.id} />}
      {state === null ? (
        <main className={styles.waiting} id="main">
          <h1 tabIndex={-1}>{text('page.notes', { title: subject.title[locale] })}</h1>
          {!lost && <p role="status">{text('notes.waiting')}</p>}
        </main>
      ) : (
        <NotesView state={state} send={send}>
          <NotesClock state={state} send={send} />
        </NotesView>
      )}
    </div>
  );
}

/** The talk that the address names, followed when it changes. */
function useTalkId(): string {
  const [talk, setTalk] = useState(() => readStop(location.hash).talk ?? '');
  useEffect(() => {
    const onChange = () => setTalk(readStop(location.hash).talk ?? '');
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return talk;
}
