import { useEffect, useState } from 'react';
import { learn, type Snapshot } from './learning.ts';

/** Longest slice of computing (ms) between two chances for the page to answer. */
const SLICE = 8;

/** The states of both nets as they learn, computed in short slices; grows until learning is over. */
export function useLearning(seed: number): readonly Snapshot[] {
  const [snapshots, setSnapshots] = useState<readonly Snapshot[]>([]);
  useEffect(() => {
    const learning = learn(seed);
    const kept: Snapshot[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const work = () => {
      const end = performance.now() + SLICE;
      let next = learning.next();
      while (!next.done) {
        kept.push(next.value);
        if (performance.now() > end) break;
        next = learning.next();
      }
      setSnapshots(kept.slice());
      timer = next.done ? null : setTimeout(work);
    };
    work();
    return () => {
      if (timer !== null) clearTimeout(timer);
    };
  }, [seed]);
  return snapshots;
}
