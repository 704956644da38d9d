import { scaleLinear } from 'd3-scale';
import { useRef } from 'react';
import { useWidth } from '../interaction/useWidth.ts';
import styles from './ComplexPlane.module.css';

export interface ComplexNumber {
  readonly re: number;
  readonly im: number;
}

export interface ComplexPlaneProps {
  readonly points: readonly ComplexNumber[];
  /** Radius of the dashed circle. */
  readonly radius: number;
  /** Both axes run from −extent to +extent. */
  readonly extent: number;
  readonly name: string;
  /** Names of the solid circle of radius 1 and of the dashed one. */
  readonly unitLabel: string;
  readonly radiusLabel: string;
}

const MOST_WIDTH = 340;
const PAD = 14;

/** Where a label stands on a circle: up and to the right. */
const DIAGONAL = Math.SQRT1_2;

/** Numbers in the complex plane: hollow up to length 1, filled beyond it, with the unit circle and one of a given radius. */
export function ComplexPlane(props: ComplexPlaneProps) {
  const { points, radius, extent, unitLabel, radiusLabel } = props;
  const frame = useRef<HTMLDivElement>(null);
  const size = Math.max(4 * PAD, Math.min(useWidth(frame) ?? MOST_WIDTH, MOST_WIDTH));
  const x = scaleLinear([-extent, extent], [PAD, size - PAD]);
  const y = scaleLinear([-extent, extent], [size - PAD, PAD]);
  const length = (value: number) => x(value) - x(0);
  return (
    <div ref={frame} className={styles.plane}>
      <svg role="img" aria-label={props.name} width={size} height={size} className={styles.svg} data-export>
        <line className={styles.axis} x1={PAD} x2={size - PAD} y1={y(0)} y2={y(0)} />
        <line className={styles.axis} x1={x(0)} x2={x(0)} y1={PAD} y2={size - PAD} />
        <text className={styles.axisName} x={size - PAD} y={y(0) - 6} textAnchor="end">
          Re
        </text>
        <text className={styles.axisName} x={x(0) + 6} y={PAD + 6}>
          Im
        </text>
        <circle className={styles.unit} cx={x(0)} cy={y(0)} r={length(1)} />
        <circle className={styles.radius} cx={x(0)} cy={y(0)} r={length(radius)} />
        {points.map(({ re, im }, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: an eigenvalue has no name but its place in the list.
            key={i}
            className={Math.hypot(re, im) > 1 ? styles.beyond : styles.within}
            cx={x(re)}
            cy={y(im)}
            r={4.5}
          />
        ))}
        <text className={styles.unitName} x={x(-DIAGONAL)} y={y(-DIAGONAL) + 14} textAnchor="end">
          {unitLabel}
        </text>
        <text
          className={styles.radiusName}
          x={Math.min(x(radius * DIAGONAL) + 6, size - 52)}
          y={Math.max(y(radius * DIAGONAL) - 6, 12)}
        >
          {radiusLabel}
        </text>
      </svg>
    </div>
  );
}
