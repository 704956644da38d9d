import { useMemo } from 'react';
import { type Columns, decimate, finiteExtent } from './curve.ts';
import styles from './plots.module.css';

export interface SparklineProps {
  readonly curve: Columns;
  /** Accessible name. */
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
}

/** The shape of a curve in a line of text. */
export function Sparkline({ curve, name, width = 118, height = 26 }: SparklineProps) {
  const path = useMemo(() => {
    const [low, high] = finiteExtent(curve) ?? [0, 1];
    const [first, last] = [curve.x[0] ?? 0, curve.x[curve.length - 1] ?? 1];
    const points = decimate(curve, width).filter(({ y }) => Number.isFinite(y));
    return points
      .map(({ x, y }, index) => {
        const px = 2 + ((x - first) / (last - first || 1)) * (width - 4);
        const py = height - 3 - ((y - low) / (high - low || 1)) * (height - 6);
        return `${index === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`;
      })
      .join('');
  }, [curve, width, height]);
  return (
    <svg role="img" aria-label={name} width={width} height={height} className={styles.spark}>
      <path d={path} className={styles.curve} />
    </svg>
  );
}
