import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { NnlmFigure } from '../../../instruments/nnlm/NnlmFigure.tsx';
import type { NnlmShown } from '../../../instruments/nnlm/useNnlm.ts';
import { isSureOfTheNew } from './conditions.ts';

/** Tells a checkpoint whether the network is sure of what it has never seen. */
function Watch({ shown }: { readonly shown: NnlmShown }) {
  useCondition('nnlm-never-seen', isSureOfTheNew(shown));
  return null;
}

/** The network of the lesson, on its sentences. */
export function NetworkFigure({ id, caption }: { readonly id: string; readonly caption: ReactNode }) {
  return (
    <NnlmFigure id={id} caption={caption}>
      {(shown) => <Watch shown={shown} />}
    </NnlmFigure>
  );
}
