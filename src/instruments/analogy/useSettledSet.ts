import { useEffect, useRef } from 'react';
import type { BuiltInId } from '../../store/vectors-state.ts';
import type { PageVectors } from '../vectors/usePageVectors.ts';

/** Opens the set that a link, or a stop of a talk, asks for; the first one there is left to the page. */
export function useSettledSet({ vectors }: Pick<PageVectors, 'vectors'>, wanted: BuiltInId): void {
  const isFirst = useRef(true);
  useEffect(() => {
    const isDefault = isFirst.current && wanted === 'glove';
    isFirst.current = false;
    const { opening, set } = vectors.store.getState();
    const present = opening?.builtIn ?? set?.info.builtIn;
    if (!isDefault && present !== wanted) vectors.open({ kind: 'built-in', id: wanted });
  }, [vectors, wanted]);
}
