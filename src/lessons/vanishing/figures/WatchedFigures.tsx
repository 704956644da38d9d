import { type ReactNode, useRef } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { DistanceFigure as Distances } from '../../../instruments/agreement/DistanceFigure.tsx';
import type { Result } from '../../../instruments/agreement/results.ts';
import { CliffFigure as Cliff } from '../../../instruments/cliff/CliffFigure.tsx';
import { SpectrumFigure as Spectrum } from '../../../instruments/spectrum/SpectrumFigure.tsx';
import { isLevel, isTamed, remember, type Seen, startMatters } from './conditions.ts';

interface FigureProps {
  readonly id: string;
  readonly caption: ReactNode;
}

/** Tells a checkpoint whether what a figure shows satisfies it. */
function Watch({ name, holds }: { readonly name: string; readonly holds: boolean }) {
  useCondition(name, holds);
  return null;
}

export const SpectrumFigure = (props: FigureProps) => (
  <Spectrum {...props}>
    {(settings, flow) => <Watch name="vanishing-level" holds={isLevel(settings, flow)} />}
  </Spectrum>
);

export const CliffFigure = (props: FigureProps) => (
  <Cliff {...props}>
    {(settings, descents) => <Watch name="vanishing-tame" holds={isTamed(settings, descents)} />}
  </Cliff>
);

/** Nets with one start are on show at a time; what was seen of the other is remembered. */
function WatchStarts({ results }: { readonly results: readonly Result[] }) {
  const seen = useRef<Seen>(new Map());
  remember(seen.current, results);
  return <Watch name="vanishing-start" holds={startMatters(seen.current)} />;
}

export const DistanceFigure = (props: FigureProps) => (
  <Distances {...props}>{(results) => <WatchStarts results={results} />}</Distances>
);
