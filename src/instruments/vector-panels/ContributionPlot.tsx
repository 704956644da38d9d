import { useRef, useState } from 'react';
import { formatFixed, formatSigned } from '../../components/diagrams/formatNumber.ts';
import { useWidth } from '../../components/interaction/useWidth.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import styles from './ContributionPlot.module.css';
import type { Contributions } from './contributions.ts';

export interface ContributionPlotProps {
  readonly ranked: Contributions;
  /** Of each dimension. */
  readonly parts: ArrayLike<number>;
}

const HEIGHT = 132;
const PAD = { left: 4, right: 4, top: 8, bottom: 8 };
/** Room for the number at the end of the line. */
const END = 46;

/** Each dimension's part of the cosine, the largest first, and the line of their sum, which ends at the cosine. */
export function ContributionPlot({ ranked, parts }: ContributionPlotProps) {
  const text = useText(vectorPanelMessages);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 280;
  const [at, setAt] = useState<number | null>(null);
  const { order, sums } = ranked;
  const d = order.length;
  const whole = sums.at(-1) ?? 0;
  const low = Math.min(0, ...sums, ...Array.from(parts));
  const high = Math.max(0, ...sums, ...Array.from(parts));
  const step = (width - PAD.left - PAD.right - END) / Math.max(1, d);
  const x = (k: number) => PAD.left + k * step;
  const y = (value: number) =>
    PAD.top + ((high - value) / Math.max(1e-12, high - low)) * (HEIGHT - PAD.top - PAD.bottom);
  const line = Array.from(
    sums,
    (sum, k) => `${k === 0 ? 'M' : 'L'}${x(k + 0.5).toFixed(1)} ${y(sum).toFixed(1)}`,
  );
  const read = at === null ? null : Math.max(0, Math.min(d - 1, at));
  return (
    <div ref={frame} className={styles.plot}>
      <svg
        role="img"
        aria-label={text('vectorpanels.parts-plot', { count: d, sum: formatFixed(whole, 3) })}
        width={width}
        height={HEIGHT}
        data-export=""
        onPointerMove={(event) => {
          const { left } = event.currentTarget.getBoundingClientRect();
          setAt(Math.floor((event.clientX - left - PAD.left) / step));
        }}
        onPointerLeave={() => setAt(null)}
      >
        <line x1={0} x2={width} y1={y(0)} y2={y(0)} className={styles.zero} />
        {order.map((dimension, k) => {
          const value = parts[dimension] ?? 0;
          return (
            <rect
              key={dimension}
              x={x(k)}
              y={Math.min(y(0), y(value))}
              width={Math.max(0.6, step - (step > 4 ? 1 : 0.2))}
              height={Math.max(0.5, Math.abs(y(value) - y(0)))}
              className={value < 0 ? styles.negative : styles.positive}
              data-read={k === read || undefined}
            />
          );
        })}
        <path d={line.join('')} className={styles.sum} />
        <circle cx={x(d - 0.5)} cy={y(whole)} r={3} className={styles.end} />
        <text x={x(d) + 4} y={y(whole)} className={styles.endText}>
          {formatFixed(whole, 3)}
        </text>
      </svg>
      <p className={styles.readout} aria-hidden="true">
        {read === null
          ? text('vectorpanels.parts-legend')
          : text('vectorpanels.parts-read', {
              dimension: (order[read] ?? 0) + 1,
              part: formatSigned(parts[order[read] ?? 0] ?? 0, 3),
              sum: formatFixed(sums[read] ?? 0, 3),
            })}
      </p>
    </div>
  );
}
