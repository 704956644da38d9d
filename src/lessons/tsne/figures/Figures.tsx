import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { useProjectionState } from '../../../instruments/projection-run/useProjectionState.ts';
import { MeasuredTable, useMeasured } from '../../../instruments/shape-maps/MeasuredTable.tsx';
import { ShapeMapsFigure, type ShapeView } from '../../../instruments/shape-maps/ShapeMapsFigure.tsx';
import { SHAPES } from '../../../models/projection/shapes.ts';
import { tsneMessages } from '../messages.ts';
import { isFarAgain } from './conditions.ts';
import {
  alone,
  byPerplexity,
  bySeed,
  byStop,
  SEEDS_TABLE,
  SHAPES_TABLE,
  SIZES_TABLE,
  STOPPED_TABLE,
} from './settings.ts';

interface FigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
}

export function ShapesFigure(props: FigureProps) {
  const text = useText(tsneMessages);
  return (
    <ShapeMapsFigure
      {...props}
      title={text('tsne.shapes-title')}
      table={SHAPES_TABLE}
      shapes={SHAPES}
      controls={['start', 'seed']}
      variants={byPerplexity}
    />
  );
}

function Sizes({ view }: { readonly view: ShapeView }) {
  const measured = useMeasured(view);
  const phase = useProjectionState(view.maps?.[0] ?? null)?.phase;
  useCondition('tsne-far-again', isFarAgain(view.settings, measured, phase === 'done'));
  return <MeasuredTable view={view} measured={measured} />;
}

export function SizesFigure(props: FigureProps) {
  const text = useText(tsneMessages);
  return (
    <ShapeMapsFigure
      {...props}
      title={text('tsne.sizes-title')}
      table={SIZES_TABLE}
      shapes={['widths', 'distances', 'nested']}
      controls={['perplexity', 'start', 'seed']}
      variants={alone}
    >
      {(view) => <Sizes view={view} />}
    </ShapeMapsFigure>
  );
}

export function SeedsFigure(props: FigureProps) {
  const text = useText(tsneMessages);
  return (
    <ShapeMapsFigure
      {...props}
      title={text('tsne.seeds-title')}
      table={SEEDS_TABLE}
      shapes={SHAPES}
      controls={['perplexity', 'start', 'seed']}
      variants={bySeed}
    />
  );
}

export function StoppedFigure(props: FigureProps) {
  const text = useText(tsneMessages);
  return (
    <ShapeMapsFigure
      {...props}
      title={text('tsne.stopped-title')}
      table={STOPPED_TABLE}
      shapes={SHAPES}
      controls={['perplexity', 'start', 'seed', 'goOn']}
      variants={byStop}
    />
  );
}
