import { useEffect, useState } from 'react';

/** ms between two updates. */
const PACE = 220;

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Shows 0 … `last` one after the other; readers who want no motion see the end at once. */
export function usePlayback(at: number, last: number, show: (at: number) => void) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (at >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => show(at + 1), PACE);
    return () => clearTimeout(timer);
  }, [playing, at, last, show]);
  const toggle = () => {
    if (playing) return setPlaying(false);
    if (isStill()) return show(last);
    if (at >= last) show(0);
    setPlaying(true);
  };
  return { playing, toggle, stop: () => setPlaying(false) };
}
