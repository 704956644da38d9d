import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { ChainFigure as Chain, type ChainExample } from '../../../instruments/ngrams/ChainFigure.tsx';
import { ShapeFigure as Shape } from '../../../instruments/ngrams/ShapeFigure.tsx';
import { VersusFigure as Versus } from '../../../instruments/ngrams/VersusFigure.tsx';
import { UnrolledFigure } from '../../../instruments/unrolled/UnrolledFigure.tsx';
import { languageModelMessages } from '../messages.ts';
import { hasTurned, isBelowThree, isUnseen, isWorse } from './conditions.ts';
import { LIVE_DEFAULTS } from './liveSettings.ts';

interface FigureProps {
  readonly id: string;
  readonly caption: ReactNode;
}

/** Tells a checkpoint whether what a figure shows satisfies it. */
function Watch({ name, holds }: { readonly name: string; readonly holds: boolean }) {
  useCondition(name, holds);
  return null;
}

const NOVEL = { source: 'moby-dick', level: 'word', vocabulary: 3000 } as const;
const POEMS = { source: 'song-ci', level: 'character', vocabulary: 4000 } as const;

/** Pairs that sound alike, and one word that the vocabulary lacks. */
const EXAMPLES: readonly ChainExample[] = [
  { sentence: 'They knew the sea.', settings: NOVEL },
  { sentence: 'They new the sea.', settings: NOVEL },
  { sentence: 'They gnu the sea.', settings: NOVEL },
  { sentence: '明月几时有？', settings: POEMS },
  { sentence: '明月即时有？', settings: POEMS },
];

export const ChainFigure = (props: FigureProps) => (
  <Chain {...props} examples={EXAMPLES}>
    {(view) => <Watch name="lm-unseen" holds={isUnseen(view)} />}
  </Chain>
);

export const ShapeFigure = (props: FigureProps) => (
  <Shape {...props}>{(view) => <Watch name="lm-worse" holds={isWorse(view)} />}</Shape>
);

export const VersusFigure = (props: FigureProps) => (
  <Versus {...props}>
    {({ references, state }) => (
      <>
        <Watch name="lm-below-three" holds={isBelowThree(references, state?.heldOut ?? [])} />
        <Watch name="lm-too-little" holds={hasTurned(state?.heldOut ?? [])} />
      </>
    )}
  </Versus>
);

/** A recurrent net on characters, every number open. */
export function LiveFigure(props: { readonly caption: ReactNode }) {
  const text = useText(languageModelMessages);
  return (
    <UnrolledFigure
      id="live"
      defaults={LIVE_DEFAULTS}
      title={text('lm.live-title')}
      persistKey="language-model/live"
      caption={props.caption}
      autoplay
    />
  );
}
