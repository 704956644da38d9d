import type { GloveView } from '../../../instruments/cooccurrence/GloveFigure.tsx';
import type { WeightView } from '../../../instruments/cooccurrence/WeightFigure.tsx';

/** The largest hundredth of the cells has more than half of all weight. */
export const isTopHeavy = ({ facts }: Pick<WeightView, 'facts'>): boolean =>
  facts !== null && facts.top > 0.5;

/** J is below a quarter of what the best constant leaves. */
export function isFitted({ state }: Pick<GloveView, 'state'>): boolean {
  const loss = state?.frame?.stats.loss ?? Number.NaN;
  const guessing = state?.info?.guessing ?? Number.NaN;
  return loss < guessing / 4;
}
