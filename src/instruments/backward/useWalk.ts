import { useEffect, useState } from 'react';
import { GATE_MILLISECONDS } from '../../components/controls/speed.ts';

/** An equation takes longer to read than a gate. */
const SLOWER = 3;

/** Walks from equation to equation while it plays, and stops at the last one. */
export function useWalk(at: number, last: number, onAt: (at: number) => void) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    if (!playing) return;
    if (at >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onAt(at + 1), (SLOWER * GATE_MILLISECONDS) / speed);
    return () => clearTimeout(timer);
  }, [playing, at, last, speed, onAt]);
  const toggle = () => {
    if (!playing && at >= last) onAt(1);
    setPlaying(!playing);
  };
  return { playing, toggle, speed, setSpeed };
}
