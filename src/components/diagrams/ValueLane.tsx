import { fitText } from '../../layout/textWidth.ts';
import type { LaneFrame } from './figureTypes.ts';
import { formatBoxed } from './formatNumber.ts';
import netFrame from './netFrame.module.css';
import { contrastText, type SignedPalette, signedColor } from './palette.ts';
import { useSignedPalette } from './useSignedPalette.ts';
import styles from './ValueLane.module.css';

export interface ValueLaneProps {
  readonly frame: LaneFrame;
  readonly label: string;
  /** The same in the room of some letters, for narrow screens. */
  readonly shortLabel: string;
  /** One a column. */
  readonly values: ArrayLike<number>;
  /** What stands under each of them; null: nothing. */
  readonly texts: readonly string[] | null;
  /** Accessible name. */
  readonly name: string;
}

const BOX = { width: 46, height: 24, top: 8 } as const;
const TEXT = { size: 13, height: 22 } as const;

interface CellProps {
  readonly x: number;
  readonly value: number;
  readonly text: string | null;
  readonly palette: SignedPalette;
}

function Cell({ x, value, text, palette }: CellProps) {
  const fill = signedColor(value, palette);
  return (
    <g>
      <rect
        x={x - BOX.width / 2}
        y={BOX.top}
        width={BOX.width}
        height={BOX.height}
        rx={3}
        fill={fill}
        className={styles.box}
      />
      <text x={x} y={BOX.top + BOX.height / 2} fill={contrastText(fill)} className={styles.value}>
        {formatBoxed(value)}
      </text>
      {text === null ? null : (
        <text x={x} y={BOX.top + BOX.height + TEXT.height / 2 + 2} className={styles.text}>
          {fitText(text, TEXT.size, BOX.width + 8)}
        </text>
      )}
    </g>
  );
}

/** A row of numbers under a net, in line with its columns. */
export function ValueLane({ frame, label, shortLabel, values, texts, name }: ValueLaneProps) {
  const palette = useSignedPalette();
  const { labelWidth, scale, narrow, columns } = frame;
  const height = BOX.top + BOX.height + (texts ? TEXT.height : 4);
  const middle = BOX.top + BOX.height / 2;
  return (
    <div className={styles.lane} style={{ width: (frame.width + labelWidth) * scale }}>
      <div className={netFrame.labels} data-export-sticky="" style={{ width: labelWidth * scale }}>
        <svg
          data-export=""
          aria-hidden="true"
          width={labelWidth * scale}
          height={height * scale}
          viewBox={`0 0 ${labelWidth} ${height}`}
        >
          <text
            x={narrow ? labelWidth - 4 : 0}
            y={middle}
            className={narrow ? styles.shortLabel : styles.label}
          >
            {narrow ? shortLabel : label}
          </text>
        </svg>
      </div>
      <svg
        data-export=""
        role="img"
        aria-label={name}
        width={frame.width * scale}
        height={height * scale}
        viewBox={`0 0 ${frame.width} ${height}`}
      >
        {columns.map(({ step, x }) => (
          <Cell
            key={step}
            x={x}
            value={values[step] ?? Number.NaN}
            text={texts?.[step] ?? null}
            palette={palette}
          />
        ))}
      </svg>
    </div>
  );
}
