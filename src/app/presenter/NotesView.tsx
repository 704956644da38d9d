import type { ReactNode } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { presenterMessages } from '../../i18n/messages/presenter.ts';
import type { TalkState } from './channel.ts';
import styles from './notes.module.css';
import type { Command } from './presentation.ts';
import type { Stop } from './talk.ts';

type Send = (command: Command) => void;

function Paragraphs({ notes }: { readonly notes: readonly string[] }) {
  const text = useText(presenterMessages);
  if (notes.length === 0) return <p className={styles.quiet}>{text('notes.none')}</p>;
  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never move
  return notes.map((paragraph, place) => <p key={place}>{paragraph}</p>);
}

/** What comes after this stop: another one, or the end of what was prepared. */
function Next({ state, stop }: { readonly state: TalkState; readonly stop: Stop | undefined }) {
  const text = useText(presenterMessages);
  const atEnd = state.index >= state.last;
  return (
    <section className={styles.next} aria-labelledby="notes-next">
      <h2 id="notes-next">{text('notes.next')}</h2>
      {atEnd && !state.stops[state.index]?.extra && <p className={styles.quiet}>{text('notes.end')}</p>}
      {stop && !atEnd && (
        <>
          <h3>{stop.title}</h3>
          <p className={styles.beginning}>{stop.notes[0]}</p>
        </>
      )}
      {stop && atEnd && <p className={styles.quiet}>{text('notes.end-extra', { title: stop.title })}</p>}
    </section>
  );
}

/** Every stop, to go there directly: a question from the room may want an earlier one. */
function StopList({ state, send }: { readonly state: TalkState; readonly send: Send }) {
  const text = useText(presenterMessages);
  return (
    <nav className={styles.list} aria-label={text('notes.all')}>
      <ol>
        {state.stops.map((stop, index) => (
          <li key={stop.id}>
            <button
              type="button"
              aria-current={index === state.index ? 'step' : undefined}
              onClick={() => send({ kind: 'go', index })}
            >
              <span>{stop.extra ? `+${index - state.last}` : index + 1}</span>
              {stop.title}
              {stop.extra && <small>{text('notes.extra')}</small>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Thumb-sized on a phone. */
function Remote({ state, send }: { readonly state: TalkState; readonly send: Send }) {
  const text = useText(presenterMessages);
  return (
    <nav className={styles.remote} aria-label={text('notes.controls')}>
      <Button
        icon="back"
        label={text('presenter.previous')}
        disabled={state.index === 0}
        onClick={() => send({ kind: 'previous' })}
      />
      <Button icon="blackout" pressed={state.blackout} onClick={() => send({ kind: 'blackout' })}>
        {text('presenter.blackout')}
      </Button>
      <Button
        primary
        icon="forward"
        label={text('presenter.next')}
        disabled={state.index === state.stops.length - 1}
        onClick={() => send({ kind: 'next' })}
      />
    </nav>
  );
}

/** What the speaker sees: this stop and its notes, the next one, the time, every stop. */
export function NotesView(props: {
  readonly state: TalkState;
  readonly send: Send;
  readonly children: ReactNode;
}) {
  const text = useText(presenterMessages);
  const { state, send } = props;
  const stop = state.stops[state.index];
  if (!stop) return null;
  const at = state.index + 1;
  const count = state.last + 1;
  return (
    <>
      <div className={styles.desk}>
        <main className={styles.now} id="main">
          <p className={styles.place}>
            <span data-testid="counter">
              {stop.extra
                ? text('presenter.counter-extra', { at: at - count })
                : text('presenter.counter', { at, count })}
            </span>
            {' · '}
            {state.title}
            {state.blackout && <b className={styles.dark}>{text('notes.dark')}</b>}
          </p>
          <h1 tabIndex={-1} aria-live="polite">
            {stop.title}
          </h1>
          <div className={styles.notes}>
            <Paragraphs notes={stop.notes} />
          </div>
        </main>
        <aside className={styles.beside}>
          {props.children}
          <Next state={state} stop={state.stops[at]} />
          <StopList state={state} send={send} />
        </aside>
      </div>
      <Remote state={state} send={send} />
    </>
  );
}
