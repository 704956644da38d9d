import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import type { UnrolledSettings } from '../../../instruments/unrolled/settings.ts';
import { UnrolledFigure } from '../../../instruments/unrolled/UnrolledFigure.tsx';
import type { UnrolledView } from '../../../instruments/unrolled/view.ts';
import { isCellKept } from './cellKept.ts';

/** The lesson's sentence; its error is sent back from "saw", where "was" has to be foretold. */
const DEFAULTS: Partial<UnrolledSettings> = {
  sentence: 'the whale which the captains saw was white',
  lossStep: 6,
  hidden: 8,
  vocabulary: 1000,
  logScale: true,
};

/** Tells the checkpoint whether the network on show keeps a cell. */
function Watch({ view }: { readonly view: UnrolledView }) {
  const trace = view.shown?.probe.layers[0]?.trace;
  useCondition('lstm-cell-kept', trace !== undefined && isCellKept(trace));
  return null;
}

/** The lesson's main figure: an LSTM that learns a book while it is read. */
export function LiveLstm(props: { readonly caption: ReactNode }) {
  return (
    <UnrolledFigure id="live" defaults={DEFAULTS} persistKey="lstm/live" caption={props.caption} autoplay>
      {(view) => <Watch view={view} />}
    </UnrolledFigure>
  );
}
