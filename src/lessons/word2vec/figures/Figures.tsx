import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { LiveWord2vec } from '../../../instruments/word2vec/LiveWord2vec.tsx';
import { isMutual } from './conditions.ts';

interface FigureProps {
  readonly id: string;
  readonly caption: ReactNode;
}

/** Tells a checkpoint whether what a figure shows satisfies it. */
function Watch({ name, holds }: { readonly name: string; readonly holds: boolean }) {
  useCondition(name, holds);
  return null;
}

export const LiveFigure = (props: FigureProps) => (
  <LiveWord2vec {...props} persistKey="word2vec/live">
    {({ state }) => <Watch name="w2v-mutual" holds={isMutual(state)} />}
  </LiveWord2vec>
);
