import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { subwordsMessages } from '../../i18n/messages/subwords.ts';
import { FNV_OFFSET, FNV_PRIME, hashSteps } from '../../models/fasttext/hash.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import type { NgramRow } from './ngram-rows.ts';
import styles from './subwords.module.css';

export interface HashPanelProps {
  readonly shown: NgramRow;
  readonly bucket: number;
  /** Other n-grams of the running vocabulary in the same row; null: not known yet. */
  readonly others: readonly string[] | null;
}

const OTHERS_SHOWN = 8;
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** The hash of one n-gram, byte by byte, and the row that comes of it. */
export function HashPanel({ shown, bucket, others }: HashPanelProps) {
  const text = useText(subwordsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const steps = hashSteps(shown.ngram);
  return (
    <section className={styles.panel} data-testid="hash">
      <p className={styles.panelTitle}>{text('subwords.hash-title', { ngram: shown.ngram })}</p>
      <NumberTable
        caption={text('subwords.hash-caption', {
          offset: hex(FNV_OFFSET, 8),
          prime: plain.format(FNV_PRIME),
        })}
        heads={[
          text('subwords.head-byte'),
          text('subwords.head-signed'),
          text('subwords.head-xor'),
          text('subwords.head-times'),
        ]}
        rows={steps.map(({ byte, signed, mixed, hash }, i) => ({
          id: String(i),
          cells: [hex(byte, 2), String(signed).replace('-', '−'), hex(mixed, 8), hex(hash, 8)],
        }))}
      />
      <p className={styles.result}>
        {`${hex(shown.hash, 8)} = ${shown.hash}`}
        <br />
        {`${shown.hash} mod ${bucket} = `}
        <strong>{shown.row}</strong>
      </p>
      {others && (
        <p>
          {others.length === 0
            ? text('subwords.row-alone')
            : text('subwords.row-shared', {
                count: others.length,
                ngrams: others.slice(0, OTHERS_SHOWN).join('  '),
                more: Math.max(0, others.length - OTHERS_SHOWN),
              })}
        </p>
      )}
    </section>
  );
}
