import { type ReactNode, useMemo } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import { useText } from '../text/useText.tsx';
import type { LaneFrame } from './figureTypes.ts';
import { formatMagnitude } from './formatNumber.ts';
import styles from './GradientLane.module.css';
import { type Bar, type BarScale, barDomain, layoutBars } from './gradientBars.ts';
import netFrame from './netFrame.module.css';
import { roleStyle } from './Symbol.tsx';

export interface GradientSeries {
  readonly id: string;
  /** Gives the colour. */
  readonly role: FigureRole;
  /** What the label says, such as |∂L/∂c| LSTM. */
  readonly label: string;
  /** The same in the room of three letters, for narrow screens. */
  readonly shortLabel: string;
  /** One magnitude a step. */
  readonly values: readonly number[];
}

export interface GradientLaneProps {
  readonly frame: LaneFrame;
  readonly series: readonly GradientSeries[];
  readonly scale: BarScale;
  readonly selectedStep: number | null;
  readonly onSelectStep?: (step: number) => void;
}

const BAR = { height: 40, width: 34, top: 8, text: 18 } as const;
const LANE = BAR.top + BAR.height + BAR.text + 4;

function BarMark(props: { readonly bar: Bar; readonly x: number; readonly y: number }) {
  const { bar, x, y } = props;
  const base = y + BAR.top + BAR.height;
  const height = bar.share * BAR.height;
  return (
    <g>
      {bar.broken ? (
        <rect
          x={x - BAR.width / 2}
          y={y + BAR.top}
          width={BAR.width}
          height={BAR.height}
          className={styles.broken}
        />
      ) : (
        <rect
          x={x - BAR.width / 2}
          y={base - height}
          width={BAR.width}
          height={height}
          rx={Math.min(3, height / 2)}
          className={styles.bar}
        />
      )}
      <text x={x} y={base + 12} className={bar.broken ? styles.brokenText : styles.value}>
        {formatMagnitude(bar.value)}
      </text>
    </g>
  );
}

function Labels({ frame, series, height }: GradientLaneProps & { readonly height: number }): ReactNode {
  const { labelWidth, scale, narrow } = frame;
  return (
    <div className={netFrame.labels} data-export-sticky="" style={{ width: labelWidth * scale }}>
      <svg
        data-export=""
        aria-hidden="true"
        width={labelWidth * scale}
        height={height * scale}
        viewBox={`0 0 ${labelWidth} ${height}`}
      >
        {series.map(({ id, role, label, shortLabel }, index) => (
          <text
            key={id}
            x={narrow ? labelWidth - 4 : 0}
            y={index * LANE + BAR.top + BAR.height / 2}
            className={narrow ? styles.shortLabel : styles.label}
            style={roleStyle(role)}
          >
            {narrow ? shortLabel : label}
          </text>
        ))}
      </svg>
    </div>
  );
}

/**
 * Size of the error that reaches each step, in line with the net's columns. All lanes share one axis, so that they can be
 * compared. Zero has no bar, what is not finite a hatched one; the number is always printed.
 */
export function GradientLane(props: GradientLaneProps) {
  const { frame, series, scale, selectedStep, onSelectStep } = props;
  const text = useText();
  const height = series.length * LANE;
  const lanes = useMemo(() => {
    const domain = barDomain(
      series.flatMap(({ values }) => values),
      scale,
    );
    return series.map((one) => ({ ...one, bars: layoutBars(one.values, scale, domain) }));
  }, [series, scale]);
  const name = text('figure.gradientLane', { scale: text(`figure.scale.${scale}`) });
  return (
    <div className={styles.lane} style={{ width: (frame.width + frame.labelWidth) * frame.scale }}>
      <Labels {...props} height={height} />
      <svg
        data-export=""
        role="img"
        aria-label={`${name} ${lanes.map(({ label, values }) => `${label}: ${values.map(formatMagnitude).join(', ')}`).join('; ')}`}
        width={frame.width * frame.scale}
        height={height * frame.scale}
        viewBox={`0 0 ${frame.width} ${height}`}
      >
        {frame.columns.map(({ step, x, width }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the net above selects steps by keyboard.
          <rect
            key={step}
            x={x - width / 2 + 3}
            y={-9}
            width={width - 6}
            height={height + 7}
            rx={8}
            className={step === selectedStep ? styles.selected : styles.area}
            onClick={() => onSelectStep?.(step)}
          />
        ))}
        {lanes.map(({ id, role, bars }, index) => (
          <g key={id} style={roleStyle(role)} pointerEvents="none">
            <line
              x1={4}
              x2={frame.width - 4}
              y1={index * LANE + BAR.top + BAR.height}
              y2={index * LANE + BAR.top + BAR.height}
              className={styles.axis}
            />
            {frame.columns.map(({ step, x }) => {
              const bar = bars[step];
              return bar ? <BarMark key={step} bar={bar} x={x} y={index * LANE} /> : null;
            })}
          </g>
        ))}
      </svg>
    </div>
  );
}
