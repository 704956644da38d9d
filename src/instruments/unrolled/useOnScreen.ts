import { type RefObject, useEffect, useState } from 'react';
import type { Run } from '../../store/run-state.ts';

/** Training rests while the figure is off screen. */
export function useRestOffScreen(ref: RefObject<HTMLElement | null>, run: Run): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) =>
      run.setVisible(entries.some((each) => each.isIntersecting)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, run]);
}

/** Full screen for one element; the browser's own way out (Escape) is noticed too. */
export function useFullScreen(ref: RefObject<HTMLElement | null>): readonly [boolean, () => void] {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const onChange = () =>
      setOn(document.fullscreenElement !== null && document.fullscreenElement === ref.current);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [ref]);
  const toggle = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void ref.current?.requestFullscreen?.();
  };
  return [on, toggle];
}
