import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { pairsMessages } from '../../i18n/messages/pairs.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import type { DrawnPassage } from './draw-windows.ts';
import { wordRows } from './rows.ts';

const HEADS = ['word', 'count', 'share', 'keep', 'fate', 'reach', 'context'] as const;

/** Every word of the passage with its chance to stay, what became of it, and its context. */
export function PairsTable({ passage }: { readonly passage: DrawnPassage }) {
  const text = useText(pairsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const plain = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumSignificantDigits: 3 });
  return (
    <NumberTable
      caption={text('pairs.words')}
      heads={HEADS.map((head) => text(`pairs.head-${head}`))}
      rows={wordRows(passage).map(({ word, count, share, keep, fate, reach, context }, i) => ({
        id: String(i),
        cells: [
          <bdi key="word">{word}</bdi>,
          plain.format(count),
          percent.format(share),
          fate === 'rare' ? '–' : keep.toFixed(3),
          text(`pairs.fate-${fate}`),
          reach ?? '–',
          context.join(', '),
        ],
      }))}
    />
  );
}
