import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { AnalogyFigure } from '../../../instruments/analogy/AnalogyFigure.tsx';
import { isHonest } from './conditions.ts';

function Watch({ holds }: { readonly holds: boolean }) {
  useCondition('analogy-honest', holds);
  return null;
}

export const AskFigure = (props: { readonly id: string; readonly caption?: ReactNode }) => (
  <AnalogyFigure {...props}>{({ analogy }) => <Watch holds={isHonest(analogy)} />}</AnalogyFigure>
);
