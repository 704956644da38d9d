import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import { writeWords } from '../vector-panels/word-lists.ts';
import type { MapPart } from './useVectorMap.ts';
import styles from './vector-map.module.css';

/** Words listed; more are counted. */
const MOST = 80;

/** What the lasso holds, and what can be done with it. */
export function HeldWords({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const [said, setSaid] = useState<'copied' | 'copy-failed' | null>(null);
  const { held, hold } = map;
  if (!held) return null;
  const done = (act: (words: readonly string[]) => void) => () => {
    act(held);
    hold(null);
  };
  const copy = () =>
    navigator.clipboard.writeText(writeWords(held)).then(
      () => setSaid('copied'),
      () => setSaid('copy-failed'),
    );
  const title = text('vmap.held', { count: held.length });
  return (
    <section className={styles.held} aria-label={title} data-testid="map-held">
      <div className={styles.line}>
        <strong>{title}</strong>
        <Button onClick={() => void copy()}>{text('vmap.copy')}</Button>
        <Button disabled={held.length < 4} onClick={done(map.keepOnly)}>
          {text('vmap.keep')}
        </Button>
        <Button disabled={held.length === 0} onClick={done(map.drop)}>
          {text('vmap.drop')}
        </Button>
        <Button icon="close" label={text('vmap.forget')} onClick={() => hold(null)} />
        <span role="status">{said ? text(`vmap.${said}`) : ''}</span>
      </div>
      <ul>
        {held.slice(0, MOST).map((word) => (
          <li key={word}>
            <button type="button" onClick={() => map.goTo(word)}>
              <bdi>{word}</bdi>
            </button>
          </li>
        ))}
        {held.length > MOST && <li>{text('vmap.held-more', { count: held.length - MOST })}</li>}
      </ul>
    </section>
  );
}
