import { scaleLinear } from 'd3-scale';
import { ScrollBox } from '../prose/ScrollBox.tsx';
import { MATRIX } from './CellMatrix.tsx';
import styles from './StepBars.module.css';

export interface StepBarsProps {
  /** A bar for each step; filled. */
  readonly part: readonly number[];
  /** The same without the cut: an outline behind it. */
  readonly full: readonly number[];
  /** Sum from the last step back to this one, printed under it. */
  readonly running: readonly number[];
  readonly format: (value: number) => string;
  readonly partName: string;
  readonly runningName: string;
  /** Accessible name; the numbers follow it. */
  readonly name: string;
  readonly selected: number;
}

const HEIGHT = 110;
const PAD = 8;

/** Bars in line with the columns of a `CellMatrix`, each with its number, and the running sum below. */
export function StepBars(props: StepBarsProps) {
  const { part, full, running, format, selected } = props;
  const all = [0, ...part, ...full].filter(Number.isFinite);
  const y = scaleLinear([Math.min(...all), Math.max(...all) || 1], [HEIGHT - PAD, PAD]);
  const bar = (value: number) => ({
    y: Math.min(y(0), y(value)),
    height: Math.abs(y(value) - y(0)),
  });
  const left = (step: number) => MATRIX.label + step * MATRIX.column;
  const width = MATRIX.label + part.length * MATRIX.column + 4;
  const summary = part.map((value, step) => `t=${step + 1}: ${format(value)}`).join('; ');
  return (
    <ScrollBox label={props.name} className={styles.scroll ?? ''}>
      <svg
        role="img"
        aria-label={`${props.name}. ${summary}`}
        width={width}
        height={HEIGHT + 46}
        className={styles.bars}
        data-export=""
      >
        <rect className={styles.column} x={left(selected)} y={0} width={MATRIX.column} height={HEIGHT + 46} />
        <line className={styles.zero} x1={MATRIX.label} x2={width} y1={y(0)} y2={y(0)} />
        <text x={4} y={HEIGHT + 16} className={styles.label}>
          {props.partName}
        </text>
        <text x={4} y={HEIGHT + 36} className={styles.label}>
          {props.runningName}
        </text>
        {part.map((value, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is what it is.
          <g key={step}>
            <rect
              className={styles.full}
              x={left(step) + 8}
              width={MATRIX.column - 16}
              {...bar(full[step] ?? 0)}
            />
            <rect className={styles.part} x={left(step) + 8} width={MATRIX.column - 16} {...bar(value)} />
            <text x={left(step) + MATRIX.column / 2} y={HEIGHT + 16} className={styles.number}>
              {format(value)}
            </text>
            <text x={left(step) + MATRIX.column / 2} y={HEIGHT + 36} className={styles.running}>
              {format(running[step] ?? Number.NaN)}
            </text>
          </g>
        ))}
      </svg>
    </ScrollBox>
  );
}
