import { type RefObject, useEffect, useState } from 'react';

/** Whether an element is on screen now, and whether it ever was. */
export function useVisible(frame: RefObject<HTMLElement | null>): {
  readonly now: boolean;
  readonly ever: boolean;
} {
  const [seen, setSeen] = useState({ now: false, ever: false });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      const now = entries.at(-1)?.isIntersecting ?? false;
      setSeen(({ ever }) => ({ now, ever: ever || now }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return seen;
}
