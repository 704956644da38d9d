import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { useRef } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import { roleStyle } from '../diagrams/Symbol.tsx';
import { useWidth } from '../interaction/useWidth.ts';
import { type Columns, type CurvePoint, decimate } from './curve.ts';
import { decadeStep, decades, powerText } from './decades.ts';
import styles from './plots.module.css';
import { spreadLabels } from './spreadLabels.ts';

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  /** Gives the colour. */
  readonly role: FigureRole;
  /** SVG dash pattern; absent is solid. Two series never differ by colour alone. */
  readonly dash?: string;
  /** Thin and without a name at its end: what another series is compared with. */
  readonly faint?: boolean;
  /** A dot at every point: for few points, far apart. */
  readonly points?: boolean;
  readonly curve: Columns;
}

export interface MultiLineChartProps {
  readonly series: readonly LineSeries[];
  readonly name: string;
  readonly xLabel: string;
  /** Where the x axis ends at least; it ends at the last point if not said. */
  readonly xLast?: number;
  /** Range of y; [0, 1] for accuracies. */
  readonly yDomain: readonly [number, number];
  readonly formatY: (value: number) => string;
  /** `log`: a logarithmic axis with powers of ten for ticks; what is below its domain, 0 too, lies on its lower edge. */
  readonly yScale?: 'linear' | 'log';
  /** A level worth naming, such as guessing. */
  readonly reference?: { readonly value: number; readonly label: string };
  readonly height?: number;
}

const MARGIN = { top: 12, right: 74, bottom: 34, left: 60 } as const;

function useScales(
  { series, xLast = 1, yDomain, yScale }: MultiLineChartProps,
  width: number,
  height: number,
) {
  const last = series.map(({ curve }) => (curve.length > 0 ? (curve.x[curve.length - 1] ?? 0) : 0));
  const range = [height - MARGIN.bottom, MARGIN.top] as const;
  const log = scaleLog(yDomain, range).clamp(true);
  return {
    x: scaleLinear([0, Math.max(xLast, ...last)], [MARGIN.left, width - MARGIN.right]),
    y: yScale === 'log' ? (value: number) => log(Math.max(value, yDomain[0])) : scaleLinear(yDomain, range),
  };
}

interface Tick {
  readonly value: number;
  readonly text: string;
}

function ticksOf({ yDomain, yScale, formatY }: MultiLineChartProps): readonly Tick[] {
  if (yScale === 'log') {
    const powers = decades(yDomain, decadeStep(yDomain, 7));
    return powers.map((power) => ({ value: 10 ** power, text: powerText(power) }));
  }
  return scaleLinear(yDomain, [0, 1])
    .ticks(4)
    .map((value) => ({ value, text: formatY(value) }));
}

type Scales = ReturnType<typeof useScales>;

function Grid(
  props: MultiLineChartProps & { readonly scales: Scales; readonly width: number; readonly heightPx: number },
) {
  const { scales, width, heightPx, xLabel } = props;
  return (
    <g className={styles.axes}>
      {ticksOf(props).map(({ value, text }) => (
        <g key={value} transform={`translate(0 ${scales.y(value)})`}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} className={styles.grid} />
          <text x={MARGIN.left - 8} className={styles.tickY}>
            {text}
          </text>
        </g>
      ))}
      {scales.x.ticks(Math.max(2, Math.floor(width / 120))).map((tick) => (
        <text key={tick} x={scales.x(tick)} y={heightPx - 18} className={styles.tickX}>
          {tick}
        </text>
      ))}
      <text x={(MARGIN.left + width - MARGIN.right) / 2} y={heightPx - 3} className={styles.tickX}>
        {xLabel}
      </text>
    </g>
  );
}

function lastValue({ y, length }: Columns): number {
  return length > 0 ? (y[length - 1] ?? Number.NaN) : Number.NaN;
}

/** Several runs on one axis, each line named at its end. */
export function MultiLineChart(props: MultiLineChartProps) {
  const { series, name, formatY, reference, height = 220 } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 520;
  const scales = useScales(props, width, height);
  const draw = line<CurvePoint>()
    .defined(({ y }) => Number.isFinite(y))
    .x(({ x }) => scales.x(x))
    .y(({ y }) => scales.y(y));
  const named = series.filter(({ faint, curve }) => !faint && curve.length > 0);
  const heights = spreadLabels(
    named.map(({ curve }) => scales.y(lastValue(curve) || 0)),
    15,
    [MARGIN.top, height - MARGIN.bottom],
  );
  const summary = named.map(({ label, curve }) => `${label}: ${formatY(lastValue(curve))}`).join('; ');
  return (
    <div ref={frame} className={styles.plot}>
      <svg role="img" aria-label={`${name}. ${summary}`} width={width} height={height} data-export>
        <Grid {...props} scales={scales} width={width} heightPx={height} />
        {reference ? (
          <line
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={scales.y(reference.value)}
            y2={scales.y(reference.value)}
            className={styles.reference}
          />
        ) : null}
        {series.map(({ id, role, dash, faint, curve }) => (
          <path
            key={id}
            d={draw([...decimate(curve, width)]) ?? ''}
            style={roleStyle(role)}
            className={faint ? styles.faint : styles.series}
            strokeDasharray={dash}
          />
        ))}
        {series.map(({ id, role, faint, points, curve }) =>
          points
            ? Array.from({ length: curve.length }, (_, i) => (
                <circle
                  // biome-ignore lint/suspicious/noArrayIndexKey: a point of a curve is known by its place.
                  key={`${id} ${i}`}
                  style={roleStyle(role)}
                  className={styles.point}
                  cx={scales.x(curve.x[i] ?? 0)}
                  cy={scales.y(curve.y[i] ?? 0)}
                  r={faint ? 2 : 3.5}
                />
              ))
            : null,
        )}
        {reference ? (
          <text x={width - MARGIN.right} y={scales.y(reference.value) - 5} className={styles.referenceText}>
            {reference.label}
          </text>
        ) : null}
        {named.map(({ id, label, role }, index) => (
          <text
            key={id}
            x={width - MARGIN.right + 8}
            y={heights[index]}
            style={roleStyle(role)}
            className={styles.seriesLabel}
          >
            {label}
          </text>
        ))}
      </svg>
    </div>
  );
}
