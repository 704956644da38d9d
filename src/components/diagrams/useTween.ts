import { useEffect, useRef, useState } from 'react';

const MILLISECONDS = 500;

const wantsStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.motion === 'reduce';

/** Slow at both ends (smoothstep). */
const ease = (share: number): number => share * share * (3 - 2 * share);

/**
 * A drawing on its way from the last target to this one, `blend` between them; at once for whoever wants stillness. A new
 * target starts from wherever the drawing is.
 */
export function useTween<T>(
  target: T,
  blend: (from: T, to: T, share: number) => T,
  milliseconds = MILLISECONDS,
): T {
  const [shown, setShown] = useState(target);
  const latest = useRef(target);
  useEffect(() => {
    const from = latest.current;
    if (from === target) return;
    const show = (share: number) => {
      latest.current = share >= 1 ? target : blend(from, target, ease(share));
      setShown(latest.current);
    };
    if (wantsStillness()) return show(1);
    const start = performance.now();
    let frame = requestAnimationFrame(function move(now: number) {
      const share = Math.max(0, (now - start) / milliseconds);
      show(share);
      if (share < 1) frame = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(frame);
  }, [target, blend, milliseconds]);
  return shown;
}
