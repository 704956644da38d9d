import { scaleLinear } from 'd3-scale';
import { useRef } from 'react';
import { useWidth } from '../../components/interaction/useWidth.ts';
import type { TermId } from '../../components/prose/terms.ts';
import styles from './cooccurrence.module.css';

const MARGIN = { top: 26, right: 14, bottom: 40, left: 40 } as const;

export interface DiagonalScatterProps {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Radius of each dot; 2.5 px if not said. */
  readonly radius?: (at: number) => number;
  /** Range of both axes; what is above or below lies on the edge. */
  readonly domain: readonly [number, number];
  readonly xLabel: string;
  readonly yLabel: string;
  /** What is up, where formulas and prose point at it. */
  readonly yTerm?: TermId;
  readonly name: string;
  readonly height?: number;
}

/** Points that would lie on the diagonal if what is up agreed with what is across. */
export function DiagonalScatter(props: DiagonalScatterProps) {
  const { x: across, y: up, radius = () => 2.5, domain, height = 320 } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 420;
  const x = scaleLinear(domain, [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear(domain, [height - MARGIN.bottom, MARGIN.top]).clamp(true);
  const tickText = (tick: number) => String(tick).replace('-', '−');
  return (
    <div ref={frame} className={styles.plot}>
      <svg role="img" aria-label={props.name} width={width} height={height} data-export="">
        {x.ticks(6).map((tick) => (
          <g key={tick}>
            <line
              className={styles.grid}
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className={styles.tickY} x={MARGIN.left - 7} y={y(tick)}>
              {tickText(tick)}
            </text>
            <text className={styles.tickX} x={x(tick)} y={height - MARGIN.bottom + 18}>
              {tickText(tick)}
            </text>
          </g>
        ))}
        <text className={styles.axis} data-term={props.yTerm} x={MARGIN.left} y={14}>
          {props.yLabel}
        </text>
        <text
          className={`${styles.axis} ${styles.across}`}
          x={(MARGIN.left + width - MARGIN.right) / 2}
          y={height - 5}
        >
          {props.xLabel}
        </text>
        <path
          className={styles.diagonal}
          d={`M${x(domain[0])} ${y(domain[0])}L${x(domain[1])} ${y(domain[1])}`}
        />
        {Array.from(across, (value, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is known by its place.
            key={i}
            className={styles.dot}
            cx={x(value)}
            cy={y(up[i] ?? 0)}
            r={radius(i)}
          />
        ))}
      </svg>
    </div>
  );
}
