import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { presenterMessages } from '../../i18n/messages/presenter.ts';
import type { KeyAction } from './keys.ts';
import styles from './presenter.module.css';
import type { Stop } from './talk.ts';
import type { Talk } from './useTalk.ts';

/** "3 / 9"; "+1" for a figure behind the end. */
function Counter({ talk, stop }: { readonly talk: Talk; readonly stop: Stop }) {
  const text = useText(presenterMessages);
  const at = talk.state.index + 1;
  const count = talk.last + 1;
  return (
    <span className={styles.counter} data-testid="counter">
      {stop.extra
        ? text('presenter.counter-extra', { at: at - count })
        : text('presenter.counter', { at, count })}
    </span>
  );
}

/** How far the talk has come, as a line. */
function Progress({ talk }: { readonly talk: Talk }) {
  const share = Math.min(1, (talk.state.index + 1) / (talk.last + 1));
  return <div className={styles.progress} style={{ inlineSize: `${100 * share}%` }} />;
}

/** The stop's title, large; beside it, quiet, what keys do as well. */
export function StageBar(props: {
  readonly talk: Talk | null;
  readonly stop: Stop | null;
  /** Heading before there is a stop. */
  readonly fallback: string;
  readonly laser: boolean;
  readonly fullScreen: boolean;
  readonly onAction: (action: KeyAction) => void;
}) {
  const text = useText(presenterMessages);
  const { talk, stop, onAction } = props;
  const last = talk ? talk.state.index === talk.stops.length - 1 : true;
  return (
    <header className={styles.bar}>
      <h1 tabIndex={-1}>{stop?.title ?? props.fallback}</h1>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend. */}
      <div className={styles.tools} role="group" aria-label={text('presenter.bar')}>
        <Button
          icon="back"
          label={text('presenter.previous')}
          disabled={!talk || talk.state.index === 0}
          onClick={() => onAction('previous')}
        />
        {talk && stop && <Counter talk={talk} stop={stop} />}
        <Button
          icon="forward"
          label={text('presenter.next')}
          disabled={last}
          onClick={() => onAction('next')}
        />
        <Button
          icon="laser"
          label={text('presenter.laser')}
          pressed={props.laser}
          onClick={() => onAction('laser')}
        />
        <Button icon="blackout" label={text('presenter.blackout')} onClick={() => onAction('blackout')} />
        <Button icon="notes" label={text('presenter.notes')} onClick={() => onAction('notes')} />
        <Button
          icon="fullscreen"
          label={text('presenter.fullscreen')}
          pressed={props.fullScreen}
          onClick={() => onAction('fullscreen')}
        />
        <Button icon="help" label={text('presenter.help')} onClick={() => onAction('help')} />
        <Button icon="close" label={text('presenter.leave')} onClick={() => onAction('leave')} />
      </div>
      {talk && <Progress talk={talk} />}
    </header>
  );
}
