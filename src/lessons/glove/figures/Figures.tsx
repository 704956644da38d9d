import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { GloveFigure } from '../../../instruments/cooccurrence/GloveFigure.tsx';
import { WeightFigure as Weight } from '../../../instruments/cooccurrence/WeightFigure.tsx';
import { isFitted, isTopHeavy } from './conditions.ts';

export { RatioFigure } from '../../../instruments/cooccurrence/RatioFigure.tsx';

interface FigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
}

/** Tells a checkpoint whether what a figure shows satisfies it. */
function Watch({ name, holds }: { readonly name: string; readonly holds: boolean }) {
  useCondition(name, holds);
  return null;
}

export const WeightFigure = (props: FigureProps) => (
  <Weight {...props}>{(view) => <Watch name="glove-half" holds={isTopHeavy(view)} />}</Weight>
);

export const LiveFigure = (props: FigureProps) => (
  <GloveFigure {...props} persistKey="glove/live">
    {(view) => <Watch name="glove-fitted" holds={isFitted(view)} />}
  </GloveFigure>
);
