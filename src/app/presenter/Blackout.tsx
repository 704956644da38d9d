import { useEffect, useRef } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { presenterMessages } from '../../i18n/messages/presenter.ts';
import styles from './presenter.module.css';

/** Nothing to look at but the speaker. The whole screen is the button that lights it again. */
export function Blackout({ onLight }: { readonly onLight: () => void }) {
  const text = useText(presenterMessages);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button
      ref={button}
      type="button"
      className={styles.blackout}
      aria-label={text('presenter.bright')}
      onClick={onLight}
    />
  );
}
