import { useEffect } from 'react';

/** What the history's entry says of where to begin reading. */
function wanted(): string | null {
  const state: unknown = window.history.state;
  const show = typeof state === 'object' && state !== null && 'show' in state ? state.show : null;
  return typeof show === 'string' ? show : null;
}

/** Below a lesson's text: whoever comes back from the stage comes back to what was on it. Asked once, so that a reload stays put. */
export function ComeBack() {
  useEffect(() => {
    const target = wanted();
    if (target === null) return;
    window.history.replaceState(null, '', window.location.href);
    const element = document.getElementById(target);
    element?.scrollIntoView();
    element?.querySelector<HTMLElement>('a, button, input')?.focus({ preventScroll: true });
  }, []);
  return null;
}
