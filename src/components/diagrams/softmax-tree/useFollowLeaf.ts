import { useEffect, useRef } from 'react';
import type { FoldsHandle } from './useFolds.ts';

/** Opens the way to a leaf; another leaf of the same tree is brought into sight as well. */
export function useFollowLeaf(folds: FoldsHandle, leaf: number): void {
  const { tree } = folds;
  const latest = useRef(folds);
  const followed = useRef<FoldsHandle['tree'] | null>(null);
  useEffect(() => {
    latest.current = folds;
  });
  useEffect(() => {
    const isNew = followed.current !== tree;
    followed.current = tree;
    if (isNew) latest.current.reveal(leaf);
    else latest.current.show(leaf);
  }, [leaf, tree]);
}
