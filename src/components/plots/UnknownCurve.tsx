import { scaleLinear, scaleLog } from 'd3-scale';
import { useMemo, useRef } from 'react';
import { useWidth } from '../interaction/useWidth.ts';
import styles from './plots.module.css';

export interface UnknownCurveProps {
  /** Share of a text that is outside, when its k most frequent tokens are kept, by k. */
  readonly shares: Float64Array;
  /** k of the vocabulary on show. */
  readonly kept: number;
  readonly name: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly format: (count: number) => string;
  readonly formatShare: (share: number) => string;
  readonly height?: number;
}

const MARGIN = { top: 26, right: 22, bottom: 40, left: 52 } as const;

/** Every k that is a new pixel on a logarithmic axis: 17,000 points would draw the same line. */
function thinned(shares: Float64Array): readonly number[] {
  const most = shares.length - 1;
  const places = Array.from({ length: 240 }, (_, i) => Math.round(most ** (i / 239)));
  return [...new Set(places)].filter((k) => k >= 1 && k <= most);
}

/** How much of a text falls outside the vocabulary, against the vocabulary's size (logarithmic), with the chosen size marked. */
export function UnknownCurve(props: UnknownCurveProps) {
  const { shares, kept, format, formatShare, height = 210 } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 520;
  const most = Math.max(2, shares.length - 1);
  const x = scaleLog([1, most], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, 1], [height - MARGIN.bottom, MARGIN.top]);
  const points = useMemo(() => thinned(shares), [shares]);
  const at = { x: x(Math.max(1, Math.min(kept, most))), y: y(shares[kept] ?? 1) };
  const ticks = [1, 10, 100, 1000, 10_000].filter((tick) => tick <= most);
  const isRight = at.x > width - 130;
  return (
    <div ref={frame} className={styles.plot}>
      <svg role="img" aria-label={props.name} width={width} height={height} data-export>
        <g className={styles.axes}>
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <g key={share} transform={`translate(0 ${y(share)})`}>
              <line x1={MARGIN.left} x2={width - MARGIN.right} className={styles.grid} />
              <text x={MARGIN.left - 8} className={styles.tickY}>
                {formatShare(share)}
              </text>
            </g>
          ))}
          {ticks.map((tick) => (
            <text key={tick} x={x(tick)} y={height - MARGIN.bottom + 16} className={styles.tickX}>
              {format(tick)}
            </text>
          ))}
          <text x={(MARGIN.left + width - MARGIN.right) / 2} y={height - 5} className={styles.tickX}>
            {props.xLabel}
          </text>
          <text x={4} y={12}>
            {props.yLabel}
          </text>
        </g>
        <path
          d={points.map((k, i) => `${i === 0 ? 'M' : 'L'}${x(k)} ${y(shares[k] ?? 0)}`).join('')}
          className={styles.curve}
        />
        <circle cx={at.x} cy={at.y} r={5} className={styles.dot} />
        <text
          x={at.x + (isRight ? -9 : 9)}
          y={Math.max(MARGIN.top + 8, at.y - 10)}
          className={isRight ? styles.markEnd : styles.mark}
        >
          {formatShare(shares[kept] ?? 1)}
        </text>
      </svg>
    </div>
  );
}
