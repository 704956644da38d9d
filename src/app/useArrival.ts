import { useEffect, useRef } from 'react';

/** Whether the page was reached by the browser's back or forward: it restores the scroll itself. */
let cameBack = false;
globalThis.addEventListener?.('popstate', () => {
  cameBack = true;
  // The page changes within the event; a mere change of the fragment must not be remembered.
  setTimeout(() => {
    cameBack = false;
  });
});

/**
 * On a change of page (not of language): back to the top, and the focus on the heading, so that a screen reader speaks it and
 * Tab goes on from there.
 */
export function useArrival(key: string): void {
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    if (!cameBack) scrollTo(0, 0);
    const heading =
      document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    heading?.focus({ preventScroll: true });
  }, [key]);
}
