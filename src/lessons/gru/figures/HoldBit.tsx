import { type ReactNode, useMemo } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { HoldBitFigure, type HoldBitView } from '../../../instruments/hold-bit/HoldBitFigure.tsx';
import { usePublish } from '../../../instruments/live/usePublished.ts';
import { HELD } from './live.ts';
import { isOtherBit } from './otherBit.ts';

/** Tells the checkpoint what the reader's hand does, and shows the network to the page's other figure. */
function Watch({ settings, held, readings }: HoldBitView) {
  const view = useMemo(() => ({ settings, held, readings }), [settings, held, readings]);
  usePublish(HELD, view);
  useCondition('gru-other-bit', isOtherBit(readings));
  return null;
}

/** A network that learns to hold a bit, watched for the lesson's checkpoint. */
export const HoldBit = (props: { readonly caption: ReactNode }) => (
  <HoldBitFigure id="hold-bit" caption={props.caption}>
    {(view) => <Watch {...view} />}
  </HoldBitFigure>
);
