import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { NgramFigure as Ngrams } from '../../../instruments/subwords/NgramFigure.tsx';
import {
  type UnseenExample,
  UnseenFigure as UnseenWords,
} from '../../../instruments/subwords/UnseenFigure.tsx';
import { ClassifierFigure as Classifier } from '../../../instruments/text-classifier/ClassifierFigure.tsx';
import { isNegated, isRecognised } from './conditions.ts';

interface FigureProps {
  readonly id: string;
  readonly caption: ReactNode;
}

/** Tells a checkpoint whether what a figure shows satisfies it. */
function Watch({ name, holds }: { readonly name: string; readonly holds: boolean }) {
  useCondition(name, holds);
  return null;
}

const SPELT = ['where', 'presidentially', 'straße', '北京大学', '👩‍🚀'];

export const NgramFigure = (props: FigureProps) => <Ngrams {...props} examples={SPELT} />;

const ADDRESSES = { source: 'state-of-the-union', minCount: 5, shortest: 3, longest: 6 } as const;
const POEMS = { source: 'song-ci', level: 'word', minCount: 3, shortest: 1, longest: 3 } as const;

/** Unseen words, a slip of the finger, a word that only looks like others, and one that is known; Chinese with n from 1. */
const LOOKED_UP: readonly UnseenExample[] = [
  { word: 'presidentially', settings: ADDRESSES },
  { word: 'presidnet', settings: ADDRESSES },
  { word: 'unfairness', settings: ADDRESSES },
  { word: 'vegetation', settings: ADDRESSES },
  { word: 'nations', settings: ADDRESSES },
  { word: '愁思', settings: { ...POEMS, pairs: '愁思 离愁, 杨柳 垂柳, 明月 月明, 青山 江水' } },
];

export const UnseenFigure = (props: FigureProps) => (
  <UnseenWords {...props} examples={LOOKED_UP}>
    {(view) => <Watch name="fasttext-misspelling" holds={isRecognised(view)} />}
  </UnseenWords>
);

export const ClassifierFigure = (props: FigureProps) => (
  <Classifier {...props}>{(view) => <Watch name="fasttext-negation" holds={isNegated(view)} />}</Classifier>
);
