import { useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { Hit } from '../../store/vectors-state.ts';
import type { Pointing } from './panel.ts';
import { useReport } from './ReportsProvider.tsx';
import styles from './vector-panels.module.css';

export interface RankedWordsProps {
  /** Of the table, for those who do not see it. */
  readonly caption: string;
  readonly hits: readonly Hit[];
  /** What the number is. */
  readonly measure: 'cosine' | 'dot' | 'euclid' | 'along';
  readonly pointing: Pointing;
  /** These are the answers to what was asked before. */
  readonly isOld: boolean;
}

/** Length of a bar: of a cosine on 0 … 1, of anything else against the largest in the list. */
function shareOf(score: number, { measure, hits }: RankedWordsProps): number {
  const largest = measure === 'cosine' ? 1 : Math.max(...hits.map((hit) => Math.abs(hit.score)));
  const size = measure === 'cosine' ? Math.max(0, score) : Math.abs(score);
  return largest > 0 ? Math.min(1, size / largest) : 0;
}

/** A distance is told without the sign that ranks it. */
const scoreText = (score: number, measure: RankedWordsProps['measure']): string =>
  formatFixed(measure === 'euclid' ? Math.abs(score) : score, 3);

/** A word that takes part in all pointing. */
export function WordButton(props: {
  readonly word: string;
  readonly pointing: Pointing;
  /** It is the answer. */
  readonly strong?: boolean;
}) {
  const { word, pointing, strong = false } = props;
  const text = useText(vectorPanelMessages);
  return (
    <button
      type="button"
      className={styles.word}
      data-strong={strong || undefined}
      title={text('vectorpanels.select', { word })}
      aria-pressed={word === pointing.selected}
      onClick={() => pointing.onSelect(word)}
      onFocus={() => pointing.onLight(word)}
      onBlur={() => pointing.onLight(null)}
    >
      <bdi>{word}</bdi>
    </button>
  );
}

/** The answers of a search, the best first, as a table whose numbers are bars as well. */
export function RankedWords(props: RankedWordsProps) {
  const { caption, hits, measure, pointing, isOld } = props;
  const text = useText(vectorPanelMessages);
  const report = useMemo(
    () => ({
      caption,
      heads: [text('vectorpanels.head-word'), text(`vectorpanels.${measure}`)],
      rows: hits.map(({ word, score }) => [word, score]),
    }),
    [caption, hits, measure, text],
  );
  useReport(report);
  return (
    <table className={styles.ranked} aria-busy={isOld} data-old={isOld || undefined}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('vectorpanels.head-word')}</th>
          <th scope="col">{text(`vectorpanels.${measure}`)}</th>
        </tr>
      </thead>
      <tbody>
        {hits.map(({ word, score }, i) => (
          <tr
            key={word}
            data-hit={word}
            data-lit={word === pointing.lit || undefined}
            onPointerEnter={() => pointing.onLight(word)}
            onPointerLeave={() => pointing.onLight(null)}
          >
            <th scope="row">
              <WordButton word={word} pointing={pointing} strong={i === 0} />
            </th>
            <td>
              <span className={styles.track} data-tone={i === 0 ? 'first' : undefined} aria-hidden="true">
                <span style={{ width: `${100 * shareOf(score, props)}%` }} />
              </span>
              <span className={styles.score}>{scoreText(score, measure)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
