import { useSyncExternalStore } from 'react';

const subscribe = (onChange: () => void) => {
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
};

/** The whole page in full screen. A browser that refuses leaves everything as it is. */
export function useFullScreenPage(): readonly [boolean, () => void] {
  const on = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  const toggle = () => {
    const change = on ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
    change?.catch(() => {});
  };
  return [on, toggle];
}
