import type { ReactNode } from 'react';
import { PairsFigure } from '../../../instruments/pairs/PairsFigure.tsx';
import { PAIRS_LESSON_TABLE } from './settings.ts';

/** The window over the same text as in the first figure. */
export function WindowFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  return <PairsFigure id={id} caption={caption} table={PAIRS_LESSON_TABLE} />;
}
