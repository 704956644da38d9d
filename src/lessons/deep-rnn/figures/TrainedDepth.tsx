import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { DepthFigure } from '../../../instruments/depth/DepthFigure.tsx';
import type { PairProgress } from '../../../instruments/depth/training-types.ts';
import { isAhead } from './isAhead.ts';

/** Tells the checkpoint whether skip connections have won while the plain stack was still at a loss. */
function Watch({ reports }: { readonly reports: readonly PairProgress[] }) {
  useCondition('deep-skips-ahead', isAhead(reports));
  return null;
}

/** Gradients over layers and time; the training is watched for the lesson's checkpoint. */
export function TrainedDepth(props: { readonly caption: ReactNode }) {
  return (
    <DepthFigure id="depth" caption={props.caption}>
      {(reports) => <Watch reports={reports} />}
    </DepthFigure>
  );
}
