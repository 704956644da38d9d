import { scaleLog } from 'd3-scale';
import { useRef } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import { roleStyle } from '../diagrams/Symbol.tsx';
import { useWidth } from '../interaction/useWidth.ts';
import { decades, powerText } from './decades.ts';
import styles from './LogLogChart.module.css';
import { LineSample, Marker, type MarkerShape } from './Marker.tsx';
import shared from './plots.module.css';

export interface LogPoint {
  readonly x: number;
  readonly y: number;
}

/** What is drawn as a line. */
export interface LogSeries {
  readonly id: string;
  readonly points: readonly LogPoint[];
  /** For the legend; absent: not in it. */
  readonly label?: string;
  /** Gives the colour; the accent's if not said. */
  readonly role?: FigureRole;
  /** Marks every point: for few points, far apart. Two series never differ by colour alone. */
  readonly shape?: MarkerShape;
}

export interface LogLogChartProps {
  readonly series: readonly LogSeries[];
  /** The point to be marked. */
  readonly at?: LogPoint;
  /** Lines to compare with, each with its name. */
  readonly guides: readonly {
    readonly id: string;
    readonly label: string;
    readonly points: readonly LogPoint[];
  }[];
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly name: string;
  readonly height?: number;
}

const MARGIN = { top: 26, right: 18, bottom: 44, left: 58 } as const;

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly width: number;
  readonly height: number;
}

function useScales({ xDomain, yDomain, height = 270 }: LogLogChartProps, width: number): Scales {
  const x = scaleLog(xDomain, [MARGIN.left, width - MARGIN.right]).clamp(true);
  const y = scaleLog(yDomain, [height - MARGIN.bottom, MARGIN.top]).clamp(true);
  return { x, y: (value) => y(Math.max(value, yDomain[0])), width, height };
}

const pathOf = (points: readonly LogPoint[], { x, y }: Scales) =>
  `M${points.map((point) => `${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`).join('L')}`;

function Axes({ xDomain, yDomain, xLabel, yLabel, scales }: LogLogChartProps & { readonly scales: Scales }) {
  const { x, y, width, height } = scales;
  const decadesOfX = Math.log10(xDomain[1] / xDomain[0]);
  const every = decadesOfX <= 4 ? 1 : width < 480 ? 4 : 2;
  return (
    <>
      {decades(yDomain, Math.log10(yDomain[1] / yDomain[0]) <= 8 ? 1 : 4).map((power) => (
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
      {decades(xDomain, every).map((power) => (
        <text key={`x ${power}`} className={styles.tickX} x={x(10 ** power)} y={height - MARGIN.bottom + 18}>
          {powerText(power)}
        </text>
      ))}
      <text className={styles.tickX} x={(MARGIN.left + width - MARGIN.right) / 2} y={height - 6}>
        {xLabel}
      </text>
      <text className={styles.axisY} x={4} y={13}>
        {yLabel}
      </text>
    </>
  );
}

function Series({ one, scales }: { readonly one: LogSeries; readonly scales: Scales }) {
  const { role, shape } = one;
  const drawn = one.points.filter((point) => Number.isFinite(point.y));
  if (drawn.length === 0) return null;
  return (
    <g style={role && roleStyle(role)} data-series={one.id}>
      <path className={role ? shared.series : styles.curve} d={pathOf(drawn, scales)} />
      {shape &&
        drawn.map((point) => (
          <Marker key={point.x} shape={shape} x={scales.x(point.x)} y={scales.y(point.y)} />
        ))}
    </g>
  );
}

function Marked({ at, scales }: { readonly at: LogPoint; readonly scales: Scales }) {
  const { x, y, height } = scales;
  return (
    <>
      <line className={styles.drop} x1={x(at.x)} x2={x(at.x)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
      {Number.isFinite(at.y) && <circle className={styles.dot} cx={x(at.x)} cy={y(at.y)} r={5} />}
    </>
  );
}

/** Curves over many powers of ten on both axes; values below the y domain lie on its lower edge. */
export function LogLogChart(props: LogLogChartProps) {
  const { series, at, guides } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 520;
  const scales = useScales(props, width);
  return (
    <div ref={frame} className={styles.plot}>
      <svg
        role="img"
        aria-label={props.name}
        width={width}
        height={scales.height}
        className={styles.svg}
        data-export=""
      >
        <Axes {...props} scales={scales} />
        {guides.map(({ id, points }) => (
          <path key={id} className={styles.guide} data-guide={id} d={pathOf(points, scales)} />
        ))}
        {at && <Marked at={at} scales={scales} />}
        {series.map((one) => (
          <Series key={one.id} one={one} scales={scales} />
        ))}
      </svg>
      <ul className={styles.legend}>
        {series.map(
          ({ id, label, role, shape }) =>
            label && (
              <li key={id} style={role && roleStyle(role)} data-sample="">
                {shape && <LineSample shape={shape} />} {label}
              </li>
            ),
        )}
        {guides.map(({ id, label }) => (
          <li key={id} data-guide={id}>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
