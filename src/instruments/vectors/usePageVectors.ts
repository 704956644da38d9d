import { type RefObject, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createVectors } from '../../store/vectors.ts';
import type { BuiltInId, Vectors, VectorsState } from '../../store/vectors-state.ts';
import { createSharing } from './sharing.ts';

/** How far from the screen a figure is when its vectors are fetched. */
const NEAR = '600px';

/** Milliseconds that a set stays open when nobody uses it: the next page may. */
const LINGER_MS = 5_000;

const SHARED = createSharing<BuiltInId, Vectors>({
  create: () => createVectors(),
  end: (vectors) => vectors.dispose(),
  after: (callback) => {
    const timer = setTimeout(callback, LINGER_MS);
    return () => clearTimeout(timer);
  },
});

/** Whether the element has been near the screen. */
function useNear(frame: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element || isNear) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, isNear]);
  return isNear;
}

export interface PageVectors extends VectorsState {
  readonly vectors: Vectors;
}

/**
 * The vectors that all figures of a page look at: one set, in one worker. A built-in set is opened when the first figure comes near
 * the screen, unless another one is open by then; whoever opens another one, opens it for all. After a fault, `vectors.again()`.
 */
export function usePageVectors(
  frame: RefObject<HTMLElement | null>,
  builtIn: BuiltInId = 'glove',
): PageVectors {
  const isNear = useNear(frame);
  const [vectors] = useState(() => SHARED.look(builtIn));
  useEffect(() => SHARED.use(builtIn), [builtIn]);
  useEffect(() => {
    const { set, opening, fault } = vectors.store.getState();
    if (isNear && !set && !opening && !fault) vectors.open({ kind: 'built-in', id: builtIn });
  }, [isNear, vectors, builtIn]);
  const state = useStore(vectors.store);
  return { vectors, ...state };
}
