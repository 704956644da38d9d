import { useMemo } from 'react';
import { formatSigned } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { AxisWord } from './axis-words.ts';
import type { Pointing } from './panel.ts';
import { WordButton } from './RankedWords.tsx';
import { useReport } from './ReportsProvider.tsx';
import styles from './vector-panels.module.css';

export interface AxisTableProps {
  readonly caption: string;
  readonly words: readonly AxisWord[];
  /** Which of the coordinates. */
  readonly axis: number;
  /** The line runs from −reach to reach. */
  readonly reach: number;
  /** What stands at its ends. */
  readonly low: string;
  readonly high: string;
  readonly pointing: Pointing;
  readonly isOld: boolean;
}

const percent = (share: number): string => `${Math.max(0, Math.min(100, 100 * share)).toFixed(2)}%`;

/** Words along one axis as dots on lines, from one end to the other. */
export function AxisTable(props: AxisTableProps) {
  const { caption, words, axis, reach, low, high, pointing, isOld } = props;
  const text = useText(vectorPanelMessages);
  const sorted = useMemo(
    () => [...words].sort((a, b) => (a.at[axis] ?? 0) - (b.at[axis] ?? 0)),
    [words, axis],
  );
  const report = useMemo(
    () => ({
      caption,
      heads: [text('vectorpanels.head-word'), text('vectorpanels.along')],
      rows: sorted.map(({ word, at }) => [word, at[axis] ?? Number.NaN]),
    }),
    [caption, sorted, axis, text],
  );
  useReport(report);
  return (
    <table className={styles.ranked} aria-busy={isOld} data-old={isOld || undefined} data-axis={axis}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('vectorpanels.head-word')}</th>
          <th scope="col">
            <span className={styles.ends}>
              <bdi>← {low}</bdi>
              <bdi>{high} →</bdi>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ word, at }) => {
          const value = at[axis] ?? Number.NaN;
          return (
            <tr
              key={word}
              data-hit={word}
              data-lit={word === pointing.lit || undefined}
              onPointerEnter={() => pointing.onLight(word)}
              onPointerLeave={() => pointing.onLight(null)}
            >
              <th scope="row">
                <WordButton word={word} pointing={pointing} />
              </th>
              <td>
                <span className={styles.line} aria-hidden="true">
                  <span
                    className={styles.stem}
                    style={{
                      insetInlineStart: percent(0.5 + Math.min(0, value / reach / 2)),
                      width: percent(Math.abs(value / reach / 2)),
                    }}
                  />
                  <span
                    className={styles.dot}
                    data-side={value < 0 ? 'low' : 'high'}
                    style={{ insetInlineStart: percent(0.5 + value / reach / 2) }}
                  />
                </span>
                <span className={styles.score}>{formatSigned(value, 3)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
