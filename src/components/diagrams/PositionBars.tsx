import { columnsEnd, wordColumns } from '../../layout/wordColumns.ts';
import { formatFixed } from './formatNumber.ts';
import styles from './PositionBars.module.css';
import { roleStyle } from './Symbol.tsx';

/** One word at its position, and what two nets say about it. */
export interface PositionValue {
  readonly word: string;
  /** ŷ of the net with weights for every position; null: it has no input there. */
  readonly dense: number | null;
  /** How far training moved the weights that this word meets at this position. */
  readonly moved: number | null;
  /** ŷ of the net that shares its weights. */
  readonly shared: number;
}

export interface PositionBarsProps {
  readonly values: readonly PositionValue[];
  readonly name: string;
  readonly denseLabel: string;
  readonly movedLabel: string;
  readonly sharedLabel: string;
  /** Positions of the dense net: those behind a short sentence's end get zeros. */
  readonly places: number;
  readonly padding: string;
  /** What stands where the dense net has no input. */
  readonly noInput: string;
}

const START = 8;
const BAR = { width: 34, height: 54 } as const;
/** Heights of the lines, top to bottom. */
const Y = {
  time: 14,
  word: 36,
  dense: 66,
  denseBar: 78,
  moved: 170,
  movedValue: 189,
  shared: 221,
  sharedBar: 233,
};
const HEIGHT = Y.sharedBar + BAR.height + 26;

/** A probability as a filled share of a frame, with its number under it. */
function ProbabilityBar(props: { readonly x: number; readonly y: number; readonly value: number }) {
  const { x, y, value } = props;
  const left = x - BAR.width / 2;
  const filled = BAR.height * value;
  return (
    <g>
      <rect x={left} y={y} width={BAR.width} height={BAR.height} className={styles.frame} />
      <rect x={left} y={y + BAR.height - filled} width={BAR.width} height={filled} className={styles.fill} />
      <path d={`M${left - 4} ${y + BAR.height / 2}h${BAR.width + 8}`} className={styles.half} />
      <text x={x} y={y + BAR.height + 16} className={styles.value}>
        {formatFixed(value)}
      </text>
    </g>
  );
}

/** A position behind the end of the sentence: the dense net still has it, and gets zeros there. */
function Padding(props: { readonly x: number; readonly step: number; readonly text: string }) {
  const { x, step, text } = props;
  return (
    <g>
      <text x={x} y={Y.time} className={styles.time}>
        t={step}
      </text>
      <text x={x} y={Y.word} className={styles.quietMiddle}>
        {text}
      </text>
      <rect
        x={x - BAR.width / 2}
        y={Y.denseBar}
        width={BAR.width}
        height={BAR.height}
        className={styles.absent}
      />
    </g>
  );
}

/** Two nets' answers at every position of a sentence, one above the other. */
export function PositionBars(props: PositionBarsProps) {
  const { values, name, noInput } = props;
  const empty = Array.from({ length: Math.max(0, props.places - values.length) }, () => props.padding);
  const columns = wordColumns([...values.map(({ word }) => word), ...empty], {
    least: 92,
    most: 170,
    fontSize: 17,
    start: START,
  });
  const width = Math.max(columnsEnd(columns, START) + START, 330);
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={name} className={styles.drawing} data-export>
      <text x={START} y={Y.dense} className={styles.label} style={roleStyle('output')}>
        {props.denseLabel}
      </text>
      <text x={START} y={Y.moved} className={styles.quiet}>
        {props.movedLabel}
      </text>
      <text x={START} y={Y.shared} className={styles.label} style={roleStyle('hidden')}>
        {props.sharedLabel}
      </text>
      {values.map(({ dense, moved, shared }, t) => {
        const { x = 0, text = '' } = columns[t] ?? {};
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position.
          <g key={t}>
            <text x={x} y={Y.time} className={styles.time}>
              t={t + 1}
            </text>
            <text x={x} y={Y.word} className={styles.word}>
              {text}
            </text>
            <g style={roleStyle('output')}>
              {dense === null ? (
                <text x={x} y={Y.denseBar + BAR.height / 2} className={styles.quietMiddle}>
                  {noInput}
                </text>
              ) : (
                <ProbabilityBar x={x} y={Y.denseBar} value={dense} />
              )}
            </g>
            {moved === null ? null : (
              <text x={x} y={Y.movedValue} className={moved === 0 ? styles.still : styles.value}>
                {formatFixed(moved)}
              </text>
            )}
            <g style={roleStyle('hidden')}>
              <ProbabilityBar x={x} y={Y.sharedBar} value={shared} />
            </g>
          </g>
        );
      })}
      {empty.map((padding, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position.
        <Padding key={i} x={columns[values.length + i]?.x ?? 0} step={values.length + i + 1} text={padding} />
      ))}
    </svg>
  );
}
