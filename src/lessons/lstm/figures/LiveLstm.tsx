import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { UnrolledFigure } from '../../../instruments/unrolled/UnrolledFigure.tsx';
import type { UnrolledView } from '../../../instruments/unrolled/view.ts';
import { isCellKept } from './cellKept.ts';
import { LIVE_DEFAULTS } from './liveSettings.ts';

/** Tells the checkpoint whether the network on show keeps a cell. */
function Watch({ view }: { readonly view: UnrolledView }) {
  const trace = view.shown?.probe.layers[0]?.trace;
  useCondition('lstm-cell-kept', trace !== undefined && isCellKept(trace));
  return null;
}

/** The lesson's main figure: an LSTM that learns a book while it is read. */
export function LiveLstm(props: { readonly caption: ReactNode }) {
  return (
    <UnrolledFigure
      id="live"
      defaults={LIVE_DEFAULTS}
      persistKey="lstm/live"
      caption={props.caption}
      autoplay
    >
      {(view) => <Watch view={view} />}
    </UnrolledFigure>
  );
}
