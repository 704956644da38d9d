import { useEffect, useRef, useState } from 'react';

/** Milliseconds from one drawing to the other. */
const DURATION = 900;

const wantsStillness = (): boolean =>
  document.documentElement.dataset.motion === 'reduce' ||
  window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Slow at both ends. */
const ease = (share: number): number => share * share * (3 - 2 * share);

/** A number on its way to `target`, 0 or 1; at once for whoever wants no motion. */
export function useMorph(target: number): number {
  const [share, setShare] = useState(target);
  const latest = useRef(share);
  useEffect(() => {
    const from = latest.current;
    const go = (to: number) => {
      latest.current = to;
      setShare(to);
    };
    if (from === target) return;
    if (wantsStillness()) return go(target);
    const start = performance.now();
    let frame = requestAnimationFrame(function move(now: number) {
      const done = Math.min(1, Math.max(0, (now - start) / DURATION));
      go(done === 1 ? target : from + (target - from) * ease(done));
      if (done < 1) frame = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return share;
}
