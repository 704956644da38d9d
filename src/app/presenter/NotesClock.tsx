import { useEffect, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { presenterMessages } from '../../i18n/messages/presenter.ts';
import type { TalkState } from './channel.ts';
import { elapsed, formatElapsed } from './clock.ts';
import styles from './notes.module.css';
import type { ClockCall, Command } from './presentation.ts';
import { plannedUntil } from './talk.ts';

/** What time it is, twice a second: often enough for a clock that shows seconds. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The time of day, how long the talk has been going, and how long it was to have been. */
export function NotesClock(props: { readonly state: TalkState; readonly send: (command: Command) => void }) {
  const text = useText(presenterMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { clock, stops, index } = props.state;
  const now = useNow();
  // A click comes between two ticks, and the clock starts with it.
  const [call, running] = [
    (what: ClockCall) => props.send({ kind: 'clock', call: what, now: Date.now() }),
    clock.since !== null,
  ];
  const planned = plannedUntil(stops, index);
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
  return (
    <section className={styles.clock} aria-label={text('notes.time')}>
      <p className={styles.elapsed}>
        <span className="visually-hidden">{text('notes.elapsed')}</span>
        <b data-testid="elapsed">{formatElapsed(elapsed(clock, Math.max(now, clock.since ?? 0)))}</b>
        <time>{time.format(now)}</time>
      </p>
      {planned !== null && (
        <p className={styles.planned}>{text('notes.planned', { time: formatElapsed(planned * 60_000) })}</p>
      )}
      <div className={styles.row}>
        <Button icon={running ? 'pause' : 'play'} onClick={() => call(running ? 'pause' : 'start')}>
          {text(running ? 'notes.pause' : 'notes.start')}
        </Button>
        <Button icon="reset" onClick={() => call('reset')}>
          {text('notes.reset')}
        </Button>
      </div>
    </section>
  );
}
