import { useMemo, useState } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { nearestIndex } from '../../components/plots/curve.ts';
import { RunChart } from '../../components/plots/RunChart.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { projectionMessages } from '../../i18n/messages/projection.ts';
import type { ProjectionState } from '../../store/projection-state.ts';
import styles from './projection-run.module.css';

const NONE = { x: new Float64Array(0), y: new Float64Array(0), length: 0 };

/** KL(P‖Q) as it fell. The pointer reads single values. */
export function DivergenceCurve(props: {
  readonly curve: ProjectionState['curve'];
  readonly height?: number;
}) {
  const { curve, height = 150 } = props;
  const text = useText(projectionMessages);
  const whole = new Intl.NumberFormat(useLocale());
  const [cursor, setCursor] = useState<number | null>(null);
  const smooth = useMemo(
    () => ({
      x: Float64Array.from(curve, ({ iteration }) => iteration),
      y: Float64Array.from(curve, ({ divergence }) => divergence),
      length: curve.length,
    }),
    [curve],
  );
  const at = cursor === null ? curve.length - 1 : nearestIndex(smooth, cursor);
  const point = curve[at];
  const series = {
    id: 'kl',
    label: text('projection.curve-line'),
    role: 'output',
    marker: 'circle',
    raw: null,
    smooth,
    measured: NONE,
  } as const;
  return (
    <div className={styles.curve}>
      <RunChart
        name={text('projection.curve-name')}
        series={curve.length > 0 ? [series] : []}
        references={[]}
        scale="linear"
        xLabel={text('projection.curve-x')}
        formatX={(x) => whole.format(x)}
        formatY={(y, digits) => formatFixed(y, digits)}
        cursor={cursor}
        onCursor={setCursor}
        height={height}
      />
      <p className={styles.readout}>
        {point
          ? text('projection.curve-read', {
              iteration: point.iteration,
              value: formatFixed(point.divergence, 3),
            })
          : text('projection.curve-none')}
      </p>
    </div>
  );
}
