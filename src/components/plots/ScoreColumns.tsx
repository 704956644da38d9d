import { scaleLinear } from 'd3-scale';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import type { TokenScore } from '../../models/language/score.ts';
import { formatFixed } from '../diagrams/formatNumber.ts';
import { ScrollBox } from '../prose/ScrollBox.tsx';
import { useText } from '../text/useText.tsx';
import styles from './ScoreColumns.module.css';
import { perplexityText, powerTick, shortened } from './scoreLabels.ts';
import { visibleSymbol } from './visibleSymbol.ts';

export interface ScoreColumnsProps {
  readonly scores: readonly TokenScore[];
  /** V. */
  readonly vocabulary: number;
  /** Powers of ten below 1 that the scale shows; give it where several charts share a scale. */
  readonly decades: number;
  /** Accessible name; the table has the numbers. */
  readonly name: string;
}

const COLUMN = 58;
const AXIS = 66;
const TOP = 14;
const HEIGHT = 132;
/** Rows of numbers below the bars. */
const ROWS = [26, 50, 70, 90] as const;
const MOST_TICKS = 5;
/** Height of a label. */
const LABEL = 13;
const TOTAL = TOP + HEIGHT + ROWS[3] + 8;

/** Powers of ten that a scale needs for these probabilities and an even choice. */
export function decadesOf(scores: readonly TokenScore[], vocabulary: number): number {
  const least = scores.reduce(
    (low, { probability: p }) => (p !== null && p > 0 ? Math.min(low, p) : low),
    1 / vocabulary,
  );
  return Math.max(2, Math.ceil(-Math.log10(least)));
}

/** Fixed numbers, or a power of ten where they would only be zeros. */
const shortP = (p: number): string => (p >= 0.001 ? p.toFixed(3) : powerTick(p));

function useScale(decades: number) {
  const y = scaleLinear([0, -decades], [TOP, TOP + HEIGHT]);
  return (probability: number) => y(Math.log10(probability));
}

function Axis({ decades, vocabulary }: Pick<ScoreColumnsProps, 'decades' | 'vocabulary'>) {
  const text = useText(samplingMessages);
  const y = useScale(decades);
  const every = Math.ceil(decades / MOST_TICKS);
  const even = y(1 / vocabulary);
  const ticks = Array.from({ length: Math.floor(decades / every) + 1 }, (_, i) => i * every).filter(
    (tick) => vocabulary === 1 || Math.abs(y(10 ** -tick) - even) > LABEL,
  );
  return (
    <svg width={AXIS} height={TOTAL} className={styles.axis} aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} x={AXIS - 8} y={y(10 ** -tick)}>
          {tick === 0 ? '1' : powerTick(10 ** -tick)}
        </text>
      ))}
      {vocabulary > 1 && (
        <text x={AXIS - 8} y={even} className={styles.even}>
          {text('score.uniform')}
        </text>
      )}
      {([null, 'p', 'running', 'perplexity'] as const).map((row, i) =>
        row ? (
          <text key={row} x={AXIS - 8} y={TOP + HEIGHT + (ROWS[i] ?? 0)} className={styles.rowName}>
            {text(`score.row-${row}`)}
          </text>
        ) : null,
      )}
    </svg>
  );
}

interface ColumnProps {
  readonly score: TokenScore;
  readonly x: number;
  readonly y: (probability: number) => number;
}

/** What stands instead of a bar where there is no probability, or none above 0. */
function Absent({ score, x }: Pick<ColumnProps, 'score' | 'x'>) {
  const said = score.verdict === 'silent' ? '–' : score.verdict === 'undefined' ? '0/0' : '0';
  return (
    <text x={x + COLUMN / 2} y={TOP + 18} className={styles.absent} data-verdict={score.verdict}>
      {said}
    </text>
  );
}

function Column({ score, x, y }: ColumnProps) {
  const { probability: p, known, running, perplexity, verdict } = score;
  const centre = x + COLUMN / 2;
  const row = (i: number) => TOP + HEIGHT + (ROWS[i] ?? 0);
  return (
    <g data-known={known}>
      {p !== null && p > 0 ? (
        <rect
          x={x + 12}
          width={COLUMN - 24}
          y={TOP}
          height={Math.max(1, y(p) - TOP)}
          className={styles.bar}
        />
      ) : (
        <Absent score={score} x={x} />
      )}
      <text x={centre} y={row(0)} className={known ? styles.token : styles.unknown}>
        {shortened(visibleSymbol(score.text))}
      </text>
      <text x={centre} y={row(1)} className={styles.number}>
        {p === null ? '–' : shortP(p)}
      </text>
      <text x={centre} y={row(2)} className={styles.number}>
        {verdict === 'silent' ? '–' : formatFixed(running, 2)}
      </text>
      <text x={centre} y={row(3)} className={styles.number}>
        {verdict === 'silent' ? '–' : perplexityText(perplexity, 1)}
      </text>
    </g>
  );
}

/**
 * A column a token: a bar that hangs from P = 1 as far down as its P on a logarithmic scale. Lengths add up to −ln P of the
 * whole; below it the numbers so far.
 */
export function ScoreColumns({ scores, vocabulary, decades, name }: ScoreColumnsProps) {
  const y = useScale(decades);
  const width = Math.max(1, scores.length) * COLUMN + 8;
  const even = y(1 / vocabulary);
  return (
    <div className={styles.frame}>
      <Axis decades={decades} vocabulary={vocabulary} />
      <ScrollBox label={name} className={styles.scroll ?? ''}>
        <svg
          role="img"
          aria-label={name}
          width={width}
          height={TOTAL}
          className={styles.chart}
          data-export=""
        >
          <line className={styles.top} x1={0} x2={width} y1={TOP} y2={TOP} />
          <line className={styles.evenLine} x1={0} x2={width} y1={even} y2={even} />
          {scores.map((score, t) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place.
            <Column key={t} score={score} x={t * COLUMN} y={y} />
          ))}
        </svg>
      </ScrollBox>
    </div>
  );
}
