import { formatFixed, formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../../components/plots/CellMatrix.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import { estimateTextWidth, fitText } from '../../layout/textWidth.ts';
import { significant } from '../ngrams/format.ts';
import type { NearSettings } from './settings.ts';

/** Powers of ten from the palest shade to the darkest: counts up to 10⁴. */
const DECADES = 4;
const FONT = 12;
const COLUMN = { least: 50, most: 110 } as const;

/** At most five characters. */
export function nearText(count: number, show: NearSettings['show']): string {
  if (show === 'logs') return count > 0 ? formatFixed(Math.log(count), 2) : '–';
  if (count === 0) return '0';
  if (count < 99.95) return formatFixed(count, 1);
  return count < 99_999.5 ? formatFixed(count, 0) : formatMagnitude(count);
}

export interface NearMatrixProps {
  readonly words: readonly string[];
  /** (n, n). */
  readonly grid: Float64Array;
  readonly settings: NearSettings;
  readonly selected: { readonly row: number; readonly column: number };
  readonly onSelect: (row: number, column: number) => void;
}

/** X of a few words, every cell readable. */
export function NearMatrix({ words, grid, settings, selected, onSelect }: NearMatrixProps) {
  const text = useText(cooccurrenceMessages);
  const palette = useSignedPalette();
  const n = words.length;
  const widest = Math.max(...words.map((word) => estimateTextWidth(word, FONT)));
  const columnWidth = Math.min(COLUMN.most, Math.max(COLUMN.least, widest + 10));
  const label = (at: number) => fitText(words[at] ?? '', FONT, columnWidth - 6);
  return (
    <CellMatrix
      rows={n}
      columns={n}
      labelWidth={columnWidth + 14}
      columnWidth={columnWidth}
      cell={(row, column) => {
        const count = grid[row * n + column] ?? 0;
        return {
          fill: signedColor(Math.log10(1 + count) / DECADES, palette),
          text: nearText(count, settings.show),
          name: text('near.cell', {
            row: words[row] ?? '',
            column: words[column] ?? '',
            count: significant(count, 6),
            log: count > 0 ? significant(Math.log(count), 4) : '−∞',
          }),
        };
      }}
      rowLabel={label}
      columnLabel={label}
      rowName={text('near.rows')}
      columnName={text('near.columns')}
      name={text('near.matrix')}
      selected={selected}
      onSelect={onSelect}
    />
  );
}
