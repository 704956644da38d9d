import { useSyncExternalStore } from 'react';

let version = 0;

/** Tokens change with the theme attribute on the root and with the system's preference. */
function subscribe(changed: () => void): () => void {
  const notify = () => {
    version++;
    changed();
  };
  const observer = new MutationObserver(notify);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', notify);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', notify);
  };
}

/** A number that changes when the page's colours do: a dependency for whatever draws with resolved colours. */
export function useThemeVersion(): number {
  return useSyncExternalStore(
    subscribe,
    () => version,
    () => 0,
  );
}

/** The value of a custom property on the root, such as `--accent`; `fallback` where the page has none. */
export function readToken(name: string, fallback: string): string {
  if (typeof document === 'undefined') return fallback;
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || fallback;
}
