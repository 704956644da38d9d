import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { LineSample } from '../../components/plots/Marker.tsx';
import { useText } from '../../components/text/useText.tsx';
import { softmaxCostMessages } from '../../i18n/messages/softmax-costs.ts';
import type { CostPoint, CostState, CostWay } from '../../store/costs.ts';
import styles from './costs.module.css';
import { formatTime, formatTimes } from './formatTime.ts';
import { LOOKS } from './looks.ts';
import { timesTheTree } from './numbers.ts';
import { useWayName } from './useWayName.ts';

export interface CostBarsProps {
  readonly ways: readonly CostWay[];
  readonly point: CostPoint | null;
  readonly status: CostState['status'];
  readonly negatives: number;
}

type RowProps = Omit<CostBarsProps, 'ways'> & { readonly way: CostWay; readonly longest: number };

/** How many times the tree's time; of the tree itself, where its time comes from. */
function Times({ way, point }: { readonly way: CostWay; readonly point: CostPoint }) {
  const text = useText(softmaxCostMessages);
  if (way === 'hierarchical') return text('costs.tree', { depth: point.depth.toFixed(2) });
  const times = timesTheTree(point, way);
  return Number.isFinite(times) ? text('costs.times', { times: formatTimes(times) }) : null;
}

function Row({ way, point, status, negatives, longest }: RowProps) {
  const text = useText(softmaxCostMessages);
  const nameOf = useWayName(negatives);
  const ms = point?.ms[way] ?? null;
  const time = ms === null ? null : formatTime(ms);
  const missing = point && status !== 'measuring' ? 'costs.missing' : 'costs.waiting';
  return (
    <li style={roleStyle(LOOKS[way].role)} data-way={way}>
      <span className={styles.name}>
        <LineSample shape={LOOKS[way].shape} /> {nameOf(way)}
      </span>
      <span className={styles.track} aria-hidden="true">
        {ms !== null && <span className={styles.fill} style={{ width: `${(100 * ms) / longest}%` }} />}
      </span>
      <span className={styles.value} data-testid={`cost-${way}`}>
        {time ? text(`costs.${time.unit}`, { value: time.value }) : text(missing)}
      </span>
      <span className={styles.times}>{point && <Times way={way} point={point} />}</span>
    </li>
  );
}

/** One bar a way, all on one scale: most of them are hardly there, and that is what there is to see. */
export function CostBars({ ways, ...rest }: CostBarsProps) {
  const longest = Math.max(0, ...Object.values(rest.point?.ms ?? {}));
  return (
    <ul className={styles.bars}>
      {ways.map((way) => (
        <Row key={way} way={way} longest={longest} {...rest} />
      ))}
    </ul>
  );
}
