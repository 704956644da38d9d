import { type PointerEvent, useRef, useState } from 'react';
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

/** Two bands under one another: the parts by themselves, and stacked on one another up to their sum. */
const BARS = { top: 8, height: 64 };
const STEPS = { top: 88, height: 84 };
const HEIGHT = 180;
const LEFT = 2;
/** Room for the numbers at the right. */
const END = 48;

type Scale = (value: number) => number;

/** From a value to a place in the band, 0 always among the values. */
function scaleOf(values: readonly number[], { top, height }: typeof BARS): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return (value) => top + ((high - value) / Math.max(1e-12, high - low)) * height;
}

interface BandProps {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly x: (k: number) => number;
  readonly y: Scale;
  readonly width: number;
  readonly read: number | null;
}

/** One bar for each dimension, from one value to another. */
function Band({ from, to, x, y, width, read }: BandProps) {
  return to.map((end, k) => {
    const start = from[k] ?? 0;
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a place in the order is what it is.
        key={k}
        x={x(k)}
        y={Math.min(y(start), y(end))}
        width={width}
        height={Math.max(0.75, Math.abs(y(end) - y(start)))}
        className={end < start ? styles.negative : styles.positive}
        data-read={k === read || undefined}
      />
    );
  });
}

/** Which dimension the pointer is over, by its place in the order. */
function useReading(count: number, step: number) {
  const [at, setAt] = useState<number | null>(null);
  return {
    read: at === null ? null : Math.max(0, Math.min(count - 1, at)),
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const { left } = event.currentTarget.getBoundingClientRect();
      setAt(Math.floor((event.clientX - left - LEFT) / step));
    },
    onPointerLeave: () => setAt(null),
  };
}

/** Each dimension's part of the cosine, the largest first; below, the same parts one on another, which end at the cosine. */
export function ContributionPlot({ ranked, parts }: ContributionPlotProps) {
  const text = useText(vectorPanelMessages);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 280;
  const { order } = ranked;
  const values = order.map((dimension) => parts[dimension] ?? 0);
  const sums = Array.from(ranked.sums);
  const whole = sums.at(-1) ?? 0;
  const step = (width - LEFT - END) / Math.max(1, order.length);
  const { read, ...handlers } = useReading(order.length, step);
  const shared = {
    x: (k: number) => LEFT + k * step,
    width: Math.max(0.8, step - (step > 4 ? 1 : 0.3)),
    read,
  };
  const [high, level] = [scaleOf(values, BARS), scaleOf(sums, STEPS)];
  const end = LEFT + order.length * step;
  const first = values[0] ?? 0;
  return (
    <div ref={frame} className={styles.plot}>
      <svg
        role="img"
        aria-label={text('vectorpanels.parts-plot', { count: order.length, sum: formatFixed(whole, 3) })}
        width={width}
        height={HEIGHT}
        data-export=""
        {...handlers}
      >
        <line x1={0} x2={end} y1={high(0)} y2={high(0)} className={styles.zero} />
        <Band from={values.map(() => 0)} to={values} y={high} {...shared} />
        <text x={end + 5} y={high(first)} className={styles.muted}>
          {formatSigned(first, 3)}
        </text>
        <line x1={0} x2={end} y1={level(0)} y2={level(0)} className={styles.zero} />
        <line x1={0} x2={end} y1={level(whole)} y2={level(whole)} className={styles.goal} />
        <Band from={[0, ...sums.slice(0, -1)]} to={sums} y={level} {...shared} />
        <text x={end + 5} y={level(whole)} className={styles.endText}>
          {formatFixed(whole, 3)}
        </text>
      </svg>
      <p className={styles.readout} aria-hidden="true">
        {read === null
          ? text('vectorpanels.parts-legend')
          : text('vectorpanels.parts-read', {
              dimension: (order[read] ?? 0) + 1,
              part: formatSigned(values[read] ?? 0, 3),
              sum: formatFixed(sums[read] ?? 0, 3),
            })}
      </p>
    </div>
  );
}
