import { useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { scoreTagger, type TagScore } from './score.ts';
import type { Tagger } from './shared-taggers.ts';
import { HELD_OUT } from './task.ts';

export const showShare = (share: number): string => `${formatFixed(100 * share, 1)}\u00a0%`;

/** A tagger's score on sentences that it was never trained on. */
export function useHeldOut(tagger: Tagger | undefined): TagScore | null {
  return useMemo(() => (tagger ? scoreTagger(tagger.network, tagger.flat, HELD_OUT) : null), [tagger]);
}

/** Taggers on sentences whose combinations were held out. */
export function ScoreTable(props: {
  readonly caption: string;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly score: TagScore | null }[];
}) {
  const text = useText(taggerMessages);
  const heads = (['tagger', 'all', 'ambiguous', 'loss'] as const).map((head) => text(`tag.score-${head}`));
  const rows = props.rows.map(({ id, label, score }) => ({
    id,
    cells: [
      label,
      score ? showShare(score.all) : '–',
      score ? showShare(score.ambiguous) : '–',
      score ? formatFixed(score.loss, 4) : '–',
    ],
  }));
  return <NumberTable caption={props.caption} heads={heads} rows={rows} />;
}
