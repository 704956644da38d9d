import { scaleLinear } from 'd3-scale';
import { useRef } from 'react';
import { useWidth } from '../../components/interaction/useWidth.ts';
import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import { cellWeight, type Weighting } from '../../models/glove/weighting.ts';
import type { GloveCells } from '../../workers/embeddings/protocol.ts';
import styles from './cooccurrence.module.css';

const MARGIN = { top: 26, right: 14, bottom: 40, left: 40 } as const;
const HEIGHT = 320;
/** Radius of a cell without weight, and what full weight adds. */
const RADIUS = { least: 1.6, more: 3 } as const;

export interface CellScatterProps {
  readonly cells: GloveCells;
  readonly weighting: Weighting;
}

/** Cells by ln X and by what the model says of it; on the diagonal they agree. */
export function CellScatter({ cells, weighting }: CellScatterProps) {
  const text = useText(cooccurrenceMessages);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 420;
  const logs = cells.counts.map(Math.log);
  const low = Math.floor(logs[0] ?? -2);
  const high = Math.ceil(logs.at(-1) ?? 1);
  const domain = [low - 0.5, high + 0.5] as const;
  const x = scaleLinear(domain, [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear(domain, [HEIGHT - MARGIN.bottom, MARGIN.top]).clamp(true);
  const ticks = x.ticks(6);
  return (
    <div ref={frame} className={styles.plot}>
      <svg role="img" aria-label={text('glove.scatter')} width={width} height={HEIGHT} data-export="">
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className={styles.grid}
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className={styles.tickY} x={MARGIN.left - 7} y={y(tick)}>
              {String(tick).replace('-', '−')}
            </text>
            <text className={styles.tickX} x={x(tick)} y={HEIGHT - MARGIN.bottom + 18}>
              {String(tick).replace('-', '−')}
            </text>
          </g>
        ))}
        <text className={styles.axis} x={MARGIN.left} y={14}>
          w·w̃ + b + b̃
        </text>
        <text className={styles.tickX} x={(MARGIN.left + width - MARGIN.right) / 2} y={HEIGHT - 5}>
          ln X
        </text>
        <path
          className={styles.diagonal}
          d={`M${x(domain[0])} ${y(domain[0])}L${x(domain[1])} ${y(domain[1])}`}
        />
        {Array.from(logs, (log, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place.
            key={i}
            className={styles.dot}
            cx={x(log)}
            cy={y(cells.scores[i] ?? 0)}
            r={RADIUS.least + RADIUS.more * cellWeight(cells.counts[i] ?? 0, weighting)}
          />
        ))}
      </svg>
    </div>
  );
}
