import { useRef } from 'react';
import { useWidth } from '../../components/interaction/useWidth.ts';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import { fitText } from '../../layout/textWidth.ts';
import styles from './noise.module.css';
import type { Draws } from './useDraws.ts';
import type { NoiseWord } from './words.ts';

const ROW = 24;
const TOP = 22;

export interface NoiseBarsProps {
  readonly words: readonly NoiseWord[];
  readonly draws: Draws;
}

/** Of each word: its share of the draws so far, against the share that f^a expects, and those of the two extremes. */
export function NoiseBars({ words, draws }: NoiseBarsProps) {
  const text = useText(noiseMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 640;
  const { table, rivals, history } = draws;
  const { tally } = history;
  const isNarrow = width < 520;
  const label = isNarrow ? 78 : 120;
  const numbers = isNarrow ? 96 : 176;
  const room = Math.max(40, width - label - numbers);
  const share = (seen: number) => (tally.draws > 0 ? seen / tally.draws : 0);
  const largest = Math.max(...table.probabilities, ...rivals.unigram, ...Array.from(tally.seen, share));
  const x = (p: number) => label + (p / largest) * room;
  const last = draws.followed?.phase === 'word' ? draws.followed.draw.word : -1;
  return (
    <div ref={frame} className={styles.plot}>
      <svg
        role="img"
        aria-label={text('noise.bars')}
        width={width}
        height={TOP + words.length * ROW + 6}
        data-export=""
      >
        <text x={label} y={13} className={styles.head}>
          {text('noise.head-share')}
        </text>
        <text x={width} y={13} className={styles.headEnd}>
          {text('noise.head-seen-long')}
        </text>
        {words.map(({ word }, i) => {
          const y = TOP + i * ROW;
          const p = table.probabilities[i] ?? 0;
          const seen = tally.seen[i] ?? 0;
          const expected = p * tally.draws;
          return (
            <g key={word} data-word={word} data-last={i === last || undefined} className={styles.row}>
              <text x={label - 8} y={y + ROW / 2} className={styles.word}>
                {fitText(word, 13, label - 12)}
              </text>
              <rect
                x={label}
                y={y + 5}
                width={Math.max(0, x(share(seen)) - label)}
                height={ROW - 10}
                className={styles.seen}
              />
              <path d={rival(x(rivals.uniform[i] ?? 0), y)} className={styles.uniform} />
              <path d={rival(x(rivals.unigram[i] ?? 0), y)} className={styles.unigram} />
              <path d={`M${x(p)} ${y + 1}V${y + ROW - 1}`} className={styles.expected} />
              <text x={width} y={y + ROW / 2} className={styles.numbers}>
                {isNarrow
                  ? `${seen} / ${Math.round(expected)}`
                  : `${formatWhole(seen, tag)} / ${expected.toFixed(1)}`}
              </text>
            </g>
          );
        })}
      </svg>
      <ul className={styles.legend}>
        <li data-mark="seen">{text('noise.legend-seen')}</li>
        <li data-mark="expected">{text('noise.legend-expected')}</li>
        <li data-mark="uniform">{text('noise.legend-uniform')}</li>
        <li data-mark="unigram">{text('noise.legend-unigram')}</li>
      </ul>
    </div>
  );
}

/** A small mark in the middle of a row. */
const rival = (x: number, y: number): string => `M${x} ${y + 7}V${y + ROW - 7}`;
