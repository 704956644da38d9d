import { useRef } from 'react';
import { estimateTextWidth, fitText } from '../../layout/textWidth.ts';
import { useWidth } from '../interaction/useWidth.ts';
import styles from './PairBars.module.css';

export interface PairBarsProps {
  readonly words: readonly string[];
  /** Two distributions over the words: the first filled, the second hatched by an outline. */
  readonly pairs: readonly [PairSeries, PairSeries];
  readonly title: string;
  readonly name: string;
}

export interface PairSeries {
  readonly name: string;
  readonly shares: ArrayLike<number>;
}

const ROW = 34;
const BAR = 12;
const TOP = 26;
const VALUE = 62;
const FONT = 14;
const LEGEND = 12.5;
/** Share of the width that words may take; longer ones are cut. */
const MOST_LABEL = 0.4;

const percent = (share: number): string =>
  share > 0 && share < 0.001 ? '<0.1 %' : `${(100 * share).toFixed(1)} %`;

/** Two distributions over the same words, one bar above the other. */
export function PairBars({ words, pairs, title, name }: PairBarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 480;
  const widest = Math.max(60, ...[title, ...words].map((word) => estimateTextWidth(word, FONT) + 14));
  const label = Math.min(widest, MOST_LABEL * width);
  const gap = estimateTextWidth(pairs[0].name, LEGEND) + 44;
  const most = Math.max(...pairs.flatMap(({ shares }) => Array.from(shares)));
  const room = Math.max(40, width - label - VALUE - 4);
  const summary = pairs
    .map(
      (pair) =>
        `${pair.name}: ${words.map((word, i) => `${word} ${percent(pair.shares[i] ?? 0)}`).join(', ')}`,
    )
    .join('; ');
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        role="img"
        aria-label={`${name}. ${summary}`}
        width={width}
        height={TOP + words.length * ROW}
        className={styles.bars}
        data-export=""
      >
        <text x={label - 10} y={14} className={styles.title}>
          {fitText(title, FONT, label - 12)}
        </text>
        {pairs.map((pair, which) => (
          <g key={pair.name} data-which={which}>
            <rect x={label + which * gap} y={4} width={14} height={BAR - 1} rx={2} className={styles.bar} />
            <text x={label + 20 + which * gap} y={14} className={styles.legend}>
              {pair.name}
            </text>
            {words.map((word, i) => {
              const share = pair.shares[i] ?? 0;
              const y = TOP + i * ROW + which * (BAR + 2);
              const length = most > 0 ? (share / most) * room : 0;
              return (
                <g key={word}>
                  <rect
                    x={label}
                    y={y}
                    width={Math.max(1, length)}
                    height={BAR}
                    rx={2}
                    className={styles.bar}
                  />
                  <text x={label + length + 6} y={y + BAR - 1.5} className={styles.value}>
                    {percent(share)}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
        {words.map((word, i) => (
          <text key={word} x={label - 10} y={TOP + i * ROW + BAR + 6} className={styles.word}>
            {fitText(word, FONT, label - 12)}
          </text>
        ))}
      </svg>
    </div>
  );
}
