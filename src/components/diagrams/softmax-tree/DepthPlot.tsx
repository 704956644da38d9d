import { scaleLinear } from 'd3-scale';
import { useRef, useState } from 'react';
import { softmaxTreeMessages } from '../../../i18n/messages/softmax-tree.ts';
import { useWidth } from '../../interaction/useWidth.ts';
import { useText } from '../../text/useText.tsx';
import { HIDDEN } from '../hidden.ts';
import styles from './DepthPlot.module.css';

/** Words that have depth and −log₂ p in common. */
export interface DepthPlace {
  /** −log₂ p, bits. */
  readonly surprise: number;
  readonly depth: number;
  readonly leaves: readonly number[];
}

export interface DepthPlotProps {
  readonly huffman: readonly DepthPlace[];
  readonly balanced: readonly DepthPlace[];
  readonly words: readonly string[];
}

const MARGIN = { top: 14, right: 18, bottom: 44, left: 46 } as const;
const HEIGHT = 290;
const NAMED = 4;

/** Larger for more words, but never much. */
const radiusOf = ({ leaves }: DepthPlace): number => 3.5 + Math.min(6, 1.5 * Math.log10(leaves.length));

function useScales({ huffman, balanced }: DepthPlotProps, width: number) {
  const all = [...huffman, ...balanced];
  const most = all.reduce((max, { surprise, depth }) => Math.max(max, surprise, depth), 1);
  return {
    most,
    x: scaleLinear([0, most], [MARGIN.left, width - MARGIN.right]),
    y: scaleLinear([0, most], [HEIGHT - MARGIN.bottom, MARGIN.top]),
  };
}
type Scales = ReturnType<typeof useScales>;

function Axes({ scales: { x, y, most }, width }: { readonly scales: Scales; readonly width: number }) {
  const text = useText(softmaxTreeMessages);
  const bottom = HEIGHT - MARGIN.bottom;
  return (
    <g {...HIDDEN}>
      {y.ticks(5).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} className={styles.grid} />
          <text x={MARGIN.left - 8} className={styles.tickY}>
            {tick}
          </text>
        </g>
      ))}
      {x.ticks(6).map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 16} className={styles.tickX}>
          {tick}
        </text>
      ))}
      <text x={(MARGIN.left + width - MARGIN.right) / 2} y={HEIGHT - 8} className={styles.tickX}>
        {text('tree.plot-x')}
      </text>
      <text transform={`translate(12 ${(MARGIN.top + bottom) / 2}) rotate(-90)`} className={styles.tickX}>
        {text('tree.plot-y')}
      </text>
      <line x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} className={styles.ideal} />
    </g>
  );
}

/** The place that is nearest to the pointer, of the Huffman tree. */
function nearest(
  places: readonly DepthPlace[],
  { x, y }: Scales,
  at: { x: number; y: number },
): DepthPlace | null {
  const far = (place: DepthPlace) => Math.hypot(x(place.surprise) - at.x, y(place.depth) - at.y);
  return places.reduce<DepthPlace | null>(
    (best, place) => (best && far(best) <= far(place) ? best : place),
    null,
  );
}

function Legend() {
  const text = useText(softmaxTreeMessages);
  return (
    <p className={styles.legend}>
      {(['huffman', 'balanced', 'ideal'] as const).map((each) => (
        <span key={each}>
          <svg width="22" height="12" aria-hidden="true">
            {each === 'huffman' && <circle cx={11} cy={6} r={4.5} className={styles.huffman} />}
            {each === 'balanced' && <rect x={7} y={2} width={8} height={8} className={styles.balanced} />}
            {each === 'ideal' && <line x1={0} y1={6} x2={22} y2={6} className={styles.ideal} />}
          </svg>
          {text(`tree.plot-${each}`)}
        </span>
      ))}
    </p>
  );
}

/** Which words the pointer is at. */
function Line({ place, words }: { readonly place: DepthPlace | null; readonly words: readonly string[] }) {
  const text = useText(softmaxTreeMessages);
  if (!place) return <p className={styles.line}>{text('tree.plot-hint')}</p>;
  const named = place.leaves.slice(0, NAMED).map((leaf) => words[leaf] ?? '');
  return (
    <p className={styles.line}>
      {text('tree.plot-line', {
        words: named.join(' · ') + (place.leaves.length > NAMED ? ' …' : ''),
        count: place.leaves.length,
        bits: place.surprise.toFixed(2),
        depth: place.depth,
      })}
    </p>
  );
}

/** Depth of every word over −log₂ p: a Huffman tree's points lie along the diagonal, a balanced one's on a level. */
export function DepthPlot(props: DepthPlotProps) {
  const { huffman, balanced, words } = props;
  const text = useText(softmaxTreeMessages);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 480;
  const scales = useScales(props, width);
  const [place, setPlace] = useState<DepthPlace | null>(null);
  const { x, y } = scales;
  return (
    <div ref={frame} className={styles.plot}>
      <svg
        role="img"
        aria-label={text('tree.plot-name')}
        width={width}
        height={HEIGHT}
        data-export=""
        onPointerMove={({ nativeEvent: { offsetX, offsetY } }) =>
          setPlace(nearest(huffman, scales, { x: offsetX, y: offsetY }))
        }
        onPointerLeave={() => setPlace(null)}
      >
        <Axes scales={scales} width={width} />
        {balanced.map((each) => (
          <rect
            key={`${each.surprise} ${each.depth}`}
            x={x(each.surprise) - 3.5}
            y={y(each.depth) - 3.5}
            width={7}
            height={7}
            className={styles.balanced}
          />
        ))}
        {huffman.map((each) => (
          <circle
            key={`${each.surprise} ${each.depth}`}
            cx={x(each.surprise)}
            cy={y(each.depth)}
            r={radiusOf(each)}
            className={styles.huffman}
          />
        ))}
        {place && (
          <circle
            cx={x(place.surprise)}
            cy={y(place.depth)}
            r={radiusOf(place) + 4}
            className={styles.chosen}
          />
        )}
      </svg>
      <Legend />
      <Line place={place} words={words} />
    </div>
  );
}
