import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { Heatmap } from '../../components/plots/Heatmap.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { subwordsMessages } from '../../i18n/messages/subwords.ts';
import type { NgramCensus } from '../../models/fasttext/bucket-use.ts';
import type { EmbeddingInfo, PartVectors } from '../../workers/embeddings/protocol.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { cosineOf, meanOfParts, partNames, partShares, sharedNgrams } from './part-shares.ts';
import styles from './subwords.module.css';
import { ngramOptions, type UnseenSettings } from './unseen-settings.ts';
import type { Unseen } from './useUnseen.ts';

interface PanelProps {
  readonly settings: UnseenSettings;
  readonly unseen: Unseen;
  readonly info: EmbeddingInfo;
}

/** Whether the word was learnt, and what that means for its vector. */
export function Standing({ settings, unseen, info }: PanelProps) {
  const text = useText(subwordsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { word, answer } = unseen;
  const id = info.words.indexOf(word);
  const rows = answer?.parts?.rows.length ?? 0;
  const words = plain.format(info.words.length);
  const known = id >= 0 ? 'known' : 'unseen';
  return (
    <p className={styles.standing} data-testid="standing" data-known={known}>
      {text(`subwords.${known}`, { word, words, count: plain.format(info.counts[id] ?? 0) })}
      {settings.made === 'words'
        ? text(`subwords.${known}-words`)
        : text(`subwords.${known}-ngrams`, { rows, ngrams: Math.max(0, rows - Number(id >= 0)) })}
    </p>
  );
}

/** The nearest words, with their cosines. */
export function Neighbours({ unseen, info }: PanelProps) {
  const text = useText(subwordsMessages);
  const nearest = unseen.answer?.nearest.nearest ?? null;
  return (
    <section className={styles.panel} data-testid="neighbours">
      <p className={styles.panelTitle}>{text('subwords.neighbours', { word: unseen.word })}</p>
      {nearest === null ? (
        <p className={styles.nothing}>{text('subwords.no-vector')}</p>
      ) : (
        <ol className={styles.nearest}>
          {nearest.map(({ id, cosine }) => (
            <li key={id}>
              <span>{info.words[id]}</span>
              <span className={styles.track} aria-hidden="true">
                <span style={{ width: `${100 * Math.max(0, cosine)}%` }} />
              </span>
              <span className={styles.number}>{formatFixed(cosine, 3)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export interface PartsProps {
  readonly settings: UnseenSettings;
  readonly parts: PartVectors;
  /** The n-grams of the words that are learnt. */
  readonly census: NgramCensus | null;
}

/** Every row of the word, and how much of its vector it is. */
export function Parts({ settings, parts, census }: PartsProps) {
  const text = useText(subwordsMessages);
  const shares = partShares(parts, ngramOptions(settings));
  const learnt = (ngram: string) => {
    const i = census?.ngrams.indexOf(ngram) ?? -1;
    return i < 0 ? '0' : String(census?.words[i]);
  };
  return (
    <section className={`${styles.panel} ${styles.tall}`} data-term="input" data-testid="parts">
      <NumberTable
        caption={text('subwords.parts', { word: parts.word })}
        heads={['row-of', 'learnt-in', 'cosine', 'share'].map((head) =>
          text(`subwords.head-${head}` as 'subwords.head-share'),
        )}
        rows={shares.map(({ text: name, isWord, cosine, share }, i) => ({
          id: String(i),
          cells: [
            isWord ? text('subwords.own-row', { word: name }) : name,
            isWord ? '–' : learnt(name),
            formatFixed(cosine, 2),
            `${formatFixed(100 * share, 1)} %`,
          ],
        }))}
      />
    </section>
  );
}

/** The rows as colours, and below them their mean. */
export function Rows({ settings, parts }: Pick<PartsProps, 'settings' | 'parts'>) {
  const text = useText(subwordsMessages);
  const { rows, vectors, word } = parts;
  const d = vectors.length / rows.length;
  const mean = meanOfParts(parts);
  const names = partNames(word, rows.length, ngramOptions(settings));
  const limit = vectors.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const columnLabel = (column: number) => text('subwords.dimension', { number: column + 1 });
  return (
    <>
      <section className={styles.panel} data-term="input">
        <p className={styles.panelTitle}>{text('subwords.rows', { count: rows.length, d })}</p>
        <Heatmap
          rows={rows.length}
          columns={d}
          value={(row, column) => vectors[row * d + column] ?? 0}
          rowLabel={(row) => names[row] ?? ''}
          columnLabel={columnLabel}
          name={text('subwords.rows', { count: rows.length, d })}
          limit={limit}
        />
      </section>
      <section className={styles.panel} data-term="hidden">
        <p className={styles.panelTitle}>{text('subwords.mean', { word })}</p>
        <Heatmap
          rows={1}
          columns={d}
          value={(_, column) => mean[column] ?? 0}
          rowLabel={() => word}
          columnLabel={columnLabel}
          name={text('subwords.mean', { word })}
          limit={limit}
        />
      </section>
    </>
  );
}

/** How alike pairs of words are in letters, and in the run's vectors. */
export function Pairs({ settings, unseen }: Omit<PanelProps, 'info'>) {
  const text = useText(subwordsMessages);
  const options = ngramOptions(settings);
  const cosineText = (a: Float64Array | null, b: Float64Array | null) => {
    if (a && b) return formatFixed(cosineOf(a, b), 2);
    return unseen.answer ? text('subwords.no-vector-short') : '–';
  };
  return (
    <div data-testid="pairs">
      <NumberTable
        caption={text('subwords.pairs-caption')}
        heads={['pair', 'shared', 'cosine'].map((head) =>
          text(`subwords.head-${head}` as 'subwords.head-pair'),
        )}
        rows={unseen.pairs.map(({ words: [one, other], vectors: [a, b] }, i) => ({
          id: String(i),
          cells: [
            `${one} – ${other}`,
            `${formatFixed(100 * sharedNgrams(one, other, options), 0)} %`,
            cosineText(a, b),
          ],
        }))}
      />
    </div>
  );
}
