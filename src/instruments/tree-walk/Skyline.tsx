import { useRef } from 'react';
import { formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { useWidth } from '../../components/interaction/useWidth.ts';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { skyline } from './skyline.ts';
import styles from './tree-walk.module.css';

const HEIGHT = 98;
/** Room for the dot of a word that is nearly certain. */
const TOP = 6;
/** ln P of the lower edge: what is less probable stands on it. */
const FLOOR = Math.log(1e-8);
/** Columns are no narrower, px. */
const LEAST = 2;

const yOf = (log: number): number => TOP + (HEIGHT - TOP) * Math.min(1, Math.max(0, log / FLOOR));

/** Every leaf, the most frequent word on the left, by the logarithm of its probability. */
export function Skyline(props: { readonly logProbabilities: Float64Array; readonly target: number }) {
  const { logProbabilities, target } = props;
  const text = useText(treeWalkMessages);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) ?? 320;
  const words = logProbabilities.length;
  const columns = skyline(logProbabilities, Math.floor(width / LEAST));
  const step = width / columns.length;
  const path = columns
    .map(({ low, high }, i) => {
      const [top, bottom] = [yOf(high), Math.max(yOf(low), yOf(high) + 1)];
      return `M${(i * step).toFixed(1)} ${top.toFixed(1)}h${step.toFixed(2)}V${bottom.toFixed(1)}h${(-step).toFixed(2)}z`;
    })
    .join('');
  const x = ((target + 0.5) * width) / words;
  const even = yOf(-Math.log(words));
  return (
    <div ref={box} className={styles.skyline}>
      <svg width={width} height={HEIGHT} role="img" aria-label={text('treewalk.skyline-name')}>
        <path d={path} className={styles.bars} />
        <line x1={0} x2={width} y1={even} y2={even} className={styles.even} />
        <circle cx={x} cy={yOf(logProbabilities[target] ?? FLOOR)} r={4} className={styles.here} />
      </svg>
      <p className={styles.aside}>
        {text('treewalk.skyline', {
          words: Math.ceil(words / columns.length),
          low: formatMagnitude(Math.exp(FLOOR)),
        })}
      </p>
    </div>
  );
}
