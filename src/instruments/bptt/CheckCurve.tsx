import { LogLogChart } from '../../components/plots/LogLogChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import styles from './bptt.module.css';
import { LOG_H, roundingError } from './check.ts';
import type { Reading } from './reading.ts';
import type { Check } from './useCheck.ts';

/** Below this a derivative of a loss near 1 is noise. */
const Y_DOMAIN = [1e-13, 10] as const;

/** Relative difference over all step sizes, with what theory says about either end. */
export function CheckCurve({ reading, check }: { readonly reading: Reading; readonly check: Check }) {
  const text = useText(bpttMessages);
  const { curve, checked, h } = check;
  const loss = reading.through.losses.reduce((sum, one) => sum + one, 0);
  const xDomain = [10 ** LOG_H.low, 10 ** LOG_H.high] as const;
  const rounded = (x: number) => ({ x, y: roundingError(loss, checked.numeric, x) });
  // The quadratic law, through the measured point at h = 10⁻¹·⁵.
  const anchor = curve.find(({ x }) => x <= 10 ** -1.5 * 1.001);
  const curved = (x: number) => ({ x, y: (anchor?.y ?? Number.NaN) * (x / (anchor?.x ?? 1)) ** 2 });
  const lowest = (anchor?.x ?? 1) * Math.sqrt(Y_DOMAIN[0] / (anchor?.y || 1));
  const guides = [
    {
      id: 'curved',
      label: text('numeric.curved'),
      points: [curved(xDomain[1]), curved(Math.max(xDomain[0], lowest))],
    },
    { id: 'rounded', label: text('numeric.rounded'), points: xDomain.map(rounded) },
  ];
  const hasGuides = checked.numeric !== 0 && (anchor?.y ?? 0) > 0 && (anchor?.y ?? 1) < 0.5;
  return (
    <div className={styles.panel}>
      <p className={styles.subtitle}>{text('numeric.curve')}</p>
      <LogLogChart
        series={[{ id: 'difference', points: curve.filter(({ y }) => y > 0) }]}
        at={{ x: h, y: checked.relative }}
        guides={hasGuides ? guides : []}
        xDomain={xDomain}
        yDomain={Y_DOMAIN}
        xLabel={text('numeric.x')}
        yLabel={text('numeric.y')}
        name={text('numeric.curve')}
      />
    </div>
  );
}
