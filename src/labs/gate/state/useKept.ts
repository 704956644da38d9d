import { useEffect, useRef, useState } from 'react';
import { type KeptLab, readKept, writeKept } from './kept.ts';

/** The lab as it was when its page was left, as long as the tab's document lives. */
let left: KeptLab | null = null;

function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}

/** A document that was loaded again, or gone back to, is the reader's own; a link opened anew says what it wants itself. */
function isSameVisit(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  const type = entry && 'type' in entry ? entry.type : null;
  return type === 'reload' || type === 'back_forward';
}

function found(): KeptLab | null {
  const storage = tabStorage();
  return left ?? (storage && isSameVisit() ? readKept(storage) : null);
}

/** The lab that was left here before, asked once. */
export function useLeft(): KeptLab | null {
  const [kept] = useState(found);
  return kept;
}

/** Keeps the lab for the next time: in the page while it lives, in the tab's storage when it goes. */
export function useKeep(lab: KeptLab): void {
  const latest = useRef(lab);
  latest.current = lab;
  useEffect(() => {
    const keep = () => {
      const storage = tabStorage();
      if (storage) writeKept(storage, latest.current);
    };
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, []);
  // At every change, not on leaving: the next page may be drawn before this one is gone.
  useEffect(() => {
    left = lab;
  });
}
