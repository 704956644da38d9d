import { scaleLog } from 'd3-scale';
import { useRef } from 'react';
import { useWidth } from '../interaction/useWidth.ts';
import { decades, powerText } from './decades.ts';
import styles from './LogLogCurve.module.css';

export interface LogPoint {
  readonly x: number;
  readonly y: number;
}

export interface LogLogCurveProps {
  readonly points: readonly LogPoint[];
  /** The point to be marked. */
  readonly at: LogPoint;
  /** Straight lines to compare with, each with its name. */
  readonly guides: readonly {
    readonly id: string;
    readonly label: string;
    readonly from: LogPoint;
    readonly to: LogPoint;
  }[];
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly name: string;
  readonly height?: number;
}

const MARGIN = { top: 26, right: 18, bottom: 44, left: 58 } as const;

/** A curve over many powers of ten on both axes; values below the y domain lie on its lower edge. */
export function LogLogCurve(props: LogLogCurveProps) {
  const { points, at, guides, xDomain, yDomain, height = 270 } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 520;
  const x = scaleLog(xDomain, [MARGIN.left, width - MARGIN.right]).clamp(true);
  const y = scaleLog(yDomain, [height - MARGIN.bottom, MARGIN.top]).clamp(true);
  const place = (point: LogPoint) =>
    `${x(point.x).toFixed(1)} ${y(Math.max(point.y, yDomain[0])).toFixed(1)}`;
  const drawn = points.filter((point) => Number.isFinite(point.y));
  return (
    <div ref={frame} className={styles.plot}>
      <svg
        role="img"
        aria-label={props.name}
        width={width}
        height={height}
        className={styles.svg}
        data-export=""
      >
        {decades(yDomain, 4).map((power) => (
          <g key={`y ${power}`}>
            <line
              className={styles.grid}
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(10 ** power)}
              y2={y(10 ** power)}
            />
            <text className={styles.tickY} x={MARGIN.left - 8} y={y(10 ** power)}>
              {powerText(power)}
            </text>
          </g>
        ))}
        {decades(xDomain, width < 480 ? 4 : 2).map((power) => (
          <text
            key={`x ${power}`}
            className={styles.tickX}
            x={x(10 ** power)}
            y={height - MARGIN.bottom + 18}
          >
            {powerText(power)}
          </text>
        ))}
        <text className={styles.tickX} x={(MARGIN.left + width - MARGIN.right) / 2} y={height - 6}>
          {props.xLabel}
        </text>
        <text className={styles.axisY} x={4} y={13}>
          {props.yLabel}
        </text>
        {guides.map(({ id, from, to }) => (
          <path key={id} className={styles.guide} data-guide={id} d={`M${place(from)}L${place(to)}`} />
        ))}
        {drawn.length > 0 ? <path className={styles.curve} d={`M${drawn.map(place).join('L')}`} /> : null}
        {Number.isFinite(at.y) ? (
          <>
            <line
              className={styles.drop}
              x1={x(at.x)}
              x2={x(at.x)}
              y1={MARGIN.top}
              y2={height - MARGIN.bottom}
            />
            <circle className={styles.dot} cx={x(at.x)} cy={y(Math.max(at.y, yDomain[0]))} r={5} />
          </>
        ) : null}
      </svg>
      <ul className={styles.legend}>
        {guides.map(({ id, label }) => (
          <li key={id} data-guide={id}>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
