import { useState } from 'react';
import { signedColor } from '../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../../components/plots/CellMatrix.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textClassifierMessages } from '../../i18n/messages/text-classifier.ts';
import { estimateTextWidth } from '../../layout/textWidth.ts';
import type { EmbeddingInfo } from '../../workers/embeddings/protocol.ts';
import styles from './text-classifier.module.css';

export interface ConfusionProps {
  readonly info: EmbeddingInfo;
  /** (L, L): rows what a line is, columns what is said of it. */
  readonly counts: Int32Array;
}

const FONT = 12;
const LONGEST = 9;
const shorten = (label: string): string =>
  [...label].length > LONGEST ? `${[...label].slice(0, LONGEST - 1).join('')}…` : label;

/** What was taken for what among the lines that are held out. */
export function Confusion({ info: { labels }, counts }: ConfusionProps) {
  const text = useText(textClassifierMessages);
  const palette = useSignedPalette();
  const [selected, onSelect] = useState({ row: 0, column: 0 });
  const L = labels.length;
  const at = (row: number, column: number) => counts[row * L + column] ?? 0;
  const total = (row: number) => counts.subarray(row * L, (row + 1) * L).reduce((sum, n) => sum + n, 0);
  const said = (row: number, column: number) =>
    text('classifier.cell', {
      count: at(row, column),
      of: total(row),
      truth: labels[row] ?? '',
      said: labels[column] ?? '',
    });
  const width = Math.max(46, ...labels.map((label) => estimateTextWidth(shorten(label), FONT) + 12));
  return (
    <section className={styles.confusion} data-testid="confusion">
      <p className={styles.title}>{text('classifier.confusion')}</p>
      <CellMatrix
        rows={L}
        columns={L}
        cell={(row, column) => ({
          fill: signedColor(total(row) > 0 ? at(row, column) / total(row) : 0, palette),
          text: String(at(row, column)),
          name: said(row, column),
          marked: row === column,
        })}
        rowLabel={(row) => shorten(labels[row] ?? '')}
        columnLabel={(column) => shorten(labels[column] ?? '')}
        rowName={text('classifier.truth')}
        columnName={text('classifier.said')}
        name={text('classifier.confusion')}
        labelWidth={width + 22}
        columnWidth={width}
        selected={selected}
        onSelect={(row, column) => onSelect({ row, column })}
      />
      <p className={styles.readout}>
        {said(Math.min(selected.row, L - 1), Math.min(selected.column, L - 1))}
      </p>
    </section>
  );
}
