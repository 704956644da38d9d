import { useEffect, useRef, useState } from 'react';
import { blendPlaces, type Places } from '../../../layout/design.ts';

const MILLISECONDS = 500;

const wantsStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.documentElement.dataset.motion === 'reduce';

/** Slow at both ends (smoothstep). */
const ease = (share: number): number => share * share * (3 - 2 * share);

/** Nodes on their way from the last drawing to this one; at once for whoever wants stillness. */
export function useBlend(target: Places): Places {
  const [places, setPlaces] = useState(target);
  const latest = useRef(target);
  useEffect(() => {
    const from = latest.current;
    if (from === target) return;
    const show = (share: number) => {
      latest.current = share >= 1 ? target : blendPlaces(from, target, ease(share));
      setPlaces(latest.current);
    };
    if (wantsStillness()) return show(1);
    const start = performance.now();
    let frame = 0;
    const move = (now: number) => {
      const share = Math.max(0, (now - start) / MILLISECONDS);
      show(share);
      if (share < 1) frame = requestAnimationFrame(move);
    };
    frame = requestAnimationFrame(move);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return places;
}
