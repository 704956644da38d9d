import { type RefObject, useEffect } from 'react';
import { type PageVectors, usePageVectors } from '../../../instruments/vectors/usePageVectors.ts';

/** The English words of the page; if another page left other vectors open, these are opened instead. */
export function usePage(frame: RefObject<HTMLElement | null>): PageVectors {
  const page = usePageVectors(frame);
  const { vectors, set, opening, fault } = page;
  const isOther = set !== null && set.info.builtIn !== 'glove' && !opening && !fault;
  useEffect(() => {
    if (isOther) vectors.open({ kind: 'built-in', id: 'glove' });
  }, [isOther, vectors]);
  return page;
}
