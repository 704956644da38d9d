import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { formatFixed } from '../diagrams/formatNumber.ts';
import { cssZoom } from '../interaction/cssZoom.ts';
import { useWidth } from '../interaction/useWidth.ts';
import { useLocale, useText } from '../text/useText.tsx';
import { type Columns, type CurvePoint, decimate, finiteExtent, nearestIndex } from './curve.ts';
import styles from './plots.module.css';

export type LossAxis = 'loss' | 'perplexity';

export interface LossCurveProps {
  /** x: step, y: mean cross-entropy in nats. */
  readonly curve: Columns;
  readonly axis: LossAxis;
  /** Loss of guessing evenly among V symbols, ln V; null draws no reference. */
  readonly vocabulary: number | null;
  readonly height?: number;
}

const MARGIN = { top: 12, right: 24, bottom: 26, left: 46 } as const;

/** Perplexity is e to the loss. */
const onAxis = (axis: LossAxis, loss: number): number => (axis === 'loss' ? loss : Math.exp(loss));

function useScales({ curve, axis, vocabulary }: LossCurveProps, width: number, height: number) {
  const extent = finiteExtent(curve) ?? [0, 1];
  const reference = vocabulary === null ? null : onAxis(axis, Math.log(vocabulary));
  const top = Math.max(onAxis(axis, extent[1]), reference ?? 0);
  const bottom = axis === 'loss' ? Math.min(0, extent[0]) : 0;
  const last = curve.length > 0 ? (curve.x[curve.length - 1] ?? 1) : 1;
  const x = scaleLinear([curve.x[0] ?? 0, Math.max(last, 1)], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([bottom, top * 1.05], [height - MARGIN.bottom, MARGIN.top]).nice(4);
  return { x, y, reference };
}

type Scales = ReturnType<typeof useScales>;

function Axes(props: { readonly scales: Scales; readonly width: number; readonly height: number }) {
  const { scales, width, height } = props;
  const locale = useLocale();
  const whole = useMemo(() => new Intl.NumberFormat(locale), [locale]);
  return (
    <g className={styles.axes}>
      {scales.y.ticks(4).map((tick) => (
        <g key={tick} transform={`translate(0 ${scales.y(tick)})`}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} className={styles.grid} />
          <text x={MARGIN.left - 8} className={styles.tickY}>
            {whole.format(tick)}
          </text>
        </g>
      ))}
      {scales.x
        .ticks(Math.max(2, Math.floor(width / 110)))
        .filter(Number.isInteger)
        .map((tick) => (
          <text key={tick} x={scales.x(tick)} y={height - 8} className={styles.tickX}>
            {whole.format(tick)}
          </text>
        ))}
    </g>
  );
}

function Reference(props: { readonly at: number; readonly width: number; readonly label: string }) {
  const { at, width, label } = props;
  return (
    <g>
      <line x1={MARGIN.left} x2={width - MARGIN.right} y1={at} y2={at} className={styles.reference} />
      <text x={width - MARGIN.right} y={at + 14} className={styles.referenceText}>
        {label}
      </text>
    </g>
  );
}

function usePath(curve: Columns, axis: LossAxis, scales: Scales, width: number): string {
  return useMemo(() => {
    const draw = line<CurvePoint>()
      .defined((point) => Number.isFinite(point.y))
      .x((point) => scales.x(point.x))
      .y((point) => scales.y(onAxis(axis, point.y)));
    return draw([...decimate(curve, Math.max(50, width))]) ?? '';
  }, [curve, axis, scales, width]);
}

/** Loss, or perplexity, of every step. The pointer reads single steps; the reference is blind guessing. */
export function LossCurve(props: LossCurveProps) {
  const { curve, axis, vocabulary, height = 180 } = props;
  const text = useText();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 480;
  const scales = useScales(props, width, height);
  const path = usePath(curve, axis, scales, width);
  const [hovered, setHovered] = useState<number | null>(null);
  const at = hovered ?? curve.length - 1;
  const read = { step: curve.x[at] ?? 0, loss: curve.y[at] ?? Number.NaN };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const drawing = event.currentTarget;
    const px = (event.clientX - drawing.getBoundingClientRect().left) / cssZoom(drawing);
    setHovered(nearestIndex(curve, scales.x.invert(px)));
  };
  const values = {
    step: read.step,
    loss: formatFixed(read.loss, 3),
    perplexity: formatFixed(Math.exp(read.loss), 2),
  };
  const label = curve.length === 0 ? text('figure.loss.none') : text('figure.loss.readout', values);
  return (
    <div ref={frame} className={styles.plot}>
      <svg
        role="img"
        aria-label={`${text(`figure.loss.${axis}`)}. ${label}`}
        width={width}
        height={height}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setHovered(null)}
      >
        <Axes scales={scales} width={width} height={height} />
        {scales.reference === null ? null : (
          <Reference
            at={scales.y(scales.reference)}
            width={width}
            label={text(`figure.loss.reference.${axis}`, { vocabulary: vocabulary ?? 0 })}
          />
        )}
        <path d={path} className={styles.curve} />
        {Number.isFinite(read.loss) ? (
          <circle
            cx={scales.x(read.step)}
            cy={scales.y(onAxis(axis, read.loss))}
            r={3.5}
            className={styles.dot}
          />
        ) : null}
      </svg>
      <p className={styles.readout}>{label}</p>
    </div>
  );
}
