import { useRef } from 'react';
import { useWidth } from '../../components/interaction/useWidth.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import { fitText } from '../../layout/textWidth.ts';
import { type AliasColumn, aliasColumns } from './draws.ts';
import styles from './noise.module.css';
import type { Draws } from './useDraws.ts';
import type { NoiseWord } from './words.ts';

const LEAST_COLUMN = 54;
const MOST_COLUMN = 110;
const HEIGHT = 150;
const TOP = 20;
/** Room below the columns: their numbers. */
const FOOT = 24;
/** A part lower than this has no room for its word. */
const LINE = 15;

interface ColumnProps {
  readonly column: AliasColumn;
  readonly words: readonly NoiseWord[];
  readonly x: number;
  readonly width: number;
  /** Whether the draw on show fell into it, and what it drew there. */
  readonly hit: 'own' | 'alias' | 'column' | null;
}

function Column({ column: { own, share, alias }, words, x, width, hit }: ColumnProps) {
  const word = (id: number) => fitText(words[id]?.word ?? '', 12, width - 8);
  const height = share * HEIGHT;
  const middle = x + width / 2;
  return (
    <g data-hit={hit ?? undefined} data-column={own}>
      <rect
        x={x + 1}
        y={TOP + HEIGHT - height}
        width={width - 2}
        height={height}
        className={styles.own}
        data-hit={hit === 'own' || undefined}
      />
      {alias !== null && (
        <rect
          x={x + 1}
          y={TOP}
          width={width - 2}
          height={HEIGHT - height}
          className={styles.alias}
          data-hit={hit === 'alias' || undefined}
        />
      )}
      {height >= LINE && (
        <text x={middle} y={TOP + HEIGHT - height / 2} className={styles.part}>
          {word(own)}
        </text>
      )}
      {alias !== null && HEIGHT - height >= LINE && (
        <text x={middle} y={TOP + (HEIGHT - height) / 2} className={styles.part}>
          {word(alias)}
        </text>
      )}
      <text x={middle} y={TOP + HEIGHT + 16} className={styles.place} data-hit={hit !== null || undefined}>
        {own}
      </text>
    </g>
  );
}

/** The alias table: as many columns as words, all equally high, each shared by two words at most; and where the draw fell. */
export function AliasTable({
  words,
  draws,
}: {
  readonly words: readonly NoiseWord[];
  readonly draws: Draws;
}) {
  const text = useText(noiseMessages);
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame) ?? 640;
  const columns = aliasColumns(draws.table);
  const width = Math.min(MOST_COLUMN, Math.max(LEAST_COLUMN, room / columns.length));
  const { followed } = draws;
  const inColumn = followed !== null && followed.phase !== 'number';
  const hitOf = (own: number): ColumnProps['hit'] => {
    if (!inColumn || followed.draw.column !== own) return null;
    if (followed.phase === 'column') return 'column';
    return followed.draw.rest < followed.draw.limit ? 'own' : 'alias';
  };
  return (
    <div ref={frame} className={styles.plot}>
      <ScrollBox label={text('noise.table')} className={styles.scroller ?? ''}>
        <svg
          role="img"
          aria-label={text('noise.table')}
          width={columns.length * width}
          height={TOP + HEIGHT + FOOT}
          data-export=""
        >
          {columns.map((column) => (
            <Column
              key={column.own}
              column={column}
              words={words}
              x={column.own * width}
              width={width}
              hit={hitOf(column.own)}
            />
          ))}
          {inColumn && (
            <g className={styles.dart}>
              <path d={`M${followed.draw.column * width - 1} ${dartY(followed.draw.rest)}h${width + 2}`} />
              <path
                d={`M${(followed.draw.column + 0.5) * width} ${TOP - 4}l-5 -8h10z`}
                className={styles.pointer}
              />
            </g>
          )}
        </svg>
      </ScrollBox>
    </div>
  );
}

const dartY = (rest: number): number => TOP + HEIGHT * (1 - rest);
