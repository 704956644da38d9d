import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import {
  TaggersFigure as Instrument,
  type PairAnswers,
} from '../../../instruments/taggers/TaggersFigure.tsx';
import { isLatePair } from './isLatePair.ts';

/** Tells the checkpoint whether the learner's pair is decided late, and told apart. */
function Watch({ answers }: { readonly answers: PairAnswers }) {
  useCondition('bidirectional-late-pair', isLatePair(answers));
  return null;
}

/** The lesson's main figure; the learner's pair of sentences is watched for a checkpoint. */
export function TaggersFigure(props: { readonly id: string; readonly caption: ReactNode }) {
  return <Instrument {...props}>{(answers) => <Watch answers={answers} />}</Instrument>;
}
