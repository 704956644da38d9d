import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { type PointerEvent, useId, useRef } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import { roleStyle } from '../diagrams/Symbol.tsx';
import { cssZoom } from '../interaction/cssZoom.ts';
import { useWidth } from '../interaction/useWidth.ts';
import { type Columns, type CurvePoint, decimate, finiteExtent } from './curve.ts';
import { Marker, type MarkerShape } from './Marker.tsx';
import styles from './plots.module.css';
import { spreadLabels } from './spreadLabels.ts';

/** One run: what it did step by step, smoothed, and what was measured now and then. Never told by colour alone. */
export interface RunSeries {
  readonly id: string;
  readonly label: string;
  readonly role: FigureRole;
  readonly dash?: string | undefined;
  readonly marker: MarkerShape;
  /** Every step, thin and faint; null draws none. */
  readonly raw: Columns | null;
  readonly smooth: Columns;
  /** Few points with a mark on each. */
  readonly measured: Columns;
}

export interface RunChartProps {
  readonly name: string;
  readonly series: readonly RunSeries[];
  /** Levels worth naming. */
  readonly references: readonly { readonly id: string; readonly label: string; readonly value: number }[];
  readonly scale: 'linear' | 'log';
  readonly xLabel: string;
  /** Where the x axis ends at least, such as where the names of levels have room; at the last point if not said. */
  readonly xLast?: number;
  readonly formatX: (value: number) => string;
  /** `digits`: decimals that tell neighbouring values apart. */
  readonly formatY: (value: number, digits: number) => string;
  /** Where the reader reads, on the x axis; null: nowhere. */
  readonly cursor: number | null;
  readonly onCursor: (x: number | null) => void;
  readonly height?: number;
}

const MARGIN = { top: 20, bottom: 36, left: 52 } as const;
/** Room for names at the ends of the lines, where there is room at all. */
const NAMES = 118;
const NARROW = 560;
const LONGEST_NAME = 14;

const shorten = (label: string): string =>
  [...label].length > LONGEST_NAME ? `${[...label].slice(0, LONGEST_NAME - 1).join('')}…` : label;

/** Lowest and highest value that must be seen; a logarithm has none at or below 0. */
function extentOf({ series, references, scale }: RunChartProps): readonly [number, number] {
  const columns = series.flatMap(({ smooth, measured }) => [smooth, measured]);
  const values = [
    ...columns.flatMap((each) => finiteExtent(each) ?? []),
    ...references.map(({ value }) => value),
  ].filter((value) => Number.isFinite(value) && (scale === 'linear' || value > 0));
  if (values.length === 0) return scale === 'log' ? [0.1, 10] : [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (scale === 'log') return [low * 0.94, high * 1.06];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return [Math.max(Math.min(0, low), low - room), high + room];
}

function scalesOf(props: RunChartProps, width: number, height: number, right: number) {
  const { series, scale, xLast = 0 } = props;
  const ends = series.flatMap(({ smooth, measured }) => [
    smooth.x[smooth.length - 1] ?? 0,
    measured.x[measured.length - 1] ?? 0,
  ]);
  const last = Math.max(0, xLast, ...ends.filter(Number.isFinite));
  const range = [height - MARGIN.bottom, MARGIN.top] as const;
  const domain = extentOf(props);
  return {
    x: scaleLinear([0, last || 1], [MARGIN.left, width - right]),
    y: scale === 'log' ? scaleLog(domain, range).clamp(true) : scaleLinear(domain, range),
  };
}
type Scales = ReturnType<typeof scalesOf>;

interface Frame {
  readonly scales: Scales;
  readonly width: number;
  readonly height: number;
  readonly right: number;
}

const firstDigit = (value: number): number => Number(value.toExponential(0).charAt(0));

/** Ticks of a logarithmic axis that come before others where there is not room for all, by their first digit. */
const ROUND = [1, 5, 2];
/** Least distance of two ticks, pixels: a line of text. */
const TICK_ROOM = 16;

/** A logarithmic axis marks 1, 2 and 5 of every decade where that is not too much, and what else there is room for on a short one. */
function ticksOf(scale: RunChartProps['scale'], y: Scales['y']): readonly number[] {
  const [low = 0, high = 1] = y.domain();
  if (scale === 'linear') return y.ticks(5);
  const digits = high / low > 1000 ? [1] : high / low < 4 ? null : ROUND;
  const rank = (tick: number) => (ROUND.indexOf(firstDigit(tick)) + 4) % 4;
  const kept: number[] = [];
  for (const tick of [...y.ticks(10)].sort((a, b) => rank(a) - rank(b) || b - a)) {
    const isAsked = digits === null || digits.includes(firstDigit(tick));
    if (isAsked && kept.every((other) => Math.abs(y(other) - y(tick)) >= TICK_ROOM)) kept.push(tick);
  }
  return kept.sort((a, b) => a - b);
}

/** Decimals that the ticks of an axis, or values between them, need at the least. */
function digitsOf(ticks: readonly number[]): number {
  const gap = Math.min(...ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? 0)));
  return Number.isFinite(gap) && gap > 0 ? Math.max(0, Math.ceil(-Math.log10(gap) - 1e-9)) : 2;
}

function Axes({ chart, frame }: { readonly chart: RunChartProps; readonly frame: Frame }) {
  const { scales, width, height, right } = frame;
  const ticks = ticksOf(chart.scale, scales.y);
  const digits = (tick: number) => digitsOf(chart.scale === 'linear' ? ticks : [0, tick]);
  return (
    <g className={styles.axes}>
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(0 ${scales.y(tick)})`}>
          <line x1={MARGIN.left} x2={width - right} className={styles.grid} />
          <text x={MARGIN.left - 8} className={styles.tickY}>
            {chart.formatY(tick, digits(tick))}
          </text>
        </g>
      ))}
      {scales.x.ticks(Math.max(2, Math.floor((width - right) / 110))).map((tick) => (
        <text key={tick} x={scales.x(tick)} y={height - 20} className={styles.tickX}>
          {chart.formatX(tick)}
        </text>
      ))}
      <text x={(MARGIN.left + width - right) / 2} y={height - 4} className={styles.tickX}>
        {chart.xLabel}
      </text>
    </g>
  );
}

const shownReferences = ({ references }: RunChartProps) =>
  references.filter(({ value }) => Number.isFinite(value));

interface LayerProps {
  readonly chart: RunChartProps;
  readonly frame: Frame;
}

function ReferenceLines({ chart, frame: { scales, width, right } }: LayerProps) {
  return shownReferences(chart).map(({ id, value }) => (
    <line
      key={id}
      x1={MARGIN.left}
      x2={width - right}
      y1={scales.y(value)}
      y2={scales.y(value)}
      className={styles.reference}
    />
  ));
}

/** Above all lines: a label has to be read. */
function ReferenceLabels({ chart, frame: { scales, width, height, right } }: LayerProps) {
  const shown = shownReferences(chart);
  const heights = spreadLabels(
    shown.map(({ value }) => scales.y(value) - 4),
    14,
    [12, height - MARGIN.bottom - 3],
  );
  return shown.map(({ id, label, value }, i) => (
    <text key={id} x={width - right - 4} y={heights[i]} className={styles.referenceText}>
      {label} · {chart.formatY(value, value < 100 ? 2 : 0)}
    </text>
  ));
}

function Series({ one, frame }: { readonly one: RunSeries; readonly frame: Frame }) {
  const { scales, width } = frame;
  const { raw, smooth, measured, marker, dash } = one;
  const draw = line<CurvePoint>()
    .defined(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .x(({ x }) => scales.x(x))
    .y(({ y }) => scales.y(y));
  const path = (columns: Columns) => draw([...decimate(columns, Math.max(50, width))]) ?? '';
  const points = Array.from({ length: measured.length }, (_, i) => i);
  // As many marks as can be told apart.
  const every = Math.max(1, Math.ceil(points.length / 40));
  return (
    <g style={roleStyle(one.role)}>
      {raw && <path d={path(raw)} className={styles.faint} />}
      <path d={path(smooth)} className={styles.series} strokeDasharray={dash} />
      <path d={path(measured)} className={styles.measured} />
      {points
        .filter((i) => (points.length - 1 - i) % every === 0 && Number.isFinite(measured.y[i] ?? Number.NaN))
        .map((i) => (
          <Marker key={i} shape={marker} x={scales.x(measured.x[i] ?? 0)} y={scales.y(measured.y[i] ?? 0)} />
        ))}
    </g>
  );
}

const lastOf = ({ y, length }: Columns): number => (length > 0 ? (y[length - 1] ?? Number.NaN) : Number.NaN);

function Names({ chart, frame }: { readonly chart: RunChartProps; readonly frame: Frame }) {
  const { scales, width, height, right } = frame;
  const named = chart.series.filter(({ smooth }) => Number.isFinite(lastOf(smooth)));
  const heights = spreadLabels(
    named.map(({ smooth }) => scales.y(lastOf(smooth))),
    15,
    [MARGIN.top + 6, height - MARGIN.bottom],
  );
  return named.map(({ id, label, role }, i) => (
    <text
      key={id}
      x={width - right + 8}
      y={heights[i]}
      style={roleStyle(role)}
      className={styles.seriesLabel}
    >
      {shorten(label)}
    </text>
  ));
}

/** Training curves of several runs on one pair of axes, with levels to compare them with. The pointer reads them. */
export function RunChart(props: RunChartProps) {
  const { name, series, cursor, onCursor, height = 280 } = props;
  const root = useRef<HTMLDivElement>(null);
  const clip = useId();
  const width = useWidth(root) ?? 640;
  const right = width >= NARROW && series.length > 0 ? NAMES : 14;
  const frame: Frame = { scales: scalesOf(props, width, height, right), width, height, right };
  const { x } = frame.scales;
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const drawing = event.currentTarget;
    const px = (event.clientX - drawing.getBoundingClientRect().left) / cssZoom(drawing);
    const [low = 0, high = 1] = x.domain();
    onCursor(Math.min(high, Math.max(low, x.invert(px))));
  };
  return (
    <div ref={root} className={styles.plot}>
      <svg
        role="img"
        aria-label={name}
        width={width}
        height={height}
        data-export
        onPointerMove={onPointerMove}
        onPointerLeave={() => onCursor(null)}
      >
        <clipPath id={clip}>
          <rect
            x={MARGIN.left}
            y={MARGIN.top - 6}
            width={Math.max(0, width - right - MARGIN.left + 6)}
            height={height - MARGIN.top - MARGIN.bottom + 10}
          />
        </clipPath>
        <Axes chart={props} frame={frame} />
        <g clipPath={`url(#${clip})`}>
          {series.map((one) => (
            <Series key={one.id} one={one} frame={frame} />
          ))}
        </g>
        <ReferenceLines chart={props} frame={frame} />
        <ReferenceLabels chart={props} frame={frame} />
        {cursor !== null && (
          <line
            x1={x(cursor)}
            x2={x(cursor)}
            y1={MARGIN.top}
            y2={height - MARGIN.bottom}
            className={styles.cursor}
          />
        )}
        {right === NAMES && <Names chart={props} frame={frame} />}
      </svg>
    </div>
  );
}
