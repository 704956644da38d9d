import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { TokensFigure, type TokensView } from '../../../instruments/tokens/TokensFigure.tsx';
import { areNamesTagged, isAllUnknown } from './conditions.ts';

/** Tells the checkpoints what is on show. */
function Watch({ view }: { readonly view: TokensView }) {
  useCondition('notation-names', areNamesTagged(view));
  useCondition('notation-unknown', isAllUnknown(view));
  return null;
}

/** The lesson's main figure: any sentence as tokens, numbers, vectors and tags. */
export function NotationTokens(props: { readonly caption: ReactNode }) {
  return (
    <TokensFigure id="tokens" caption={props.caption}>
      {(view) => <Watch view={view} />}
    </TokensFigure>
  );
}
