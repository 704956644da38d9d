import { scaleLinear } from 'd3-scale';
import { ACTIVATIONS, type Activation } from '../../models/dense/activations.ts';
import { formatFixed } from '../diagrams/formatNumber.ts';
import { useText } from '../text/useText.tsx';
import styles from './plots.module.css';

export interface ActivationCurveProps {
  readonly activation: Activation;
  /** z, where the point sits. */
  readonly at: number;
  readonly width?: number;
  readonly height?: number;
}

const SAMPLES = 120;
/** Half of the z axis; it grows with z so that a saturated point stays in sight. */
const HALF = 6;

function sample(activation: Activation, half: number): readonly (readonly [number, number])[] {
  const { value } = ACTIVATIONS[activation];
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const z = -half + (2 * half * i) / SAMPLES;
    return [z, value(z)] as const;
  });
}

/** An activation function with the point (z, g(z)) on it. */
export function ActivationCurve(props: ActivationCurveProps) {
  const { activation, at, width = 200, height = 84 } = props;
  const text = useText();
  const half = Number.isFinite(at) ? Math.max(HALF, Math.abs(at) * 1.12) : HALF;
  const points = sample(activation, half);
  const values = points.map(([, y]) => y);
  const x = scaleLinear([-half, half], [8, width - 8]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(...values)], [height - 18, 10]);
  const result = ACTIVATIONS[activation].value(at);
  const path = points
    .map(([z, g], i) => `${i === 0 ? 'M' : 'L'}${x(z).toFixed(1)} ${y(g).toFixed(1)}`)
    .join('');
  const name = text('figure.activationCurve', {
    name: activation,
    z: formatFixed(at),
    value: formatFixed(result),
  });
  const low = y.domain()[0] ?? 0;
  return (
    <svg
      role="img"
      aria-label={name}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.activation}
    >
      <line x1={8} x2={width - 8} y1={y(0)} y2={y(0)} className={styles.zero} />
      <line x1={x(0)} x2={x(0)} y1={8} y2={height - 16} className={styles.zero} />
      <path d={path} className={styles.function} />
      {Number.isFinite(at) ? (
        <>
          <path d={`M${x(at)} ${y(Math.max(0, low))}V${y(result)}`} className={styles.drop} />
          <circle cx={x(at)} cy={y(result)} r={4.5} className={styles.functionDot} />
        </>
      ) : null}
      <text x={10} y={height - 4} className={styles.tickStart}>
        {formatFixed(-half, 0)}
      </text>
      <text x={width - 10} y={height - 4} className={styles.tickEnd}>
        z {formatFixed(half, 0)}
      </text>
    </svg>
  );
}
