import { scaleLinear } from 'd3-scale';
import { type PointerEvent, useMemo, useRef } from 'react';
import { useWidth } from '../../components/interaction/useWidth.ts';
import { decadeStep, decades, powerText } from '../../components/plots/decades.ts';
import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import { cellWeight } from '../../models/glove/weighting.ts';
import styles from './cooccurrence.module.css';
import { LOG_MOST, type WeightSettings } from './settings.ts';
import { cellHistogram } from './weights.ts';

const MARGIN = { top: 14, right: 16, bottom: 40, left: 48 } as const;
const HEIGHT = 290;
const SAMPLES = 160;

export interface WeightChartProps {
  readonly values: Float64Array;
  readonly settings: WeightSettings;
  readonly change: (part: Partial<WeightSettings>) => void;
}

/** Share of the cells and of the weight in each class of X. */
function useClasses(values: Float64Array, { logMost, power }: WeightSettings) {
  const { edges, counts } = useMemo(() => cellHistogram(values), [values]);
  return useMemo(() => {
    const most = 10 ** logMost;
    const weights = new Float64Array(counts.length);
    const first = edges[0] ?? 0;
    const width = (edges[1] ?? 1) - first;
    let all = 0;
    for (const x of values) {
      const f = cellWeight(x, { most, power });
      weights[
        Math.min(weights.length - 1, Math.max(0, Math.floor((Math.log10(x) - first) / width + 1e-9)))
      ]! += f;
      all += f;
    }
    return Array.from(counts, (count, i) => ({
      from: edges[i] ?? 0,
      to: edges[i + 1] ?? 0,
      cells: count / values.length,
      weight: weights[i]! / all,
    }));
  }, [values, edges, counts, logMost, power]);
}

/** f(x) over the cells of a text, both on the same axis of counts; x_max can be dragged. */
export function WeightChart({ values, settings, change }: WeightChartProps) {
  const text = useText(cooccurrenceMessages);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 640;
  const classes = useClasses(values, settings);
  const { logMost, power } = settings;
  const low = Math.min(classes[0]?.from ?? 0, LOG_MOST.least);
  const high = Math.max(classes.at(-1)?.to ?? 1, logMost + 0.2);
  const x = scaleLinear([low, high], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, 1], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const curve = Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const log = low + ((high - low) * i) / SAMPLES;
    return `${x(log).toFixed(1)} ${y(cellWeight(10 ** log, { most: 10 ** logMost, power })).toFixed(1)}`;
  });
  const drag = (event: PointerEvent<SVGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const svg = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!svg) return;
    const log = x.invert(((event.clientX - svg.left) * width) / svg.width);
    const within = Math.max(LOG_MOST.least, Math.min(LOG_MOST.most, log));
    change({ logMost: Math.round(within * 20) / 20 });
  };
  return (
    <div ref={frame} className={styles.plot}>
      <svg role="img" aria-label={text('weight.chart')} width={width} height={HEIGHT} data-export="">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line
              className={styles.grid}
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(share)}
              y2={y(share)}
            />
            <text className={styles.tickY} x={MARGIN.left - 8} y={y(share)}>
              {share}
            </text>
          </g>
        ))}
        {decades([10 ** low, 10 ** high], decadeStep([10 ** low, 10 ** high], 8)).map((exponent) => (
          <text key={exponent} className={styles.tickX} x={x(exponent)} y={HEIGHT - MARGIN.bottom + 18}>
            {powerText(exponent)}
          </text>
        ))}
        <text className={styles.tickX} x={(MARGIN.left + width - MARGIN.right) / 2} y={HEIGHT - 5}>
          {text('weight.axis')}
        </text>
        {classes.map(({ from, to, cells, weight }) => (
          <g key={from}>
            <rect
              className={styles.cells}
              x={x(from) + 1}
              width={Math.max(0, x(to) - x(from) - 2)}
              y={y(cells)}
              height={y(0) - y(cells)}
            />
            <rect
              className={styles.weight}
              x={x(from) + 1}
              width={Math.max(0, x(to) - x(from) - 2)}
              y={y(weight)}
              height={y(0) - y(weight)}
            />
          </g>
        ))}
        <path className={styles.curve} d={`M${curve.join('L')}`} />
        <line className={styles.limit} x1={x(logMost)} x2={x(logMost)} y1={y(1)} y2={y(0)} />
        {/* The sliders below do the same by keyboard. */}
        <circle
          className={styles.handle}
          cx={x(logMost)}
          cy={y(1)}
          r={8}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
        />
      </svg>
      <ul className={styles.legend}>
        <li data-mark="curve">{text('weight.legend-curve')}</li>
        <li data-mark="cells">{text('weight.legend-cells')}</li>
        <li data-mark="weight">{text('weight.legend-weight')}</li>
      </ul>
    </div>
  );
}
