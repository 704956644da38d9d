import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { TypesFigure, type TypesView } from '../../../instruments/types/TypesFigure.tsx';
import { isBroken } from './isBroken.ts';

/** Tells the checkpoint whether a trained network has been given something that it gets wrong. */
function Watch({ view }: { readonly view: TypesView }) {
  useCondition('types-broken', isBroken(view));
  return null;
}

/** The figure of all types; the lesson's checkpoint watches what is typed into it. */
export function TrainedTypes(props: { readonly caption: ReactNode }) {
  return (
    <TypesFigure id="types" caption={props.caption}>
      {(view) => <Watch view={view} />}
    </TypesFigure>
  );
}
