import { type RefObject, useEffect, useState } from 'react';

/** Whether the element has been on screen, and whether it is now. */
export function useSeen(frame: RefObject<HTMLElement | null>): {
  readonly ever: boolean;
  readonly now: boolean;
} {
  const [seen, setSeen] = useState({ ever: false, now: false });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      // Several come together when the page was busy: the last one is how it stands.
      const now = entries.at(-1)?.isIntersecting ?? false;
      setSeen(({ ever }) => ({ ever: ever || now, now }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return seen;
}
