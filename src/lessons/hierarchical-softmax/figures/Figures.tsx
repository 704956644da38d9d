import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { TreeWalkFigure, type TreeWalkView } from '../../../instruments/tree-walk/TreeWalkFigure.tsx';
import { isRaised } from './conditions.ts';

interface FigureProps {
  readonly id: string;
  readonly caption: ReactNode;
}

/** Tells the checkpoint whether the running model satisfies it. */
function Raised({ view }: { readonly view: TreeWalkView }) {
  useCondition('tree-raised', isRaised(view));
  return null;
}

export const WalkFigure = (props: FigureProps) => (
  <TreeWalkFigure {...props}>{(view) => <Raised view={view} />}</TreeWalkFigure>
);
