import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { NoiseFigure as Noise } from '../../../instruments/noise/NoiseFigure.tsx';
import { UpdatesFigure as Updates } from '../../../instruments/noise/UpdatesFigure.tsx';
import { isSeparated, isToldApart } from './conditions.ts';

interface FigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
}

/** Tells a checkpoint whether what a figure shows satisfies it. */
function Watch({ name, holds }: { readonly name: string; readonly holds: boolean }) {
  useCondition(name, holds);
  return null;
}

export const NoiseFigure = (props: FigureProps) => (
  <Noise {...props}>{(view) => <Watch name="noise-told-apart" holds={isToldApart(view)} />}</Noise>
);

export const UpdatesFigure = (props: FigureProps) => (
  <Updates {...props} persistKey="negative-sampling/updates">
    {(view) => <Watch name="noise-separate" holds={isSeparated(view)} />}
  </Updates>
);
