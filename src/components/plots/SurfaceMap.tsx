import { rgb } from 'd3-color';
import { interpolateRgb } from 'd3-interpolate';
import { scaleLinear } from 'd3-scale';
import { type PointerEvent, useEffect, useId, useRef } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import { HIDDEN } from '../diagrams/hidden.ts';
import { roleStyle } from '../diagrams/Symbol.tsx';
import { readToken, useThemeVersion } from '../interaction/useThemeVersion.ts';
import { useWidth } from '../interaction/useWidth.ts';
import styles from './SurfaceMap.module.css';
import { type TrailPoint, trailPath } from './trailPath.ts';

export interface Trail {
  readonly id: string;
  readonly label: string;
  readonly role: FigureRole;
  /** Marks: their form tells trails apart beside their colour. */
  readonly mark: 'circle' | 'square';
  readonly dash?: string;
  /** In the map's own coordinates, oldest first. */
  readonly points: readonly TrailPoint[];
}

export interface SurfaceMapProps {
  /** Height of the surface at each point of a grid, row by row from the lowest y; NaN has no colour. */
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  /** The values of the two ends of the colour scale; it is linear between them. */
  readonly range: readonly [low: number, high: number];
  readonly trails: readonly Trail[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly name: string;
  readonly onPick?: (x: number, y: number) => void;
}

const MARGIN = { top: 8, right: 12, bottom: 40, left: 50 } as const;
const HEIGHT = 340;
const SHADES = 256;

function paint(
  canvas: HTMLCanvasElement,
  props: SurfaceMapProps,
  shades: readonly (readonly number[])[],
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { columns, rows, values, range } = props;
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const image = context.createImageData(columns, rows);
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    const share = Math.max(0, Math.min(1, (value - range[0]) / (range[1] - range[0])));
    // An image begins at the top, the grid at the lowest y.
    const at = 4 * ((rows - 1 - Math.floor(i / columns)) * columns + (i % columns));
    image.data.set(shades[Math.round(share * (SHADES - 1))] ?? [], at);
  });
  context.putImageData(image, 0, 0);
}

/** Low is the accent, high the page: a valley stands out. */
function useShades(): readonly (readonly number[])[] {
  useThemeVersion();
  const mix = interpolateRgb(readToken('--accent', '#3b4cca'), readToken('--signed-zero', '#f3f1ec'));
  return Array.from({ length: SHADES }, (_, i) => {
    const { r, g, b } = rgb(mix(i / (SHADES - 1)));
    return [r, g, b, 255];
  });
}

function useCanvas(props: SurfaceMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shades = useShades();
  useEffect(() => {
    if (canvas.current) paint(canvas.current, props, shades);
  });
  return canvas;
}

type Scale = (value: number) => number;

function Mark({
  trail,
  at,
  x,
  y,
}: {
  readonly trail: Trail;
  readonly at: number;
  readonly x: Scale;
  readonly y: Scale;
}) {
  const point = trail.points[at];
  if (!point || !Number.isFinite(point.x) || !Number.isFinite(point.y)) return null;
  const size = at === trail.points.length - 1 ? 6 : 2.5;
  return trail.mark === 'circle' ? (
    <circle className={styles.mark} cx={x(point.x)} cy={y(point.y)} r={size} />
  ) : (
    <rect
      className={styles.mark}
      x={x(point.x) - size}
      y={y(point.y) - size}
      width={2 * size}
      height={2 * size}
    />
  );
}

function TrailLine({ trail, x, y }: { readonly trail: Trail; readonly x: Scale; readonly y: Scale }) {
  const path = trailPath(trail.points.map((point) => ({ x: x(point.x), y: y(point.y) })));
  return (
    <g style={roleStyle(trail.role)} data-trail={trail.id}>
      <path className={styles.halo} d={path} />
      <path className={styles.trail} d={path} strokeDasharray={trail.dash} />
      {trail.points.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a point of a trail is known by its place.
        <Mark key={at} trail={trail} at={at} x={x} y={y} />
      ))}
    </g>
  );
}

/** A surface seen from above, as colours, with trails on it. The pointer picks a place. */
export function SurfaceMap(props: SurfaceMapProps) {
  const { xDomain, yDomain, trails, onPick } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 520;
  const canvas = useCanvas(props);
  const clip = useId();
  const [left, right, top, bottom] = [MARGIN.left, width - MARGIN.right, MARGIN.top, HEIGHT - MARGIN.bottom];
  const x = scaleLinear(xDomain, [left, right]);
  const y = scaleLinear(yDomain, [bottom, top]);
  const pick = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [across, up] = [(event.clientX - box.left) / box.width, (box.bottom - event.clientY) / box.height];
    onPick?.(xDomain[0] + across * (xDomain[1] - xDomain[0]), yDomain[0] + up * (yDomain[1] - yDomain[0]));
  };
  return (
    <div ref={frame} className={styles.map}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        data-export=""
        {...HIDDEN}
        style={{ left, top, width: Math.max(0, right - left), height: bottom - top }}
      />
      <svg
        role="img"
        aria-label={props.name}
        width={width}
        height={HEIGHT}
        className={styles.svg}
        data-export
      >
        <defs>
          <clipPath id={clip}>
            <rect x={left} y={top} width={Math.max(0, right - left)} height={bottom - top} />
          </clipPath>
        </defs>
        {x.ticks(Math.max(3, Math.floor(width / 90))).map((tick) => (
          <text key={tick} className={styles.tickX} x={x(tick)} y={bottom + 16}>
            {tick}
          </text>
        ))}
        {y.ticks(6).map((tick) => (
          <text key={tick} className={styles.tickY} x={left - 8} y={y(tick)}>
            {tick}
          </text>
        ))}
        <text className={styles.tickX} x={(left + right) / 2} y={HEIGHT - 5}>
          {props.xLabel}
        </text>
        <text className={styles.axisY} x={3} y={top + 10}>
          {props.yLabel}
        </text>
        <g clipPath={`url(#${clip})`}>
          {trails.map((trail) => (
            <TrailLine key={trail.id} trail={trail} x={x} y={y} />
          ))}
        </g>
        <rect
          className={styles.frame}
          data-pick=""
          x={left}
          y={top}
          width={Math.max(0, right - left)}
          height={bottom - top}
          onPointerUp={pick}
        />
      </svg>
    </div>
  );
}
