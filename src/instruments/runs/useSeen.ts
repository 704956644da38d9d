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
      const now = entries.some((entry) => entry.isIntersecting);
      setSeen(({ ever }) => ({ ever: ever || now, now }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return seen;
}
