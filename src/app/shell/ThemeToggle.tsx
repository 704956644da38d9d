import { useSyncExternalStore } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { useSettings } from '../../store/settings.ts';
import { MoonIcon, SunIcon } from './icons.tsx';
import styles from './TopBar.module.css';

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const subscribe = (listener: () => void) => {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
};

/** Light or dark, by hand; the settings lead back to the system's choice. */
export function ThemeToggle() {
  const text = useText();
  const { theme, change } = useSettings();
  const systemIsDark = useSyncExternalStore(subscribe, () => darkSystem.matches);
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark);
  return (
    <button
      type="button"
      className={styles.icon}
      aria-label={text(dark ? 'shell.theme-to-light' : 'shell.theme-to-dark')}
      onClick={() => change({ theme: dark ? 'light' : 'dark' })}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
