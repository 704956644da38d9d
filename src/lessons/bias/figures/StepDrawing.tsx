import { useText } from '../../../components/text/useText.tsx';
import { biasMessages } from '../messages.ts';
import styles from './figures.module.css';
import { digits3 } from './say.ts';
import type { Place, Steps } from './steps.ts';

const WIDTH = 620;
const RADIUS = 250;
const TOP = 34;
const BASE = TOP + RADIUS;
const x = (place: Place): number => WIDTH / 2 + RADIUS * place.along;
const y = (place: Place): number => BASE - RADIUS * place.across;

/** Heights of the names on one side, so that none lies on another. */
function spread(heights: readonly number[]): readonly number[] {
  const order = heights.map((_, i) => i).sort((i, j) => (heights[i] ?? 0) - (heights[j] ?? 0));
  const out = [...heights];
  order.forEach((i, k) => {
    const above = out[order[k - 1] ?? -1];
    if (above !== undefined) out[i] = Math.max(out[i] ?? 0, above + 16);
  });
  return out;
}

const COLOURS = { word: 'var(--accent)', a: 'var(--role-reset)', b: 'var(--role-update)' };

/** All words have length 1, so they lie on a half circle: how far along g, and how much across it. */
export function StepDrawing(props: { readonly steps: Steps; readonly low: string; readonly high: string }) {
  const { steps, low, high } = props;
  const text = useText(biasMessages);
  const { places } = steps;
  const rows = places
    .map(
      ({ word, before, after }) =>
        `${word}: ${digits3(before.along)}${after ? ` → ${digits3(after.along)}` : ''}`,
    )
    .join('; ');
  const names = spread(places.map(({ before }) => y(before) + 4));
  return (
    <svg
      role="img"
      aria-label={text('bias.drawing', { rows })}
      viewBox={`0 0 ${WIDTH} ${BASE + 34}`}
      className={styles.drawing}
      data-export=""
    >
      <path
        d={`M${WIDTH / 2 - RADIUS} ${BASE}A${RADIUS} ${RADIUS} 0 0 1 ${WIDTH / 2 + RADIUS} ${BASE}Z`}
        fill="none"
        stroke="var(--line)"
      />
      <path d={`M${WIDTH / 2} ${BASE}V${TOP}`} stroke="var(--outline)" strokeDasharray="3 4" />
      <g fill="var(--muted)">
        <text x={WIDTH / 2 - RADIUS} y={BASE + 20} textAnchor="start">
          ← {low}
        </text>
        <text x={WIDTH / 2 + RADIUS} y={BASE + 20} textAnchor="end">
          {high} →
        </text>
        <text x={WIDTH / 2} y={BASE + 20} textAnchor="middle">
          {text('bias.along-axis')}
        </text>
        <text x={WIDTH / 2} y={TOP - 16} textAnchor="middle">
          {text('bias.across-axis')}
        </text>
      </g>
      {places.map(({ role, word, before, after }, i) => (
        <g key={role} stroke={COLOURS[role]} fill={COLOURS[role]}>
          {after && (
            <>
              <path d={`M${x(before)} ${y(before)}L${x(after)} ${y(after)}`} strokeWidth={2} />
              <circle cx={x(after)} cy={y(after)} r={5.5} stroke="none" />
            </>
          )}
          <path
            d={`M${x(before)} ${y(before)}L${x(before) < WIDTH / 2 ? WIDTH / 2 - RADIUS + 4 : WIDTH / 2 + RADIUS - 4} ${(names[i] ?? 0) - 4}`}
            strokeWidth={1}
            opacity={0.45}
          />
          <circle cx={x(before)} cy={y(before)} r={5} fill="var(--card)" strokeWidth={2} />
          <text
            x={x(before) < WIDTH / 2 ? WIDTH / 2 - RADIUS : WIDTH / 2 + RADIUS}
            y={names[i]}
            textAnchor={x(before) < WIDTH / 2 ? 'end' : 'start'}
            fill="var(--ink)"
            stroke="none"
            fontSize={14}
          >
            {word}
          </text>
        </g>
      ))}
    </svg>
  );
}
