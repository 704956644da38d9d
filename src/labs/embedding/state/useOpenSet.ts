import { useEffect, useRef, useState } from 'react';
import type { Vectors, VectorsState } from '../../../store/vectors-state.ts';
import { type OriginNews, planOf, writeOrigin } from './origin.ts';

export interface OpenSet {
  /** An address from the link, which the reader must agree to before anything is fetched. */
  readonly linked: string | null;
  readonly onLinked: (isOpened: boolean) => void;
  readonly news: OriginNews;
}

const FIRST = 'glove';

/** Keeps the open set and its name in the link the same: whichever of the two changes, the other follows. */
export function useOpenSet(
  vectors: Vectors,
  { set }: Pick<VectorsState, 'set'>,
  named: string,
  /** Another page has left vectors, which are on their way. */
  isHanded: boolean,
  onNamed: (name: string) => void,
): OpenSet {
  const settled = useRef<string | null>(null);
  /** A built-in set is there only until the reader has answered. */
  const isMeanwhile = useRef(false);
  const [linked, setLinked] = useState<string | null>(null);
  const [news, setNews] = useState<OriginNews>(null);
  useEffect(() => {
    if (isHanded || settled.current === named) return;
    const isFirst = settled.current === null;
    settled.current = named;
    const now = vectors.store.getState();
    if (isFirst && (now.set ?? now.opening)) return;
    const plan = planOf(named);
    setLinked(plan.linked);
    setNews(plan.news);
    if (plan.open) return vectors.open(plan.open);
    isMeanwhile.current = true;
    if (now.set === null) vectors.open({ kind: 'built-in', id: FIRST });
  }, [vectors, named, isHanded]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each set that is opened.
  useEffect(() => {
    if (!set || set.isPartial) return;
    const name = writeOrigin(set.origin);
    const isWaiting = isMeanwhile.current && name === FIRST;
    isMeanwhile.current = false;
    if (isWaiting || name === settled.current) return;
    settled.current = name;
    setLinked(null);
    setNews(null);
    onNamed(name);
  }, [set]);
  const onLinked = (isOpened: boolean) => {
    setLinked(null);
    if (isOpened) return;
    settled.current = FIRST;
    onNamed(FIRST);
  };
  return { linked, onLinked, news };
}
